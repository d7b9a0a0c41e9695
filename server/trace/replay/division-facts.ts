import { type SQL, sql } from "drizzle-orm";
import { invoiceLine } from "@/db/schema/invoice";
import { order, orderItem, orderLeg } from "@/db/schema/order";
import { party } from "@/db/schema/party";
import { ratedItem, ratedLeg } from "@/db/schema/rating";
import { ruleVersion, settlementLine } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import type { Id, PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import type { ChainSnapshot, PartyRole } from "@/server/party/rules/vocabulary";
import type { LineFacts } from "@/server/settlement/rules/line";
import type { Derivation, LegSelector, RuleBody } from "@/server/settlement/rules/vocabulary";

/** A settlement line as it was kept. */
export type KeptShare = {
  readonly id: Id<"settlementLine">;
  readonly number: number;
  readonly kind: string;
  readonly party: PartyId;
  readonly payer: PartyId | null;
  readonly base: string;
  readonly rate: string | null;
  readonly amount: string;
  readonly derivation: Derivation;
};

/**
 * A divided invoice line: what its division depends on, the rule version that it pinned, and what came of it.
 */
export type Divided = {
  readonly id: Id<"invoiceLine">;
  readonly description: string;
  readonly currency: Currency;
  readonly facts: LineFacts;
  readonly rule: RuleBody;
  readonly shares: readonly KeptShare[];
};

type Row = {
  readonly id: Id<"invoiceLine">;
  readonly description: string;
  readonly net: string;
  readonly currency: Currency;
  readonly supplier_id: PartyId;
  readonly operator_id: PartyId;
  readonly chain: ChainSnapshot;
  readonly body: RuleBody;
  readonly shares: readonly KeptShare[];
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

/** Divided lines with everything they were divided by; `where` speaks of an invoice line called `line`. */
export async function readDivided(wide: Scope, where: SQL): Promise<readonly Divided[]> {
  const { actor, db } = wide;
  const { rows } = await db.execute<Row>(sql`
    select line.id, line.description, line.net::text, line.currency, item.supplier_id, line.operator_id,
      deal.chain,
      rule.body, parts.shares, (
        select jsonb_agg(jsonb_build_object('number', leg.number, 'kind', leg.kind, 'seller', leg.seller_id,
          'buyer', leg.buyer_id, 'payer', leg.payer_id,
          'payee', leg.payee_id, 'rate', pinned.share_rate::text,
          'agreement', pinned.agreement_version_id, 'amount', leg.amount::text,
          'discount', leg.discount_amount::text, 'bearer', leg.discount_bearer_id) order by leg.number)
        from ${ratedLeg} leg
        join ${orderLeg} pinned on pinned.operator_id = leg.operator_id and pinned.id = leg.order_leg_id
        where leg.operator_id = line.operator_id and leg.rated_item_id = line.rated_item_id
      ) as legs
    from ${invoiceLine} line
    join ${ratedItem} rated on rated.operator_id = line.operator_id and rated.id = line.rated_item_id
    join ${orderItem} item on item.operator_id = line.operator_id and item.id = rated.order_item_id
    join ${order} deal on deal.operator_id = line.operator_id and deal.id = item.order_id
    cross join lateral (
      select min(part.rule_version_id) as rule_id, jsonb_agg(jsonb_build_object('id', part.id, 'number',
        part.number,
        'kind', part.kind, 'party', part.party_id, 'payer', part.payer_id, 'base', part.base::text,
        'rate', part.rate::text, 'amount', part.amount::text, 'derivation', part.derivation)
        order by part.number) as shares
      from ${settlementLine} part where part.operator_id = line.operator_id and part.invoice_line_id = line.id
    ) parts
    join ${ruleVersion} rule on rule.operator_id = line.operator_id and rule.id = parts.rule_id
    where line.operator_id = ${actor.operator} and ${where} order by line.id`);
  const kinds = await readKinds(wide);
  return rows.map((row) => dividedOf(row, kinds));
}

async function readKinds({ actor, db }: Scope): Promise<ReadonlyMap<string, PartyRole>> {
  const { rows } = await db.execute<{ id: string; kind: PartyRole }>(
    sql`select id, kind from ${party} where operator_id = ${actor.operator} and kind <> 'customer'`,
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

function dividedOf(row: Row, kinds: ReadonlyMap<string, PartyRole>): Divided {
  const { id, description, currency, body, shares } = row;
  const amount = (minor: string) => money(BigInt(minor), currency);
  const legs = row.legs.map((leg) => ({
    number: leg.number,
    kind: leg.kind,
    sellerId: leg.seller,
    buyerId: leg.buyer,
    payerId: leg.payer,
    payeeId: leg.payee,
    shareRate: leg.rate === null ? null : BigInt(leg.rate),
    agreementVersionId: leg.agreement,
    amount: amount(leg.amount),
    discount: amount(leg.discount),
    discountBearerId: leg.bearer,
  }));
  return {
    ...{ id, description, currency, rule: body, shares },
    facts: { net: amount(row.net), legs, roles: rolesOf(row, kinds) },
  };
}

/** Who plays which role in the deal: by its own chain, not by the tree as it stands now. */
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
