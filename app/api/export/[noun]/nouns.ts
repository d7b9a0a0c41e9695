import type { api } from "@/app/api";
import { subscriptionSpec, taskSpec } from "@/components/activation/columns";
import { subscriptionExport, taskExport } from "@/components/activation/export";
import { approvalExport, approvalSpec } from "@/components/approval/columns";
import { auditExport, auditSpec } from "@/components/audit/columns";
import { customerExport, customerSpec } from "@/components/customer/columns";
import { invoiceExport } from "@/components/invoice/export";
import { invoiceSpec } from "@/components/invoice/filters";
import { accountExport, accountSpec } from "@/components/ledger/export";
import { itemSpec, offerSpec } from "@/components/offer/columns";
import { itemExport, offerExport } from "@/components/offer/export";
import { orderExport, orderSpec } from "@/components/order/columns";
import { orderItemExport, orderItemSpec } from "@/components/order/item-columns";
import { partySpec } from "@/components/party/columns";
import { partyExport } from "@/components/party/export";
import { statementSpec } from "@/components/payout/columns";
import { statementExport } from "@/components/payout/export";
import { priceSpec } from "@/components/price/columns";
import { priceExport } from "@/components/price/export";
import { quoteExport } from "@/components/quote/export";
import { quoteSpec } from "@/components/quote/filters";
import { settlementSpec } from "@/components/settlement/columns";
import { settlementExport } from "@/components/settlement/export";
import type { ListSpec } from "@/components/table/query";
import type { CsvColumn } from "@/server/core/csv";
import type { ListInput, Page } from "@/server/core/list";

type Caller = Awaited<ReturnType<typeof api>>;

/**
 * A list that can be had as a file: how its URL is read, where its rows come from, and what the file holds.
 */
type Exported<Row> = {
  readonly spec: ListSpec;
  readonly read: (caller: Caller, input: ListInput) => Promise<Page<Row>>;
  readonly columns: readonly CsvColumn<Row>[];
};

/** Hides the rows' type, which reader and columns agree on. */
function exported<Row>({ spec, read, columns }: Exported<Row>): Exported<unknown> {
  return {
    spec,
    read,
    columns: columns.map(({ header, cell }) => ({ header, cell: (row) => cell(row as Row) })),
  };
}

/** By the last part of the address: `/api/export/quotes`. A noun is added with its stage's list. */
export const nouns: ReadonlyMap<string, Exported<unknown>> = new Map([
  [
    "accounts",
    exported({
      spec: accountSpec,
      read: ({ ledger }, input) => ledger.accounts(input),
      columns: accountExport,
    }),
  ],
  [
    "approvals",
    exported({
      spec: approvalSpec,
      read: ({ approval }, input) => approval.queue(input),
      columns: approvalExport,
    }),
  ],
  [
    "audit",
    exported({ spec: auditSpec, read: ({ audit }, input) => audit.list(input), columns: auditExport }),
  ],
  [
    "customers",
    exported({
      spec: customerSpec,
      read: ({ customer }, input) => customer.list(input),
      columns: customerExport,
    }),
  ],
  [
    "invoices",
    exported({
      spec: invoiceSpec,
      read: ({ invoice }, input) => invoice.list(input),
      columns: invoiceExport,
    }),
  ],
  [
    "items",
    exported({ spec: itemSpec, read: ({ offer }, input) => offer.items(input), columns: itemExport }),
  ],
  [
    "offers",
    exported({ spec: offerSpec, read: ({ offer }, input) => offer.list(input), columns: offerExport }),
  ],
  [
    "order-items",
    exported({
      spec: orderItemSpec,
      read: ({ order }, input) => order.items(input),
      columns: orderItemExport,
    }),
  ],
  [
    "orders",
    exported({ spec: orderSpec, read: ({ order }, input) => order.list(input), columns: orderExport }),
  ],
  [
    "partners",
    exported({ spec: partySpec, read: ({ party }, input) => party.list(input), columns: partyExport }),
  ],
  [
    "price-lists",
    exported({ spec: priceSpec, read: ({ price }, input) => price.list(input), columns: priceExport }),
  ],
  [
    "quotes",
    exported({ spec: quoteSpec, read: ({ quote }, input) => quote.list(input), columns: quoteExport }),
  ],
  [
    "sellable",
    exported({ spec: offerSpec, read: ({ offer }, input) => offer.sellable(input), columns: offerExport }),
  ],
  [
    "settlement",
    exported({
      spec: settlementSpec,
      read: ({ settlement }, input) => settlement.list(input),
      columns: settlementExport,
    }),
  ],
  [
    "statements",
    exported({
      spec: statementSpec,
      read: ({ statement }, input) => statement.list(input),
      columns: statementExport,
    }),
  ],
  [
    "subscriptions",
    exported({
      spec: subscriptionSpec,
      read: ({ subscription }, input) => subscription.list(input),
      columns: subscriptionExport,
    }),
  ],
  ["tasks", exported({ spec: taskSpec, read: ({ task }, input) => task.list(input), columns: taskExport })],
]);
