import { and, eq } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { billRun, billShard, invoice, invoiceLine, invoiceTax } from "@/db/schema/invoice";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { canonicalJson, sha256Hex } from "@/server/core/digest";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { add } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { post } from "@/server/ledger/post";
import { invoiceIssued } from "@/server/ledger/templates/invoice-issued";
import { keepRated, type RatedRange } from "@/server/usage/rate";
import { holdSubscriptions } from "@/server/usage/rate-load";
import { composeRange, type RatedInvoice } from "./compose-range";

export type ShardRef = { readonly billRunId: Id<"billRun">; readonly number: number };

/**
 * Rates and invoices one range of subscriptions in one transaction: all of it is kept, or nothing. The
 * shard's row is held first, so that a second try finds it done and changes nothing.
 */
export async function billShardOnce(scope: Scope, ref: ShardRef): Promise<{ readonly invoices: number }> {
  const shard = await holdShard(scope, ref);
  if (shard.status === "done") return { invoices: shard.invoices };
  await holdSubscriptions(scope, shard);
  const { rated, invoices } = await composeRange(scope, shard);
  await keepRated(scope, rated);
  const drafts = invoices.map((each) => ({ ...each, id: newId("invoice", scope.now) }));
  const lines = drafts.flatMap((draft) => linesOf(scope, draft));
  await insertRows(
    scope.db,
    invoice,
    drafts.map((draft) => invoiceRow(scope, ref, draft)),
  );
  await insertRows(
    scope.db,
    invoiceTax,
    drafts.flatMap((draft) => taxRows(scope, draft)),
  );
  await insertRows(
    scope.db,
    invoiceLine,
    lines.map(({ row }) => row),
  );
  await post(
    scope,
    lines.map(({ booked }) => booked),
  );
  const counts = { items: rated.length, invoices: drafts.length };
  await finishShard(scope, ref, counts, drafts);
  return { invoices: counts.invoices };
}

type Draft = RatedInvoice & { readonly id: Id<"invoice"> };

async function holdShard(scope: Scope, ref: ShardRef) {
  const [shard] = await scope.db.select().from(billShard).where(ours(scope, ref)).for("update");
  if (!shard) throw new Refusal("NOT_FOUND", "There is no such part of a bill run.");
  const [run] = await scope.db
    .select({ until: billRun.until, watermark: billRun.watermark })
    .from(billRun)
    .where(and(eq(billRun.operatorId, shard.operatorId), eq(billRun.id, shard.billRunId)));
  invariant(run !== undefined, "a shard is part of a run");
  return { ...shard, ...run } satisfies RatedRange & typeof shard;
}

function ours({ actor }: Scope, { billRunId, number }: ShardRef) {
  return and(
    eq(billShard.operatorId, actor.operator),
    eq(billShard.billRunId, billRunId),
    eq(billShard.number, number),
  );
}

function invoiceRow({ actor }: Scope, { billRunId, number }: ShardRef, draft: Draft) {
  const { totals, seller, customer, readerId, sellerId, customerId, subscriptionId } = draft;
  return {
    operatorId: actor.operator,
    id: draft.id,
    billRunId,
    shard: number,
    legalEntityId: sellerId,
    ...{ sellerId, customerId, readerId, subscriptionId, seller, customer },
    status: "draft" as const,
    from: draft.from,
    to: draft.to,
    timeZone: draft.timeZone,
    currency: draft.currency,
    net: totals.net.minor,
    tax: totals.tax.minor,
    gross: totals.gross.minor,
    paid: 0n,
  };
}

function taxRows({ actor }: Scope, { id, totals, sellerId, customerId, readerId }: Draft) {
  return totals.taxes.map(({ category, rate, base, tax }) => ({
    operatorId: actor.operator,
    invoiceId: id,
    ...{ category, rate, sellerId, customerId, readerId },
    base: base.minor,
    tax: tax.minor,
  }));
}

function linesOf(
  { actor, now }: Scope,
  { id, lines, sellerId, customerId, readerId, currency, customer }: Draft,
) {
  return lines.map(({ of, listAmount, net, tax, terms }, index) => {
    const lineId = newId("invoiceLine", now);
    const { from, to, name, unit, charge, quantity, ratedItemId } = of;
    const description = of.isLate ? `${name} (late usage)` : name;
    const row = {
      operatorId: actor.operator,
      id: lineId,
      invoiceId: id,
      position: index + 1,
      ...{ ratedItemId, description, charge, quantity, unit, from, to, currency, listAmount },
      net: net.minor,
      taxCategory: terms.category,
      taxRate: terms.rate,
      tax: tax.minor,
      ...{ sellerId, customerId, readerId },
    };
    const booked = invoiceIssued({
      invoiceLine: lineId,
      description: `${description}, ${customer.legalName}`,
      operator: actor.operator as string as PartyId,
      customer: customerId,
      net,
      tax,
    });
    return { row, booked };
  });
}

/**
 * One record for the whole shard: how much it was, and a digest of each invoice's subscription and
 * amounts.
 */
async function finishShard(
  scope: Scope,
  { billRunId, number }: ShardRef,
  counts: { readonly items: number; readonly invoices: number },
  drafts: readonly Draft[],
): Promise<void> {
  const done = { ...counts, status: "done", doneAt: scope.now } as const;
  await scope.db.update(billShard).set(done).where(ours(scope, { billRunId, number }));
  const amounts = drafts.map(({ subscriptionId, currency, totals }) => [
    subscriptionId,
    currency,
    totals.net.minor,
    add(totals.net, totals.tax).minor,
  ]);
  await record(scope, {
    code: "invoice.shard.billed",
    summary: `Rated ${counts.items} items into ${counts.invoices} invoices`,
    object: { kind: "bill_run", id: billRunId },
    after: { shard: number, ...counts, digest: sha256Hex(canonicalJson(amounts)) },
  });
}
