import { type SQL, sql } from "drizzle-orm";
import { invoice, invoiceLine } from "@/db/schema/invoice";
import { order, orderItem, orderLeg } from "@/db/schema/order";
import { party } from "@/db/schema/party";
import { ratedItem, ratedLeg } from "@/db/schema/rating";
import type { Scope } from "@/server/access/scope";
import type { Id, PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import type { ChainSnapshot, PartyRole } from "@/server/party/rules/vocabulary";
import type { LegFacts, LineFacts } from "./rules/line";
import type { LegSelector } from "./rules/vocabulary";

/** An issued line as its division needs it, and what its statement lines will say. */
export type IssuedLine = {
  readonly id: Id<"invoiceLine">;
  readonly invoiceId: Id<"invoice">;
  readonly issuedAt: Date;
  readonly family: string;
  readonly marketplaceId: PartyId | null;
  readonly description: string;
  readonly orderNumber: string;
  readonly customerName: string;
  readonly facts: LineFacts;
};

type Row = {
  readonly id: Id<"invoiceLine">;
  readonly invoice_id: Id<"invoice">;
  readonly issued_at: string;
  readonly family: string;
  readonly marketplace_id: PartyId | null;
  readonly description: string;
  readonly order_number: string;
  readonly customer_name: string;
  readonly net: string;
  readonly currency: Currency;
  readonly supplier_id: PartyId;
  readonly operator_id: PartyId;
  readonly chain: ChainSnapshot;
  readonly legs: readonly LegRow[];
};

type LegRow = {
  readonly number: number;
  readonly kind: "sale" | "share";
  readonly seller: PartyId;
  readonly buyer: PartyId;
  readonly payer: PartyId | null;
  readonly payee: PartyId | null;
  readonly rate: string | null;
  readonly agreement: Id<"agreementVersion"> | null;
  readonly amount: string;
  readonly discount: string;
  readonly bearer: PartyId | null;
};

/** The issued lines that a condition names, each with its legs; one statement, however many lines. */
export async function readIssuedLines(scope: Scope, where: SQL): Promise<readonly IssuedLine[]> {
  const { rows } = await scope.db.execute<Row>(sql`
    select line.id, line.invoice_id, bill.issued_at, deal.family, deal.marketplace_id, line.description,
      deal.number as order_number, customer.name as customer_name, line.net::text, line.currency,
      item.supplier_id, line.operator_id, deal.chain, (
        select jsonb_agg(jsonb_build_object('number', leg.number, 'kind', leg.kind, 'seller', leg.seller_id,
          'buyer', leg.buyer_id, 'payer', leg.payer_id, 'payee', leg.payee_id, 'rate',
            pinned.share_rate::text,
          'agreement', pinned.agreement_version_id, 'amount', leg.amount::text,
          'discount', leg.discount_amount::text, 'bearer', leg.discount_bearer_id) order by leg.number)
        from ${ratedLeg} leg
        join ${orderLeg} pinned on pinned.operator_id = leg.operator_id and pinned.id = leg.order_leg_id
        where leg.operator_id = line.operator_id and leg.rated_item_id = line.rated_item_id
      ) as legs
    from ${invoiceLine} line
    join ${invoice} bill on bill.operator_id = line.operator_id and bill.id = line.invoice_id
    join ${ratedItem} rated on rated.operator_id = line.operator_id and rated.id = line.rated_item_id
    join ${orderItem} item on item.operator_id = line.operator_id and item.id = rated.order_item_id
    join ${order} deal on deal.operator_id = line.operator_id and deal.id = item.order_id
    join ${party} customer on customer.operator_id = line.operator_id and customer.id = line.customer_id
    where line.operator_id = ${scope.actor.operator} and bill.issued_at is not null and ${where}
    order by line.id`);
  const kinds = await readKinds(scope);
  return rows.map((row) => issuedLine(row, kinds));
}

async function readKinds({ actor, db }: Scope): Promise<ReadonlyMap<string, PartyRole>> {
  const { rows } = await db.execute<{ id: string; kind: PartyRole }>(
    sql`select id, kind from ${party} where operator_id = ${actor.operator} and kind <> 'customer'`,
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

function issuedLine(row: Row, kinds: ReadonlyMap<string, PartyRole>): IssuedLine {
  const { currency } = row;
  return {
    id: row.id,
    invoiceId: row.invoice_id,
    issuedAt: new Date(row.issued_at),
    family: row.family,
    marketplaceId: row.marketplace_id,
    description: row.description,
    orderNumber: row.order_number,
    customerName: row.customer_name,
    facts: {
      net: money(BigInt(row.net), currency),
      legs: row.legs.map((leg) => legFacts(leg, currency)),
      roles: rolesOf(row, kinds),
    },
  };
}

function legFacts(leg: LegRow, currency: Currency): LegFacts {
  return {
    number: leg.number,
    kind: leg.kind,
    sellerId: leg.seller,
    buyerId: leg.buyer,
    payerId: leg.payer,
    payeeId: leg.payee,
    shareRate: leg.rate === null ? null : BigInt(leg.rate),
    agreementVersionId: leg.agreement,
    amount: money(BigInt(leg.amount), currency),
    discount: money(BigInt(leg.discount), currency),
    discountBearerId: leg.bearer,
  };
}

/**
 * Who plays which role in this deal: the supplier of the item, the operator, and the tiers of the deal's
 * own chain.
 */
function rolesOf({ supplier_id, operator_id, chain }: Row, kinds: ReadonlyMap<string, PartyRole>) {
  const roles = new Map<LegSelector, PartyId>([
    ["supplier", supplier_id],
    ["operator", operator_id],
  ]);
  for (const { childId } of chain.edges) {
    const kind = kinds.get(childId);
    if (kind === "distributor" || kind === "reseller" || kind === "sub_reseller")
      roles.set(kind, childId as PartyId);
  }
  return roles;
}
