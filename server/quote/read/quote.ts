import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { offer } from "@/db/schema/offer";
import { party } from "@/db/schema/party";
import { quote, quoteVersion } from "@/db/schema/quote";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { readApprovalsOf } from "@/server/approval/read";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { readContents } from "./contents";
import type { VersionRow } from "./version";

const partner = alias(party, "partner");
const customer = alias(party, "customer");
const marketplace = alias(party, "marketplace");

/**
 * A quote as the asker may know it: everybody above sees that it is there, each sees the legs that are its
 * own.
 */
export async function readQuote(
  scope: Scope,
  { id, versionId }: { readonly id: Id<"quote">; readonly versionId?: Id<"quoteVersion"> | undefined },
) {
  const head = await readHead(scope, id);
  const rows = await readVersions(scope, id);
  const version = versionId ? rows.find((row) => row.id === versionId) : rows[0];
  if (!version) throw new Refusal("NOT_FOUND", "There is no such quote.");
  const isOwn = head.partner.id === scope.actor.party;
  const tells = isOwn || isOperator(scope.actor);
  const stamped = rows.map((row) => stampsOf(row, tells));
  return {
    ...head,
    isOwn,
    versions: stamped,
    version: { ...stampsOf(version, tells), ...(await readContents(scope, version, head)) },
    approvals: await readApprovalsOf(
      scope,
      "quote_version",
      rows.map((row) => row.id),
    ),
  };
}

export type QuoteSeen = Awaited<ReturnType<typeof readQuote>>;

async function readHead({ db, actor }: Scope, id: Id<"quote">) {
  const [found] = await db
    .select({
      id: quote.id,
      number: quote.number,
      createdAt: quote.createdAt,
      createdByName: quote.createdByName,
      partner: { id: partner.id, name: partner.name, timeZone: partner.timeZone },
      customer: { id: customer.id, name: customer.name, currency: customer.currency },
      offer: { id: offer.id, name: offer.name },
      marketplace: { id: marketplace.id, name: marketplace.name },
    })
    .from(quote)
    .innerJoin(partner, and(eq(partner.operatorId, quote.operatorId), eq(partner.id, quote.partnerId)))
    .innerJoin(customer, and(eq(customer.operatorId, quote.operatorId), eq(customer.id, quote.customerId)))
    .innerJoin(offer, and(eq(offer.operatorId, quote.operatorId), eq(offer.id, quote.offerId)))
    .leftJoin(
      marketplace,
      and(eq(marketplace.operatorId, quote.operatorId), eq(marketplace.id, quote.marketplaceId)),
    )
    .where(and(eq(quote.operatorId, actor.operator), eq(quote.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such quote.");
  return found;
}

async function readVersions({ db, actor }: Scope, id: Id<"quote">): Promise<readonly VersionRow[]> {
  return db
    .select()
    .from(quoteVersion)
    .where(and(eq(quoteVersion.operatorId, actor.operator), eq(quoteVersion.quoteId, id)))
    .orderBy(desc(quoteVersion.number));
}

/**
 * Where a version stands and when it got there. What the customer said is between it, the partner and the
 * operator.
 */
function stampsOf(row: VersionRow, tells: boolean) {
  const { id, number, status, createdAt, submittedAt, approvedAt, sentAt, acceptedAt, endedAt, validUntil } =
    row;
  const { acceptedByName, declinedReason, voidedReason, approvalId } = row;
  const said = tells
    ? { acceptedByName, declinedReason, voidedReason, approvalId }
    : { acceptedByName: null, declinedReason: null, voidedReason: null, approvalId: null };
  return {
    ...{ id, number, status, createdAt, submittedAt, approvedAt, sentAt, acceptedAt, endedAt, validUntil },
    ...said,
  };
}
