import { canonicalJson, sha256Hex } from "@/server/core/digest";
import type { ChargeKind, Recipe } from "./vocabulary";

/** An item as far as an offer depends on it. */
export type OfferedItem = {
  readonly id: string;
  readonly productId: string;
  readonly supplierId: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly charge: ChargeKind;
  readonly meterId: string | null;
  readonly taxClass: string | null;
  readonly recipe: Recipe | null;
};

export type OfferedComponent = {
  readonly position: number;
  readonly quantityMin: string;
  readonly quantityMax: string | null;
  readonly quantityDefault: string;
  readonly item: OfferedItem;
};

export type OfferedContent = {
  readonly offerId: string;
  readonly versionId: string;
  readonly number: number;
  readonly family: string;
  readonly termMonths: number;
  readonly components: readonly OfferedComponent[];
};

/** Of all that is decided and rehearsed about a version. Another digest is another offer. */
export function digestOfOffer({ components, ...content }: OfferedContent): string {
  const parts = components.map(({ item, position, quantityMin, quantityMax, quantityDefault }) => {
    return { position, quantityMin, quantityMax, quantityDefault, item: decidedOf(item) };
  });
  const { offerId, versionId, number, family, termMonths } = content;
  return sha256Hex(canonicalJson({ offerId, versionId, number, family, termMonths, components: parts }));
}

/** Callers hand in whole rows; only what is decided goes into the digest. */
function decidedOf(item: OfferedItem): OfferedItem {
  const { id, productId, supplierId, sku, name, unit, charge, meterId, taxClass, recipe } = item;
  return { id, productId, supplierId, sku, name, unit, charge, meterId, taxClass, recipe };
}
