import { and, desc, eq, sql } from "drizzle-orm";
import { party } from "@/db/schema/party";
import { payout, payoutItem, statement } from "@/db/schema/payout";
import { settlementLine } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { money, moneyText, negate } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { rateText } from "@/server/settlement/rules/derivation";
import { type Explanation, said, told } from "../rules/explanation";
import { plural } from "../rules/word";

/** How many of a payout's lines are named; the rest are one sum. */
const linesNamed = 20;

/** What a party is paid of what stands for it, and why it is as much (F-5). */
export async function explainPayout(scope: Scope, id: Id<"payout">): Promise<Explanation> {
  const { actor, db } = scope;
  const [found] = await db
    .select({ row: payout, name: party.name })
    .from(payout)
    .leftJoin(party, and(eq(party.operatorId, payout.operatorId), eq(party.id, payout.partyId)))
    .where(and(eq(payout.operatorId, actor.operator), eq(payout.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such payout.");
  const { row, name } = found;
  const of = (minor: bigint) => money(minor, row.currency);
  const lines = await readItems(scope, id);
  const [first] = lines;
  const named = lines.map(({ description, amount }) => said(description, of(amount)));
  const rest = of(row.gross - lines.reduce((total, { amount }) => total + amount, 0n));
  const restCount = (first?.count ?? 0) - lines.length;
  return {
    title: `Payout${name === null ? "" : ` to ${name}`}`,
    sentence:
      row.gross === 0n
        ? row.reason
        : [
            `${moneyText(of(row.net))} of ${moneyText(of(row.balance))}`,
            `that stood for ${name ?? "the party"}. ${row.reason}`,
          ].join(" "),
    amount: of(row.net),
    parts: [
      {
        title: "How much is paid",
        tiers: [],
        unit: "",
        steps: [
          said("Due and not paid before", of(row.balance)),
          said("Paid only from a balance of", of(row.minimum)),
          said("So the gross is", of(row.gross)),
          said(`Less withheld tax of ${rateText(row.withholdingRate)}, rounded once`, of(row.withheld)),
          said("Net", of(row.net)),
        ],
      },
      ...(named.length === 0
        ? []
        : [
            {
              title: `Its ${plural(first?.count ?? 0, "line")}`,
              tiers: [],
              unit: "",
              steps: [
                ...named,
                ...(restCount > 0 ? [said(`and ${plural(restCount, "smaller line")}`, rest)] : []),
                said("Together", of(row.gross)),
              ],
            },
          ]),
    ],
    versions: [],
    hidden: null,
  };
}

/** What a statement closes at. */
export async function explainStatement({ actor, db }: Scope, id: Id<"statement">): Promise<Explanation> {
  const [row] = await db
    .select()
    .from(statement)
    .where(and(eq(statement.operatorId, actor.operator), eq(statement.id, id)));
  if (!row) throw new Refusal("NOT_FOUND", "There is no such statement.");
  const of = (minor: bigint) => money(minor, row.currency);
  return {
    title: row.number,
    sentence: [
      `It closes at ${moneyText(of(row.closing))}:`,
      "what it opened at, and what was earned, less what was paid.",
    ].join(" "),
    amount: of(row.closing),
    parts: [
      {
        title: "From opening to closing",
        tiers: [],
        unit: "",
        steps: [
          said("Opening, as the statement before closed", of(row.opening)),
          said("Earned, and due in this period", of(row.earned)),
          said("Paid to the account", negate(of(row.paid))),
          ...(row.withheld === 0n
            ? [told("Withheld", "nothing")]
            : [said("Tax withheld", negate(of(row.withheld)))]),
          said("Closing", of(row.closing)),
        ],
      },
    ],
    versions: [],
    hidden: null,
  };
}

function readItems({ actor, db }: Scope, id: Id<"payout">) {
  return db
    .select({
      description: settlementLine.description,
      amount: payoutItem.amount,
      count: sql<number>`(count(*) over ())::int`,
    })
    .from(payoutItem)
    .innerJoin(
      settlementLine,
      and(
        eq(settlementLine.operatorId, payoutItem.operatorId),
        eq(settlementLine.id, payoutItem.settlementLineId),
      ),
    )
    .where(and(eq(payoutItem.operatorId, actor.operator), eq(payoutItem.payoutId, id)))
    .orderBy(desc(sql`abs(${payoutItem.amount})`), payoutItem.settlementLineId)
    .limit(linesNamed);
}
