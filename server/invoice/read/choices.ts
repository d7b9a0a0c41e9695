import { and, eq, inArray } from "drizzle-orm";
import { billRun } from "@/db/schema/invoice";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { addMonthsAnchored, calendarMonth, dayText, startOfDay } from "@/server/core/calendar";
import { invariant } from "@/server/core/invariant";

const monthsBack = [0, 1, 2] as const;

/**
 * The times up to which somebody may want to bill: the starts of this month and the two before it, and of
 * today, where the operator is. Each says which run it had, if any.
 */
export async function readBillRunChoices({ actor, db, now }: Scope) {
  const [operator] = await db
    .select({ timeZone: party.timeZone })
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), eq(party.path, "/")));
  invariant(operator !== undefined, "an operator is the root of its tree");
  const { timeZone } = operator;
  const month = calendarMonth(now, timeZone).from;
  const months = monthsBack.map((back) => addMonthsAnchored(month, -back, timeZone));
  const instants = [...months, startOfDay(now, timeZone)];
  const until = [...new Map(instants.map((each) => [each.getTime(), each])).values()];
  const runs = await db
    .select({ id: billRun.id, number: billRun.number, status: billRun.status, until: billRun.until })
    .from(billRun)
    .where(and(eq(billRun.operatorId, actor.operator), inArray(billRun.until, until)));
  return until.map((each) => ({
    until: each,
    day: dayText(each, timeZone),
    timeZone,
    run: runs.find((run) => run.until.getTime() === each.getTime()) ?? null,
  }));
}

export type BillRunChoice = Awaited<ReturnType<typeof readBillRunChoices>>[number];
