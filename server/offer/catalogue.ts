import { and, eq } from "drizzle-orm";
import { meter, product, productItem } from "@/db/schema/offer";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { canonicalJson } from "@/server/core/digest";
import { type Id, newId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { readParty } from "@/server/party/read";
import type { ItemChange, NewItem, NewMeter, NewProduct } from "./input";
import { findProduct, holdItem, readProduct } from "./read";

/**
 * Lists what a supplier delivers; the operator may be its own. The same product again is the one that is
 * there.
 */
export async function addProduct(scope: Scope, added: NewProduct): Promise<Id<"product">> {
  const { actor, now, db } = scope;
  const supplier = await readParty(scope, added.supplierId);
  if (supplier.kind !== "supplier" && supplier.kind !== "contractor" && supplier.kind !== "operator") {
    throw new Refusal(
      "INVALID",
      `${supplier.name} is no supplier: products come from one, or from the operator.`,
    );
  }
  const there = await findProduct(scope, added);
  if (there) return there.id;
  const id = newId("product", now);
  await db.insert(product).values({ operatorId: actor.operator, id, ...added, createdAt: now });
  await record(scope, {
    code: "offer.product.added",
    summary: `${supplier.name} delivers “${added.name}”`,
    object: { kind: "product", id },
    after: added,
  });
  return id;
}

/** Names what is measured; its key is how usage names it. */
export async function addMeter(scope: Scope, added: NewMeter): Promise<Id<"meter">> {
  const { actor, now, db } = scope;
  const id = newId("meter", now);
  const [kept] = await db
    .insert(meter)
    .values({ operatorId: actor.operator, id, ...added })
    .onConflictDoNothing()
    .returning({ id: meter.id });
  if (!kept) {
    const [there] = await db
      .select()
      .from(meter)
      .where(and(eq(meter.operatorId, actor.operator), eq(meter.key, added.key)));
    if (there?.name === added.name && there.unit === added.unit) return there.id;
    throw new Refusal("CONFLICT", `There is already a meter “${added.key}” of another name or unit.`);
  }
  const object = { kind: "meter", id };
  await record(scope, {
    code: "offer.meter.added",
    summary: `“${added.name}” is measured`,
    object,
    after: added,
  });
  return id;
}

/** Adds one thing that can be charged for. A SKU names one item of a supplier. */
export async function addItem(scope: Scope, added: NewItem): Promise<Id<"item">> {
  const { actor, now, db } = scope;
  const { supplierId, name } = await readProduct(scope, added.productId);
  if ((added.charge === "usage") !== (added.meterId !== null)) {
    throw new Refusal("INVALID", "A usage item needs a meter, and only a usage item has one.");
  }
  if (added.recipe?.after.includes(added.sku))
    throw new Refusal("INVALID", "An item cannot wait for itself.");
  const id = newId("item", now);
  const operatorId = actor.operator;
  const [kept] = await db
    .insert(productItem)
    .values({ operatorId, id, supplierId, ...added })
    .onConflictDoNothing()
    .returning({ id: productItem.id });
  if (!kept) {
    const [there] = await db
      .select()
      .from(productItem)
      .where(
        and(
          eq(productItem.operatorId, operatorId),
          eq(productItem.supplierId, supplierId),
          eq(productItem.sku, added.sku),
        ),
      );
    if (there && canonicalJson(there) === canonicalJson({ ...there, ...added })) return there.id;
    throw new Refusal("CONFLICT", `The supplier already has another item with the SKU “${added.sku}”.`);
  }
  await record(scope, {
    code: "offer.item.added",
    summary: `“${added.name}” can be sold as part of “${name}”`,
    object: { kind: "item", id },
    after: added,
  });
  return id;
}

/** Corrects how an item is taxed and fulfilled. Orders keep what they were placed with. */
export async function changeItem(scope: Scope, { itemId, taxClass, recipe }: ItemChange): Promise<void> {
  const held = await holdItem(scope, itemId);
  if (recipe?.after.includes(held.sku)) throw new Refusal("INVALID", "An item cannot wait for itself.");
  const before = { taxClass: held.taxClass, recipe: held.recipe };
  if (canonicalJson(before) === canonicalJson({ taxClass, recipe })) return;
  await scope.db
    .update(productItem)
    .set({ taxClass, recipe })
    .where(and(eq(productItem.operatorId, scope.actor.operator), eq(productItem.id, itemId)));
  await record(scope, {
    code: "offer.item.changed",
    summary: `How “${held.name}” is taxed and fulfilled was changed`,
    object: { kind: "item", id: itemId },
    before,
    after: { taxClass, recipe },
  });
}
