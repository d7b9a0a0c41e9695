import { canonicalJson, sha256Hex } from "@/server/core/digest";
import type { Id, PartyId } from "@/server/core/ids";
import type { ChargeKind, Recipe } from "./vocabulary";

/**
 * One thing an offer version contains, with all that depends on its item. Quantities are exact decimals in
 * text.
 */
export type OfferedComponent = {
  readonly componentId: Id<"component">;
  readonly position: number;
  readonly quantityMin: string;
  readonly quantityMax: string | null;
  readonly quantityDefault: string;
  readonly itemId: Id<"item">;
  readonly productId: Id<"product">;
  readonly supplierId: PartyId;
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly charge: ChargeKind;
  readonly meterId: Id<"meter"> | null;
  readonly taxClass: string | null;
  readonly recipe: Recipe | null;
};

export type OfferedContent = {
  readonly offerId: Id<"offer">;
  readonly versionId: Id<"offerVersion">;
  readonly number: number;
  readonly family: string;
  readonly termMonths: number;
  readonly components: readonly OfferedComponent[];
};

/** Of all that is decided and rehearsed about a version. Another digest is another offer. */
export function digestOfOffer(content: OfferedContent): string {
  const { offerId, versionId, number, family, termMonths } = content;
  const components = content.components.map(decidedOf);
  return sha256Hex(canonicalJson({ offerId, versionId, number, family, termMonths, components }));
}

/** Callers hand in more; only what is decided goes into the digest. */
function decidedOf(component: OfferedComponent): Omit<OfferedComponent, "componentId"> {
  const { position, quantityMin, quantityMax, quantityDefault, itemId, productId, supplierId } = component;
  const { sku, name, unit, charge, meterId, taxClass, recipe } = component;
  const quantities = { quantityMin, quantityMax, quantityDefault };
  const item = { itemId, productId, supplierId, sku, name, unit, charge, meterId, taxClass, recipe };
  return { position, ...quantities, ...item };
}
