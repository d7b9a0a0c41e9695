import { and, eq, sql } from "drizzle-orm";
import { quote, quoteVersion } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { canonicalJson, sha256Hex } from "@/server/core/digest";
import { type Id, newId, type PartyId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { documentNumber, nextNumber } from "@/server/party/number";
import { QuoteDraft } from "./input";
import { propose } from "./propose";
import { versionOf, writeContents } from "./write";

type Drafted = { readonly quoteId: Id<"quote">; readonly versionId: Id<"quoteVersion"> };

/**
 * Begins a quote for a partner's own customer, with the prices of today pinned to every edge of its chain.
 * With a request key, sending the same draft twice makes one quote.
 */
export async function draftQuote(scope: Scope, draft: QuoteDraft): Promise<Drafted> {
  const { requestKey = newId("quote", scope.now), ...asked } = QuoteDraft.parse(draft);
  const requestDigest = sha256Hex(canonicalJson(asked));
  const proposal = await propose(scope, asked);
  const { partner, customer, offer } = proposal;
  const drafted = await findDrafted(scope, { partnerId: partner.id, requestKey, requestDigest });
  if (drafted) return drafted;

  const { actor, now, db } = scope;
  const operatorId = actor.operator;
  const ownerPath = partner.path;
  const quoteId = newId("quote", now);
  const versionId = newId("quoteVersion", now);
  const number = documentNumber("Q", await nextNumber(scope, operatorId as string as PartyId, "quote"));
  await db.insert(quote).values({
    ...{
      operatorId,
      id: quoteId,
      number,
      partnerId: partner.id,
      customerId: customer.id,
      offerId: offer.offerId,
    },
    ...{ marketplaceId: asked.marketplaceId, requestKey, requestDigest, ownerPath },
    ...{ createdBy: actor.user, createdByName: actor.name, createdAt: now },
  });
  await db.insert(quoteVersion).values({
    ...versionOf(proposal),
    ...{ operatorId, id: versionId, quoteId, number: 1, status: "draft", createdAt: now, ownerPath },
  });
  await writeContents(scope, { id: versionId, ownerPath }, proposal);
  await record(scope, {
    code: "quote.version.drafted",
    summary: `${number}: ${offer.name} for ${customer.name}`,
    object: { kind: "quote", id: quoteId },
    after: { versionId, status: "draft", digest: proposal.digest },
  });
  await emit(scope, "quote.drafted", { quoteId, quoteVersionId: versionId });
  return { quoteId, versionId };
}

type Request = { partnerId: PartyId; requestKey: string; requestDigest: string };

/** What the same submission made before; of two at once the second waits here for the first. */
async function findDrafted(scope: Scope, request: Request): Promise<Drafted | null> {
  const { db, actor } = scope;
  const lock = `quote:${actor.operator}:${request.partnerId}:${request.requestKey}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const [found] = await db
    .select({ quoteId: quote.id, requestDigest: quote.requestDigest, versionId: quoteVersion.id })
    .from(quote)
    .innerJoin(
      quoteVersion,
      and(eq(quoteVersion.operatorId, quote.operatorId), eq(quoteVersion.quoteId, quote.id)),
    )
    .where(
      and(
        eq(quote.operatorId, actor.operator),
        eq(quote.partnerId, request.partnerId),
        eq(quote.requestKey, request.requestKey),
        eq(quoteVersion.number, 1),
      ),
    );
  if (!found) return null;
  if (found.requestDigest !== request.requestDigest) {
    throw new Refusal(
      "CONFLICT",
      "This form was sent before with other contents. Open the quote it made, or start anew.",
    );
  }
  return { quoteId: found.quoteId, versionId: found.versionId };
}
