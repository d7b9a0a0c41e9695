import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { quote, quoteLeg, quoteLine, quoteVersion } from "@/db/schema/quote";
import { isOperator } from "@/server/access/actor";
import { elevated, type Scope } from "@/server/access/scope";
import { decimal, decimalToText } from "@/server/core/decimal";
import type { Id } from "@/server/core/ids";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import type { Composition, QuoteVersionRef } from "../input";

export type QuoteRow = typeof quote.$inferSelect;
export type VersionRow = typeof quoteVersion.$inferSelect;
export type LineRow = typeof quoteLine.$inferSelect;
export type LegRow = typeof quoteLeg.$inferSelect;

/** A version with its quote, held until the transaction ends so that two people cannot move it at once. */
export type HeldVersion = { readonly quote: QuoteRow; readonly version: VersionRow };

export async function holdVersion({ db, actor }: Scope, id: Id<"quoteVersion">): Promise<HeldVersion> {
  const [version] = await db
    .select()
    .from(quoteVersion)
    .where(and(eq(quoteVersion.operatorId, actor.operator), eq(quoteVersion.id, id)))
    .for("update");
  const [found] = version
    ? await db
        .select()
        .from(quote)
        .where(and(eq(quote.operatorId, actor.operator), eq(quote.id, version.quoteId)))
    : [];
  if (!version || !found) throw new Refusal("NOT_FOUND", "There is no such quote.");
  return { quote: found, version };
}

/** The same for the partner whose quote it is: whoever stands above it may look, and no more. */
export async function holdOwnVersion(scope: Scope, id: Id<"quoteVersion">): Promise<HeldVersion> {
  const held = await holdVersion(scope, id);
  if (held.quote.partnerId !== scope.actor.party && !isOperator(scope.actor)) {
    throw new Refusal("NOT_ALLOWED", "Only the partner who made this quote can change it.");
  }
  return held;
}

/** The newest version of a quote that the asker may see. */
export async function readNewest({ db, actor }: Scope, quoteId: Id<"quote">): Promise<VersionRow> {
  const [found] = await db
    .select()
    .from(quoteVersion)
    .where(and(eq(quoteVersion.operatorId, actor.operator), eq(quoteVersion.quoteId, quoteId)))
    .orderBy(desc(quoteVersion.number))
    .limit(1);
  if (!found) throw new Refusal("NOT_FOUND", "There is no such quote.");
  return found;
}

/** The lines of versions, in their order, each with the legs that the asker may see. */
export async function readLines({ db, actor }: Scope, versionIds: readonly Id<"quoteVersion">[]) {
  const lines = await db
    .select()
    .from(quoteLine)
    .where(and(eq(quoteLine.operatorId, actor.operator), inArray(quoteLine.quoteVersionId, [...versionIds])))
    .orderBy(asc(quoteLine.position));
  const legs = await db
    .select()
    .from(quoteLeg)
    .where(and(eq(quoteLeg.operatorId, actor.operator), inArray(quoteLeg.quoteVersionId, [...versionIds])))
    .orderBy(asc(quoteLeg.number));
  const byLine = new Map(lines.map(({ id }) => [id, [] as LegSeen[]]));
  for (const leg of legs) byLine.get(leg.quoteLineId)?.push(legSeen(leg));
  return lines.map((line) => ({
    ...line,
    quantity: shortest(line.quantity),
    legs: byLine.get(line.id) ?? [],
  }));
}

/** Postgres pads a numeric to its scale; 1.000000000000000 is 1. */
function shortest(numeric: string): string {
  return decimalToText(decimal(numeric));
}

/** A leg with its amounts as money. */
function legSeen({ currency, listAmount, amount, ...leg }: LegRow) {
  return { ...leg, list: money(listAmount, currency), amount: money(amount, currency) };
}

export type LegSeen = ReturnType<typeof legSeen>;
export type LineSeen = Awaited<ReturnType<typeof readLines>>[number];

/** What was asked for when a version was made, to work it out again. */
export async function readComposition(
  scope: Scope,
  { quote: of, version }: HeldVersion,
): Promise<Composition> {
  const lines = await elevated(scope, (wide) => readLines(wide, [version.id]));
  const discounted = lines.flatMap(({ legs }) => legs).find(({ discountRate }) => discountRate > 0n);
  return {
    customerId: of.customerId,
    offerId: of.offerId,
    marketplaceId: of.marketplaceId,
    quantities: Object.fromEntries(lines.map(({ componentId, quantity }) => [componentId, quantity])),
    discountRate: discounted?.discountRate ?? 0n,
    discountBearerId: discounted?.discountBearerId ?? null,
  };
}

/** What the partner asked for when it made a version, for the form that changes it. */
export async function readWishes(scope: Scope, { versionId }: QuoteVersionRef): Promise<Composition> {
  const held = await holdOwnVersion(scope, versionId);
  return readComposition(scope, held);
}

/** The instant from which a version can no longer be accepted. */
export async function readValidUntil({ db, actor }: Scope, id: Id<"quoteVersion">): Promise<Date> {
  const [found] = await db
    .select({ validUntil: quoteVersion.validUntil })
    .from(quoteVersion)
    .where(and(eq(quoteVersion.operatorId, actor.operator), eq(quoteVersion.id, id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such quote.");
  return found.validUntil;
}
