import type { SQL } from "drizzle-orm";
import type { Scope } from "@/server/access/scope";
import { canonicalJson } from "@/server/core/digest";
import { money } from "@/server/core/money/money";
import { divide } from "@/server/settlement/rules/divide";
import type { Part } from "@/server/settlement/rules/line";
import { type Check, checkAmount, checkText } from "../rules/check";
import { type Divided, type KeptShare, readDivided } from "./division-facts";

/**
 * Divides invoice lines anew by the rule version that each pinned; `where` speaks of an invoice line called
 * `line`.
 * It sees every edge, so what comes out is for the operator, or cut to the asker's own lines.
 */
export async function checkDivisions(wide: Scope, where: SQL): Promise<readonly Check[]> {
  return (await readDivided(wide, where)).flatMap(divisionChecks);
}

function divisionChecks(line: Divided): readonly Check[] {
  const parts = againOrError(line);
  if (typeof parts === "string") {
    return line.shares.map(({ id, amount }) =>
      checkText(`Division of ${line.description}`, { kind: "settlement_line", id }, amount, parts),
    );
  }
  const surplus = parts.length - line.shares.length;
  const of = { kind: "invoice_line", id: line.id };
  return [
    ...line.shares.map((share) => shareCheck(line, share, parts[share.number])),
    ...(surplus > 0
      ? [checkText(`Parts of ${line.description}`, of, String(line.shares.length), String(parts.length))]
      : []),
  ];
}

/** A rule that cannot be applied to what was kept says that something of it was changed. */
function againOrError({ facts, rule }: Divided): readonly Part[] | string {
  try {
    return divide(facts, rule);
  } catch (error) {
    return error instanceof Error ? `it cannot be divided: ${error.message}` : "it cannot be divided";
  }
}

function shareCheck({ description, currency }: Divided, kept: KeptShare, part: Part | undefined): Check {
  const of = { kind: "settlement_line", id: kept.id };
  const what = `Part ${kept.number + 1} of ${description}`;
  if (!part) return checkText(what, of, kept.amount, "no such part");
  const amount = checkAmount(what, of, money(BigInt(kept.amount), currency), part.amount);
  if (!amount.agrees) return amount;
  const whole = checkText(
    `${what}, with its derivation`,
    of,
    canonicalJson([kept.kind, kept.party, kept.payer, kept.base, kept.rate, kept.derivation]),
    canonicalJson([part.kind, part.partyId, part.payerId, part.base.minor, part.rate, part.derivation]),
  );
  return whole.agrees ? amount : whole;
}
