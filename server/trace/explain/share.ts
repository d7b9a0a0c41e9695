import { and, eq } from "drizzle-orm";
import { agreement, agreementVersion, party } from "@/db/schema/party";
import { ruleVersion, settlementLine } from "@/db/schema/settlement";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { derivedSteps, type Explanation, shareSentence, type VersionUsed } from "../rules/explanation";
import { kindWords } from "../rules/kind-words";

/** What a party gets of an invoice line, by the derivation that was kept when it was divided. */
export async function explainShare(scope: Scope, id: Id<"settlementLine">): Promise<Explanation> {
  const { actor, db } = scope;
  const [found] = await db
    .select({
      line: settlementLine,
      party: party.name,
      ...{ rule: ruleVersion.name, ruleNumber: ruleVersion.number },
      ...{ agreement: agreement.name, agreementNumber: agreementVersion.number },
    })
    .from(settlementLine)
    .leftJoin(
      party,
      and(eq(party.operatorId, settlementLine.operatorId), eq(party.id, settlementLine.partyId)),
    )
    .leftJoin(
      ruleVersion,
      and(
        eq(ruleVersion.operatorId, settlementLine.operatorId),
        eq(ruleVersion.id, settlementLine.ruleVersionId),
      ),
    )
    .leftJoin(
      agreementVersion,
      and(
        eq(agreementVersion.operatorId, settlementLine.operatorId),
        eq(agreementVersion.id, settlementLine.agreementVersionId),
      ),
    )
    .leftJoin(
      agreement,
      and(
        eq(agreement.operatorId, agreementVersion.operatorId),
        eq(agreement.id, agreementVersion.agreementId),
      ),
    )
    .where(and(eq(settlementLine.operatorId, actor.operator), eq(settlementLine.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such settlement line.");
  const { line } = found;
  const [amount, base] = [money(line.amount, line.currency), money(line.base, line.currency)];
  const who = found.party ?? "This party";
  return {
    title: `${kindWords[line.kind]} of ${found.party ?? "a party"}`,
    sentence: shareSentence({ ...line, party: who, amount, base }),
    amount,
    parts: [workedOut(line)],
    versions: [
      version("Settlement rule", found.rule, found.ruleNumber, line.ruleVersionId),
      ...(line.agreementVersionId === null
        ? []
        : [version("Agreement", found.agreement, found.agreementNumber, line.agreementVersionId)]),
    ],
    hidden: isOperator(actor) ? null : "What other parties get of the same line is theirs to see.",
  };
}

function workedOut({ derivation, currency }: typeof settlementLine.$inferSelect) {
  return { title: "How it was worked out", steps: derivedSteps(derivation, currency), tiers: [], unit: "" };
}

function version(what: string, name: string | null, number: number | null, id: string): VersionUsed {
  return { what, name: name === null ? null : `${name}, version ${number}`, id };
}
