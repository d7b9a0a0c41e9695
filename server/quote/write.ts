import { and, eq } from "drizzle-orm";
import { quoteLeg, quoteLine, quoteVersion } from "@/db/schema/quote";
import { elevated, type Scope } from "@/server/access/scope";
import { type Id, newId } from "@/server/core/ids";
import type { Proposal } from "./propose";

type Version = { readonly id: Id<"quoteVersion">; readonly ownerPath: string };

/**
 * Writes what a version says in place of what it said: its lines as the partner's, its legs as the
 * operator's.
 */
export async function writeContents(scope: Scope, version: Version, proposal: Proposal): Promise<void> {
  const { db, now, actor } = scope;
  const operatorId = actor.operator;
  await elevated(scope, async (wide) => {
    await wide.db
      .delete(quoteLeg)
      .where(and(eq(quoteLeg.operatorId, operatorId), eq(quoteLeg.quoteVersionId, version.id)));
  });
  await db
    .delete(quoteLine)
    .where(and(eq(quoteLine.operatorId, operatorId), eq(quoteLine.quoteVersionId, version.id)));

  const lines = proposal.lines.map((line) => ({ ...line, id: newId("quoteLine", now) }));
  await db.insert(quoteLine).values(
    lines.map(({ legs: _legs, ...line }) => ({
      ...line,
      operatorId,
      quoteVersionId: version.id,
      ownerPath: version.ownerPath,
    })),
  );
  const legs = lines.flatMap(({ id, legs: all }) =>
    all.map(({ list, amount, ...leg }) => ({
      ...leg,
      operatorId,
      id: newId("quoteLeg", now),
      quoteVersionId: version.id,
      quoteLineId: id,
      agreementVersionId: leg.agreementVersionId as Id<"agreementVersion"> | null,
      priceVersionId: leg.priceVersionId as Id<"priceVersion">,
      currency: amount.currency,
      listAmount: list.minor,
      amount: amount.minor,
    })),
  );
  await elevated(scope, async (wide) => {
    await wide.db.insert(quoteLeg).values(legs);
  });
}

/** Says something else in the same version. */
export async function rewrite(scope: Scope, version: Version, proposal: Proposal): Promise<void> {
  await scope.db
    .update(quoteVersion)
    .set(versionOf(proposal))
    .where(and(eq(quoteVersion.operatorId, scope.actor.operator), eq(quoteVersion.id, version.id)));
  await writeContents(scope, version, proposal);
}

/** What a version takes over from what was proposed. */
export function versionOf(proposal: Proposal) {
  const { offer, chain, validUntil, digest } = proposal;
  return {
    offerVersionId: offer.versionId,
    chain: chain.snapshot,
    termMonths: offer.termMonths,
    validUntil,
    digest,
  } satisfies Partial<typeof quoteVersion.$inferInsert>;
}
