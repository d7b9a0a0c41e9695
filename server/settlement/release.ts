import { sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { invoice, invoiceLine, payment, paymentAllocation } from "@/db/schema/invoice";
import { agreementVersion } from "@/db/schema/party";
import { settlementLine, settlementRelease } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { Id, PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import type { Currency } from "@/server/core/money/currency";
import { type Money, money } from "@/server/core/money/money";
import { post } from "@/server/ledger/post";
import { shareReleased } from "@/server/ledger/templates/share-released";
import { lockReleases } from "./release-lock";
import { type Releasable, releaseParts } from "./rules/release";

type Row = {
  readonly id: Id<"settlementLine">;
  readonly invoice_line_id: Id<"invoiceLine">;
  readonly party_id: PartyId;
  readonly description: string;
  readonly currency: Currency;
  readonly amount: string;
  readonly released: string;
  readonly net: string;
  readonly paid_before: string;
  readonly paid: string;
  readonly settled: boolean;
  readonly holding_days: number;
};

/**
 * Makes due what the payments of an invoice paid for: of every line, each party's part
 * (`rules/release.ts`), payment by payment in the order they came. It may be paid out once the agreement's
 * holding days are over. A payment that was released is left alone; an invoice that is not divided yet
 * waits for its division.
 */
export async function releaseInvoice(scope: Scope, invoiceId: Id<"invoice">): Promise<{ released: number }> {
  let released = 0;
  await lockReleases(scope, "with others");
  for (const paymentId of await holdUnreleased(scope, invoiceId))
    released += await releasePayment(scope, paymentId);
  return { released };
}

async function releasePayment(scope: Scope, paymentId: Id<"payment">): Promise<number> {
  const { actor, now } = scope;
  const rows = await readReleasable(scope, paymentId);
  const parts = [...byLine(rows).values()].flatMap((lines) => {
    const amounts = partsOf(lines);
    return lines.map((row, index) => ({ row, amount: amounts[index] as Money }));
  });
  await insertRows(
    scope.db,
    settlementRelease,
    // Parts of nothing are kept as well: they say that the payment was dealt with.
    parts.map(({ row, amount }) => ({
      operatorId: actor.operator,
      settlementLineId: row.id,
      paymentId,
      partyId: row.party_id,
      amount: amount.minor,
      currency: amount.currency,
      releasedAt: now,
      payableFrom: new Date(now.getTime() + row.holding_days * 86_400_000),
    })),
  );
  const moving = parts.filter(({ amount }) => amount.minor !== 0n);
  await post(
    scope,
    moving.map(({ row, amount }) => {
      const { id, description, party_id: party } = row;
      return shareReleased({ settlementLine: id, payment: paymentId, description, party, amount });
    }),
  );
  await record(scope, {
    code: "settlement.payment.released",
    summary: `Released ${moving.length} settlement lines`,
    object: { kind: "payment", id: paymentId },
    after: { lines: moving.length },
  });
  return moving.length;
}

/**
 * The payments of a divided invoice that were not released, oldest first; the invoice is held, so that one
 * releases at a time.
 */
async function holdUnreleased(
  { actor, db }: Scope,
  invoiceId: Id<"invoice">,
): Promise<readonly Id<"payment">[]> {
  await db.execute(
    sql`select from ${invoice} where operator_id = ${actor.operator} and id = ${invoiceId} for update`,
  );
  const { rows } = await db.execute<{ id: Id<"payment"> }>(sql`
    select pay.id from ${payment} pay where pay.operator_id = ${actor.operator}
      and pay.invoice_id = ${invoiceId}
      and exists (select from ${settlementLine} part
        where part.operator_id = pay.operator_id and part.invoice_id = pay.invoice_id)
      and not exists (select from ${settlementRelease} done
        where done.operator_id = pay.operator_id and done.payment_id = pay.id)
    order by pay.id`);
  return rows.map(({ id }) => id);
}

/** Lines that owe nothing, or less, are released whole with the payment that settles their invoice. */
function partsOf(lines: readonly Row[]): readonly Money[] {
  const [first] = lines;
  invariant(first !== undefined, "an invoice line was divided");
  const { currency } = first;
  const of = (text: string) => money(BigInt(text), currency);
  const releasable: readonly Releasable[] = lines.map((row) => ({
    amount: of(row.amount),
    released: of(row.released),
  }));
  if (BigInt(first.net) > 0n)
    return releaseParts(of(first.net), of(first.paid_before), of(first.paid), releasable);
  return releasable.map(({ amount, released }) =>
    first.settled ? money(amount.minor - released.minor, currency) : money(0n, currency),
  );
}

function byLine(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const lines = new Map<string, Row[]>();
  for (const row of rows) {
    const known = lines.get(row.invoice_line_id);
    if (known) known.push(row);
    else lines.set(row.invoice_line_id, [row]);
  }
  return lines;
}

async function readReleasable({ actor, db, now }: Scope, paymentId: Id<"payment">): Promise<readonly Row[]> {
  const { rows } = await db.execute<Row>(sql`
    with this as (
      select pay.*, bill.paid >= bill.gross as settled from ${payment} pay
      join ${invoice} bill on bill.operator_id = pay.operator_id and bill.id = pay.invoice_id
      where pay.operator_id = ${actor.operator} and pay.id = ${paymentId}
    )
    select part.id, part.invoice_line_id, part.party_id, part.description, part.currency, part.amount::text,
      coalesce((select sum(earlier.amount) from ${settlementRelease} earlier
        where earlier.operator_id = part.operator_id and earlier.settlement_line_id = part.id),
          0)::text as released,
      line.net::text, this.settled, coalesce((
        select sum(before.net) from ${paymentAllocation} before
        where before.operator_id = line.operator_id and before.invoice_line_id = line.id
          and before.payment_id < this.id
      ), 0)::text as paid_before,
      coalesce((select now_paid.net from ${paymentAllocation} now_paid
        where now_paid.operator_id = line.operator_id
        and now_paid.invoice_line_id = line.id and now_paid.payment_id = this.id), 0)::text as paid,
      coalesce((select terms.holding_days from ${agreementVersion} terms
        where terms.operator_id = part.operator_id
        and terms.child_id = part.party_id and terms.status <> 'draft'
          and terms.valid_from <= ${now.toISOString()}
        and (terms.valid_to is null or terms.valid_to > ${now.toISOString()})
        order by terms.valid_from desc limit 1), 0) as holding_days
    from this
    join ${invoiceLine} line on line.operator_id = this.operator_id and line.invoice_id = this.invoice_id
    join ${settlementLine} part on part.operator_id = line.operator_id and part.invoice_line_id = line.id
    order by line.id, part.number`);
  return rows;
}
