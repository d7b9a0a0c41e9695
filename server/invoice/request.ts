import { and, eq, notInArray, sql } from "drizzle-orm";
import { billRun } from "@/db/schema/invoice";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { documentNumber, nextNumber } from "@/server/party/number";
import { lockBatches } from "@/server/usage/lock";
import type { BillRunRequest } from "./input";

export type Requested = { readonly billRunId: Id<"billRun"> };

/**
 * Asks for everything that ended by `until` to be charged. There is one run for one `until`, however
 * often it is asked for, and one run at a time; a run that failed goes on from where it stopped.
 */
export async function requestBillRun(scope: Scope, { until }: BillRunRequest): Promise<Requested> {
  const { actor, db, now } = scope;
  if (until > now)
    throw new Refusal("INVALID", "A bill run charges what has ended: choose a time up to now.");
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`bill.run ${actor.operator}`}, 0))`);
  const [known] = await db
    .select({ id: billRun.id, status: billRun.status })
    .from(billRun)
    .where(and(eq(billRun.operatorId, actor.operator), eq(billRun.until, until)));
  if (known && known.status !== "failed") return { billRunId: known.id };
  await refuseWhileAnotherRuns(scope, known?.id);
  const id = known?.id ?? (await addRun(scope, until));
  if (known) await db.update(billRun).set({ status: "requested" }).where(eq(billRun.id, known.id));
  const code = known ? "invoice.run.resumed" : "invoice.run.requested";
  const summary = `${known ? "Resumed" : "Requested"} the bill run up to ${until.toISOString()}`;
  await record(scope, { code, summary, object: { kind: "bill_run", id }, after: { until } });
  await emit(scope, "bill.run.requested", { billRunId: id });
  return { billRunId: id };
}

async function refuseWhileAnotherRuns({ actor, db }: Scope, id: Id<"billRun"> | undefined): Promise<void> {
  const [other] = await db
    .select({ id: billRun.id, number: billRun.number, status: billRun.status })
    .from(billRun)
    .where(and(eq(billRun.operatorId, actor.operator), notInArray(billRun.status, ["issued"])))
    .limit(1);
  if (!other || other.id === id) return;
  const what =
    other.status === "failed" ? "failed: resume it first" : "is still at work: wait until it has issued";
  throw new Refusal("CONFLICT", `Bill run ${other.number} ${what}.`);
}

/**
 * The watermark is the last closed batch: what commits later has a larger number and waits for the next
 * run.
 */
async function addRun(scope: Scope, until: Date): Promise<Id<"billRun">> {
  const { actor, db, now } = scope;
  const watermark = await lockBatches(scope);
  const number = await nextNumber(scope, actor.operator as string as PartyId, "bill_run");
  const [added] = await db
    .insert(billRun)
    .values({
      operatorId: actor.operator,
      id: newId("billRun", now),
      number: documentNumber("BR", number),
      until,
      status: "requested",
      requestedByName: actor.name,
      requestedAt: now,
      watermark,
      shards: 0,
      invoices: 0,
    })
    .returning({ id: billRun.id });
  invariant(added !== undefined, "a run was added");
  return added.id;
}
