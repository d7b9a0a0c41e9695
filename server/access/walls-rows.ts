/**
 * For each kind of thing, its rows and who may see them, said once more and apart from the policies: `path` is the
 * place in the tree that a viewer has to stand at or above, `parties` are those who see it for their own part, `all` is
 * everybody in the network. The operator's people see everything.
 */
export const rowsOf: Readonly<Record<string, string>> = {
  party: `select operator_id, id, path, array[id] as parties, disclosed as "all" from app.party where kind <> 'customer'`,
  account:
    "select operator_id, id, null as path, array[id] as parties, false as \"all\" from app.party where kind in ('reseller', 'supplier')",
  customer:
    "select operator_id, id, path, null as parties, false as \"all\" from app.party where kind = 'customer'",
  offer:
    'select operator_id, id, null as path, null as parties, published_at is not null as "all" from app.offer',
  offerVersion:
    'select operator_id, id, null as path, null as parties, published_at is not null as "all" from app.offer_version',
  priceList:
    'select operator_id, id, null as path, array[seller_id, reader_id] as parties, false as "all" from app.price_list',
  priceVersion:
    'select operator_id, id, null as path, array[seller_id, reader_id] as parties, false as "all" from app.price_version',
  approval:
    'select operator_id, id, null as path, array[party_id] as parties, false as "all" from app.approval',
  exception: `select operator_id, id, null as path, array[party_id] as parties, false as "all" from app.approval
    where subject_kind = 'quote_version'`,
  quote: 'select operator_id, id, owner_path as path, null as parties, false as "all" from app.quote',
  quoteVersion:
    'select operator_id, id, owner_path as path, null as parties, false as "all" from app.quote_version',
  quoteLeg: `select operator_id, id, null as path, case kind when 'sale' then array[seller_id, buyer_id] else array[payer_id, payee_id] end
    as parties, false as "all" from app.quote_leg`,
  order: 'select operator_id, id, owner_path as path, null as parties, false as "all" from app."order"',
  task: 'select operator_id, id, owner_path as path, array[supplier_id] as parties, false as "all" from app.fulfilment_task',
  subscription:
    'select operator_id, id, owner_path as path, null as parties, false as "all" from app.subscription',
  billRun: 'select operator_id, id, null as path, null as parties, false as "all" from app.bill_run',
  invoice:
    'select operator_id, id, null as path, array[seller_id, reader_id] as parties, false as "all" from app.invoice where number is not null',
  invoiceLine: `select line.operator_id, line.id, null as path, array[line.seller_id, line.reader_id] as parties, false as "all"
    from app.invoice_line line join app.invoice bill on bill.id = line.invoice_id where bill.number is not null`,
  settlementLine:
    'select operator_id, id, null as path, array[party_id, payer_id] as parties, false as "all" from app.settlement_line',
  payoutRun: 'select operator_id, id, null as path, null as parties, false as "all" from app.payout_run',
  paymentFile:
    'select operator_id, payout_run_id as id, null as path, null as parties, false as "all" from app.payment_file',
  payout: 'select operator_id, id, null as path, array[party_id] as parties, false as "all" from app.payout',
  statement:
    'select operator_id, id, null as path, array[party_id] as parties, false as "all" from app.statement',
};
