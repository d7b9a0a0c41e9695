import { and, asc, desc, eq, gt, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { offer } from "@/db/schema/offer";
import { party } from "@/db/schema/party";
import { quote, quoteVersion } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import type { Money } from "@/server/core/money/money";
import type { QuoteList } from "../input";
import { customerTotals } from "../rules/view";
import type { QuoteStatus } from "../rules/vocabulary";
import { readLines } from "./version";

const partner = alias(party, "partner");
const customer = alias(party, "customer");
const later = alias(quoteVersion, "later");

const columns = {
  id: quote.id,
  number: quote.number,
  createdAt: quote.createdAt,
  createdByName: quote.createdByName,
  partnerId: quote.partnerId,
  partnerName: partner.name,
  customerId: quote.customerId,
  customerName: customer.name,
  customerCurrency: customer.currency,
  offerName: offer.name,
  versionId: quoteVersion.id,
  versionNumber: quoteVersion.number,
  status: quoteVersion.status,
  validUntil: quoteVersion.validUntil,
  timeZone: partner.timeZone,
  termMonths: quoteVersion.termMonths,
  total: sql<number>`count(*) over ()::int`,
};

const sorts = {
  createdAt: quote.createdAt,
  number: quote.number,
  customer: customer.name,
  partner: partner.name,
  offer: offer.name,
  status: quoteVersion.status,
  validUntil: quoteVersion.validUntil,
} as const;

type Row = Awaited<ReturnType<typeof readRows>>[number];

/** The quotes of the asker and of whoever stands below, each by its newest version. */
export async function listQuotes(scope: Scope, input: QuoteList): Promise<Page<QuoteListed>> {
  const rows = await readRows(scope, input);
  if (rows.length === 0 && input.page > 1) {
    const first = await readRows(scope, { ...input, page: 1, size: 1 });
    return { rows: [], total: first[0]?.total ?? 0 };
  }
  return { rows: await withAmounts(scope, rows), total: rows[0]?.total ?? 0 };
}

export type QuoteListed = Omit<Row, "total" | "customerCurrency"> & {
  /** What the customer pays, once and every month; null for those who stand above and may not know it. */
  readonly once: Money | null;
  readonly monthly: Money | null;
};

function readRows({ db, actor }: Scope, input: QuoteList) {
  const of = {
    partner: eq(partner.operatorId, quote.operatorId),
    customer: eq(customer.operatorId, quote.operatorId),
  };
  const isVersion = and(eq(quoteVersion.operatorId, quote.operatorId), eq(quoteVersion.quoteId, quote.id));
  const isLater = and(
    eq(later.operatorId, quote.operatorId),
    eq(later.quoteId, quote.id),
    gt(later.number, quoteVersion.number),
  );
  const way = input.dir === "desc" ? desc : asc;
  return db
    .select(columns)
    .from(quote)
    .innerJoin(quoteVersion, isVersion)
    .leftJoin(later, isLater)
    .innerJoin(partner, and(of.partner, eq(partner.id, quote.partnerId)))
    .innerJoin(customer, and(of.customer, eq(customer.id, quote.customerId)))
    .innerJoin(offer, and(eq(offer.operatorId, quote.operatorId), eq(offer.id, quote.offerId)))
    .where(and(eq(quote.operatorId, actor.operator), isNull(later.id), ...narrowed(input)))
    .orderBy(way(sorts[input.sort]), desc(quote.id))
    .limit(input.size)
    .offset(offsetOf(input));
}

function narrowed({ q, filters }: QuoteList): readonly (SQL | undefined)[] {
  const { status = [], partner: partners = [], customer: customers = [] } = filters;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const looked = [quote.number, customer.name, partner.name, offer.name];
  return [
    q ? or(...looked.map((text) => ilike(text, like))) : undefined,
    status.length > 0 ? inArray(quoteVersion.status, status as QuoteStatus[]) : undefined,
    partners.length > 0 ? inArray(quote.partnerId, partners as PartyId[]) : undefined,
    customers.length > 0 ? inArray(quote.customerId, customers as PartyId[]) : undefined,
  ];
}

async function withAmounts(scope: Scope, rows: readonly Row[]): Promise<readonly QuoteListed[]> {
  const lines =
    rows.length > 0
      ? await readLines(
          scope,
          rows.map(({ versionId }) => versionId),
        )
      : [];
  return rows.map(({ total: _total, customerCurrency: currency, ...row }) => {
    const own = lines.filter(({ quoteVersionId }) => quoteVersionId === row.versionId);
    const { customerId, termMonths } = row;
    const totals = customerTotals(own, { customerId, currency, termMonths });
    return { ...row, once: totals?.amount.once ?? null, monthly: totals?.amount.monthly ?? null };
  });
}
