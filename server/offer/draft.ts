import { and, eq, sql } from "drizzle-orm";
import { offer, offerComponent, offerVersion } from "@/db/schema/offer";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { compareDecimals, decimalToText } from "@/server/core/decimal";
import { type Id, newId } from "@/server/core/ids";
import { quantity } from "@/server/core/quantity";
import { Refusal } from "@/server/core/refusal";
import type { ComponentChange, NewComponent, NewOffer, TermChange } from "./input";
import { holdItem, holdVersion, type OfferVersionRow, readComponents, readOffer, readVersions } from "./read";

export type Drafted = { readonly offerId: Id<"offer">; readonly versionId: Id<"offerVersion"> };

/** Begins an offer with its first draft. A code names one offer: the same again is the one that is there. */
export async function draftOffer(scope: Scope, { termMonths, ...drafted }: NewOffer): Promise<Drafted> {
  const { actor, now, db } = scope;
  const operatorId = actor.operator;
  const offerId = newId("offer", now);
  const [kept] = await db
    .insert(offer)
    .values({ operatorId, id: offerId, ...drafted, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: offer.id });
  if (!kept) return sameOrRefuse(scope, { termMonths, ...drafted });
  const versionId = newId("offerVersion", now);
  const version = { operatorId, id: versionId, offerId, number: 1, status: "draft" as const };
  await db.insert(offerVersion).values({ ...version, termMonths, createdAt: now });
  await record(scope, {
    code: "offer.offer.drafted",
    summary: `“${drafted.name}” was begun`,
    object: { kind: "offer", id: offerId },
    after: { termMonths, ...drafted },
  });
  return { offerId, versionId };
}

/**
 * Begins the next version of an offer as a copy of the newest one; a draft that is there already is that next
 * version.
 */
export async function draftVersion(
  scope: Scope,
  { offerId }: { readonly offerId: Id<"offer"> },
): Promise<Drafted> {
  const { actor, now, db } = scope;
  const { name } = await readOffer(scope, offerId);
  const [newest] = await readVersions(scope, offerId);
  if (!newest) throw new Refusal("NOT_FOUND", "There is no such offer.");
  if (newest.status === "draft") return { offerId, versionId: newest.id };
  if (newest.status === "in_review" || newest.status === "approved") {
    throw new Refusal(
      "CONFLICT",
      `Version ${newest.number} is still on its way: take it back or publish it first.`,
    );
  }
  const versionId = newId("offerVersion", now);
  const number = newest.number + 1;
  const { termMonths } = newest;
  const operatorId = actor.operator;
  await db
    .insert(offerVersion)
    .values({ operatorId, id: versionId, offerId, number, status: "draft", termMonths, createdAt: now });
  for (const component of await readComponents(scope, newest.id)) {
    const { position, itemId, quantityMin, quantityMax, quantityDefault } = component;
    const copy = { position, itemId, quantityMin, quantityMax, quantityDefault };
    const id = newId("component", now);
    await db.insert(offerComponent).values({ operatorId, id, offerVersionId: versionId, ...copy });
  }
  const object = { kind: "offer", id: offerId };
  const summary = `Version ${number} of “${name}” was begun`;
  await record(scope, { code: "offer.version.drafted", summary, object, after: { versionId, number } });
  return { offerId, versionId };
}

export async function changeTerm(scope: Scope, { versionId, termMonths }: TermChange): Promise<void> {
  const held = await holdDraft(scope, versionId);
  if (held.termMonths === termMonths) return;
  await scope.db
    .update(offerVersion)
    .set({ termMonths })
    .where(and(eq(offerVersion.operatorId, scope.actor.operator), eq(offerVersion.id, versionId)));
  await note(scope, held, "The term was changed", { termMonths: held.termMonths }, { termMonths });
}

/** Puts an item into a draft, at its end. */
export async function addComponent(
  scope: Scope,
  { versionId, itemId, ...written }: NewComponent,
): Promise<Id<"component">> {
  const { actor, now, db } = scope;
  const held = await holdDraft(scope, versionId);
  const item = await holdItem(scope, itemId);
  const quantities = readQuantities(written);
  const there = (await readComponents(scope, versionId)).find((each) => each.itemId === itemId);
  if (there) {
    const same = Object.entries(quantities).every(
      ([key, value]) => there[key as keyof typeof quantities] === value,
    );
    if (same) return there.componentId;
    throw new Refusal("CONFLICT", `“${item.name}” is in the offer already: change its quantities there.`);
  }
  const id = newId("component", now);
  const operatorId = actor.operator;
  const last = sql<number>`(select coalesce(max(${offerComponent.position}), 0) + 1 from ${offerComponent}
    where ${offerComponent.operatorId} = ${operatorId} and ${offerComponent.offerVersionId} = ${versionId})`;
  await db
    .insert(offerComponent)
    .values({ operatorId, id, offerVersionId: versionId, itemId, position: last, ...quantities });
  await note(scope, held, `“${item.name}” was put in`, undefined, { sku: item.sku, ...quantities });
  return id;
}

