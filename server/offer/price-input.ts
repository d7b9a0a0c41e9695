import { z } from "zod";
import { listInput } from "@/server/core/list";
import { type Currency, isCurrency } from "@/server/core/money/currency";
import { idOf, partyIdOf } from "@/server/core/ref";

const number = z.string().trim().min(1, "Give a number.").max(60);

export const NewPriceList = z.strictObject({
  audience: z.enum(["cost", "wholesale", "retail"]),
  sellerId: partyIdOf,
  /** The buyer of a wholesale list, the partner that quotes from a retail list; null is whoever quotes. */
  readerId: partyIdOf.nullable(),
  name: z.string().trim().min(2, "Give a name of at least two letters.").max(120),
  currency: z.custom<Currency>(
    (value) => typeof value === "string" && isCurrency(value),
    "Choose a currency of ISO 4217, such as EUR.",
  ),
});
export type NewPriceList = z.infer<typeof NewPriceList>;

export const PriceListRef = z.strictObject({ priceListId: idOf("priceList") });
export type PriceListRef = z.infer<typeof PriceListRef>;

export const PriceVersionRef = z.strictObject({ id: idOf("priceVersion") });
export type PriceVersionRef = z.infer<typeof PriceVersionRef>;

const Tier = z.strictObject({ upTo: number.nullable(), unitPrice: number, flat: number });

export const PriceSetting = z.strictObject({
  versionId: idOf("priceVersion"),
  itemId: idOf("item"),
  model: z.enum(["flat", "per_unit", "graduated"]),
  unitPrice: number.nullable(),
  tiers: z.array(Tier).max(50, "At most 50 tiers.").readonly().nullable(),
});
export type PriceSetting = z.infer<typeof PriceSetting>;

export const PriceRemoval = z.strictObject({ versionId: idOf("priceVersion"), itemId: idOf("item") });
export type PriceRemoval = z.infer<typeof PriceRemoval>;

export const Activation = z.strictObject({
  id: idOf("priceVersion"),
  /** An instant, or a day where the operator is; now when it is left out. */
  from: z.union([z.date(), z.iso.date("Choose a day.")]).optional(),
});
export type Activation = z.infer<typeof Activation>;

export const PriceListList = listInput(["name", "audience", "seller", "currency"], ["audience", "currency"]);
export type PriceListList = z.infer<typeof PriceListList>;
