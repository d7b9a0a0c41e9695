import type { Recipe } from "@/server/offer/rules/vocabulary";

type Written = {
  readonly kind: Recipe["kind"];
  readonly title: string;
  readonly hours: number;
  readonly after: string;
};

/** A recipe as its form holds it: the SKUs it waits for are parted by commas. */
export function recipeOf({ kind, title, hours, after }: Written): Recipe {
  const skus = after.split(",").map((sku) => sku.trim());
  return { kind, title, hours, after: skus.filter((sku) => sku !== "") };
}
