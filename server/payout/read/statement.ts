import { and, asc, desc, eq, ilike, or, sql } from "drizzle-orm";
import { party } from "@/db/schema/party";
import { statement, statementLine } from "@/db/schema/payout";
import type { Scope } from "@/server/access/scope";
import { offsetOf } from "@/server/core/list";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import type { StatementList, StatementRef } from "../input";

const sorts = { issuedAt: statement.issuedAt, closing: statement.closing, party: party.name } as const;
const ofParty = and(eq(party.operatorId, statement.operatorId), eq(party.id, statement.partyId));

/** Statements that the asker may see: everybody's, for the operator; else its own. */
export async function listStatements({ actor, db }: Scope, input: StatementList) {
  const pattern = `%${input.q.replace(/[%_\\]/g, "\\$&")}%`;
  const where = and(
    eq(statement.operatorId, actor.operator),
    input.q ? or(ilike(statement.number, pattern), ilike(party.name, pattern)) : undefined,
  );
  const way = input.dir === "asc" ? asc : desc;
  const rows = await db
    .select({ statement, partyName: party.name, total: sql<number>`count(*) over ()::int` })
    .from(statement)
    .leftJoin(party, ofParty)
    .where(where)
    .orderBy(way(sorts[input.sort]), desc(statement.id))
    .limit(input.size)
    .offset(offsetOf(input));
  return {
    rows: rows.map(({ statement: each, ...rest }) => ({ ...rest, ...shown(each) })),
    total: rows[0]?.total ?? 0,
  };
}

/** One statement with its lines, each of which can be traced. */
export async function readStatement({ actor, db }: Scope, { id }: StatementRef) {
  const [found] = await db
    .select({ statement, partyName: party.name })
    .from(statement)
    .leftJoin(party, ofParty)
    .where(and(eq(statement.operatorId, actor.operator), eq(statement.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such statement.");
  const lines = await db
    .select()
    .from(statementLine)
    .where(and(eq(statementLine.operatorId, actor.operator), eq(statementLine.statementId, id)))
    .orderBy(asc(statementLine.number));
  const { currency } = found.statement;
  return {
    ...shown(found.statement),
    partyName: found.partyName,
    lines: lines.map((line) => ({ ...line, amount: money(line.amount, currency) })),
  };
}

function shown(row: typeof statement.$inferSelect) {
  const of = (minor: bigint) => money(minor, row.currency);
  const { opening, earned, paid, withheld, closing } = row;
  return {
    ...row,
    opening: of(opening),
    earned: of(earned),
    paid: of(paid),
    withheld: of(withheld),
    closing: of(closing),
  };
}

export type StatementSeen = Awaited<ReturnType<typeof listStatements>>["rows"][number];
export type StatementDetail = Awaited<ReturnType<typeof readStatement>>;
