import { and, asc, desc, eq, ilike, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invoice } from "@/db/schema/invoice";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import type { InvoiceList } from "../input";
import { type InvoiceStatus, invoiceStatuses } from "../rules/vocabulary";

const seller = alias(party, "seller_party");
const customer = alias(party, "customer_party");

const sellerName = sql<string>`coalesce(${seller.name}, ${invoice.seller}->>'legalName')`;
const customerName = sql<string>`coalesce(${customer.name}, ${invoice.customer}->>'legalName')`;
const open = sql<bigint>`${invoice.gross} - ${invoice.paid}`.mapWith(BigInt);

const columns = {
  ...{ id: invoice.id, number: invoice.number, status: invoice.status, billRunId: invoice.billRunId },
  ...{ sellerId: invoice.sellerId, sellerName, customerId: invoice.customerId, customerName },
  ...{ from: invoice.from, to: invoice.to, timeZone: invoice.timeZone, currency: invoice.currency },
  ...{ issuedAt: invoice.issuedAt, dueAt: invoice.dueAt },
  ...{ net: invoice.net, tax: invoice.tax, gross: invoice.gross, open },
};

const sorts = {
  issuedAt: invoice.issuedAt,
  number: invoice.number,
  customer: customerName,
  seller: sellerName,
  gross: invoice.gross,
  open,
  dueAt: invoice.dueAt,
} as const;

/**
 * The invoices that the asker may see: as their seller, as the partner that sold them, or as the
 * operator.
 */
export async function listInvoices(scope: Scope, input: InvoiceList) {
  const { db, now } = scope;
  const where = and(...matching(scope, input));
  const found = await db
    .select(columns)
    .from(invoice)
    .leftJoin(seller, and(eq(seller.operatorId, invoice.operatorId), eq(seller.id, invoice.sellerId)))
    .leftJoin(customer, and(eq(customer.operatorId, invoice.operatorId), eq(customer.id, invoice.customerId)))
    .where(where)
    .orderBy((input.dir === "desc" ? desc : asc)(sorts[input.sort]), desc(invoice.id))
    .limit(input.size)
    .offset(offsetOf(input));
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(invoice)
    .leftJoin(seller, and(eq(seller.operatorId, invoice.operatorId), eq(seller.id, invoice.sellerId)))
    .leftJoin(customer, and(eq(customer.operatorId, invoice.operatorId), eq(customer.id, invoice.customerId)))
    .where(where);
  const rows = found.map(({ net, tax, gross, open: left, ...row }) => ({
    ...row,
    ...{ net: money(net, row.currency), tax: money(tax, row.currency) },
    ...{ gross: money(gross, row.currency), open: money(left, row.currency) },
    isOverdue: row.dueAt !== null && row.dueAt < now && left > 0n,
  }));
  return { rows, total: counted?.total ?? 0 } satisfies Page<(typeof rows)[number]>;
}

export type InvoiceSeen = Awaited<ReturnType<typeof listInvoices>>["rows"][number];

/** `overdue` is asked for as if it were a status: open, and past its day. */
function matching({ actor, now }: Scope, { q, filters }: InvoiceList): readonly (SQL | undefined)[] {
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const { status = [], currency = [], billRunId = [] } = filters;
  const statuses = status.filter((each): each is InvoiceStatus =>
    invoiceStatuses.some((one) => one === each),
  );
  const overdue = and(lt(invoice.dueAt, now), sql`${invoice.gross} > ${invoice.paid}`);
  return [
    eq(invoice.operatorId, actor.operator),
    ne(invoice.status, "draft"),
    q ? or(ilike(invoice.number, like), ilike(customerName, like), ilike(sellerName, like)) : undefined,
    status.length > 0
      ? or(
          statuses.length > 0 ? inArray(invoice.status, statuses) : undefined,
          status.includes("overdue") ? overdue : undefined,
        )
      : undefined,
    currency.length > 0 ? inArray(invoice.currency, currency as Currency[]) : undefined,
    billRunId.length > 0 ? inArray(invoice.billRunId, billRunId as Id<"billRun">[]) : undefined,
  ];
}
