type Source = {
  readonly from: string;
  /** The column with the row's id. */
  readonly id?: string;
  /** The place in the tree at or above which a viewer has to stand. */
  readonly path?: string;
  /** Who sees the row for its own part. */
  readonly parties?: string;
  /** Whether everybody in the network sees it. */
  readonly all?: string;
};

const legParties = `case kind when 'sale' then array[seller_id, buyer_id] else array[payer_id, payee_id] end`;
const billed = "from app.invoice bill where bill.id = invoice_id and bill.number is not null";

/**
 * For each kind of thing, its rows and who may see them, said once more and apart from the policies. The
 * operator's
 * people see everything of their network.
 */
const sources: Readonly<Record<string, Source>> = {
  party: { from: "app.party where kind <> 'customer'", path: "path", parties: "array[id]", all: "disclosed" },
  account: { from: "app.party where kind in ('reseller', 'supplier')", parties: "array[id]" },
  customer: { from: "app.party where kind = 'customer'", path: "path" },
  offer: { from: "app.offer", all: "published_at is not null" },
  offerVersion: { from: "app.offer_version", all: "published_at is not null" },
  priceList: { from: "app.price_list", parties: "array[seller_id, reader_id]" },
  priceVersion: { from: "app.price_version", parties: "array[seller_id, reader_id]" },
  approval: { from: "app.approval", parties: "array[party_id]" },
  exception: { from: "app.approval where subject_kind = 'quote_version'", parties: "array[party_id]" },
  quote: { from: "app.quote", path: "owner_path" },
  quoteVersion: { from: "app.quote_version", path: "owner_path" },
  quoteLeg: { from: "app.quote_leg", parties: legParties },
  order: { from: 'app."order"', path: "owner_path" },
  task: { from: "app.fulfilment_task", path: "owner_path", parties: "array[supplier_id]" },
  subscription: { from: "app.subscription", path: "owner_path" },
  usageSource: { from: "app.usage_source", parties: "array[supplier_id]" },
  usageFile: { from: "app.usage_file", parties: "array[supplier_id]" },
  billRun: { from: "app.bill_run" },
  invoice: { from: "app.invoice where number is not null", parties: "array[seller_id, reader_id]" },
  invoiceLine: {
    from: `app.invoice_line where exists (select ${billed})`,
    parties: "array[seller_id, reader_id]",
  },
  settlementLine: { from: "app.settlement_line", parties: "array[party_id, payer_id]" },
  payoutRun: { from: "app.payout_run" },
  paymentFile: { from: "app.payment_file", id: "payout_run_id" },
  payout: { from: "app.payout", parties: "array[party_id]" },
  statement: { from: "app.statement", parties: "array[party_id]" },
};

/** A query of all rows of a kind with `operator_id, id, path, parties, all`. */
export function rowsOf(kind: string): string {
  const source = sources[kind];
  if (!source) throw new Error(`walls-rows.ts has no rows of ${kind}`);
  const { from, id = "id", path = "null", parties = "null::text[]", all = "false" } = source;
  return `select operator_id, ${id} as id, ${path}::text as path, ${parties} as parties, ${all} as "all"
    from ${from}`;
}