export async function changeComponent(
  scope: Scope,
  { componentId, ...written }: ComponentChange,
): Promise<void> {
  const { held, before } = await holdComponent(scope, componentId);
  const after = readQuantities(written);
  await scope.db
    .update(offerComponent)
    .set(after)
    .where(and(eq(offerComponent.operatorId, scope.actor.operator), eq(offerComponent.id, componentId)));
  const { quantityMin, quantityMax, quantityDefault } = before;
  const quantities = { quantityMin, quantityMax, quantityDefault };
  await note(scope, held, `How many “${before.name}” may be ordered was changed`, quantities, after);
}

export async function removeComponent(
  scope: Scope,
  { componentId }: { readonly componentId: Id<"component"> },
): Promise<void> {
  const { held, before } = await holdComponent(scope, componentId);
  await scope.db
    .delete(offerComponent)
    .where(and(eq(offerComponent.operatorId, scope.actor.operator), eq(offerComponent.id, componentId)));
  await note(scope, held, `“${before.name}” was taken out`, { sku: before.sku }, undefined);
}

/** A version that still is a draft, held. What is reviewed or published stays as it is. */
async function holdDraft(scope: Scope, versionId: Id<"offerVersion">): Promise<OfferVersionRow> {
  const held = await holdVersion(scope, versionId);
  if (held.status === "draft") return held;
  const way =
    held.status === "in_review" || held.status === "approved"
      ? "Take it back to change it."
      : "Begin a new version.";
  throw new Refusal("CONFLICT", `Version ${held.number} is ${held.status.replace("_", " ")}. ${way}`);
}

async function holdComponent(scope: Scope, componentId: Id<"component">) {
  const [row] = await scope.db
    .select({ versionId: offerComponent.offerVersionId })
    .from(offerComponent)
    .where(and(eq(offerComponent.operatorId, scope.actor.operator), eq(offerComponent.id, componentId)));
  if (!row) throw new Refusal("NOT_FOUND", "There is no such component.");
  const held = await holdDraft(scope, row.versionId);
  const before = (await readComponents(scope, row.versionId)).find(
    (each) => each.componentId === componentId,
  );
  if (!before) throw new Refusal("NOT_FOUND", "There is no such component.");
  return { held, before };
}

type Quantities = Pick<NewComponent, "quantityMin" | "quantityMax" | "quantityDefault">;

function readQuantities(written: Quantities): Quantities {
  const min = quantity(written.quantityMin);
  const max = written.quantityMax === null ? null : quantity(written.quantityMax);
  const usual = quantity(written.quantityDefault);
  if (min.units < 0n)
    throw new Refusal("INVALID", "At least nothing may be ordered: the least is not below zero.");
  if (max && compareDecimals(max, min) < 0) throw new Refusal("INVALID", "The most is not below the least.");
  if (compareDecimals(usual, min) < 0 || (max && compareDecimals(usual, max) > 0)) {
    throw new Refusal("INVALID", "The usual quantity lies between the least and the most.");
  }
  return {
    quantityMin: decimalToText(min),
    quantityMax: max && decimalToText(max),
    quantityDefault: decimalToText(usual),
  };
}

async function sameOrRefuse(scope: Scope, asked: NewOffer): Promise<Drafted> {
  const [there] = await scope.db
    .select()
    .from(offer)
    .where(and(eq(offer.operatorId, scope.actor.operator), eq(offer.code, asked.code)));
  const first = there && (await readVersions(scope, there.id)).at(-1);
  const { name, summary, family, termMonths } = asked;
  const same = there?.name === name && there.summary === summary && there.family === family;
  if (!first || !same || first.termMonths !== termMonths) {
    throw new Refusal("CONFLICT", `There is already an offer with the code “${asked.code}”.`);
  }
  return { offerId: there.id, versionId: first.id };
}

async function note(scope: Scope, held: OfferVersionRow, summary: string, before: unknown, after: unknown) {
  const object = { kind: "offer", id: held.offerId };
  await record(scope, { code: "offer.version.changed", summary, object, before, after });
}
