import { z } from "zod";
import { listInput } from "@/server/core/list";
import { idOf, partyIdOf } from "@/server/core/ref";

const name = z.string().trim().min(2, "Give a name of at least two letters.").max(120);
const family = z.string().trim().min(1, "Name the product family.").max(60);
const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, "Use letters, digits, dots and hyphens, 60 at most.");
/** An exact decimal; the verb reads it and says what is wrong with it. */
const number = z.string().trim().min(1, "Give a number.").max(60);
const term = z
  .number()
  .int("Give whole months.")
  .min(1, "At least one month.")
  .max(120, "Ten years at most.");

export const NewProduct = z.strictObject({ supplierId: partyIdOf, name, family });
export type NewProduct = z.infer<typeof NewProduct>;

export const NewMeter = z.strictObject({ key: code, name, unit: z.string().trim().min(1).max(40) });
export type NewMeter = z.infer<typeof NewMeter>;

export const RecipeInput = z.strictObject({
  kind: z.enum(["supplier_api", "manual"]),
  title: name,
  hours: z.number().int("Give whole hours.").min(1, "At least an hour.").max(2_000),
  after: z.array(code).max(20).readonly(),
});

const taxClass = z.string().trim().min(1).max(40).nullable();

export const NewItem = z.strictObject({
  productId: idOf("product"),
  sku: code,
  name,
  unit: z.string().trim().min(1, "Name the unit, such as seat or GB-hour.").max(40),
  charge: z.enum(["one_time", "recurring", "usage", "milestone"]),
  meterId: idOf("meter").nullable(),
  taxClass,
  recipe: RecipeInput.nullable(),
});
export type NewItem = z.infer<typeof NewItem>;

export const ItemChange = z.strictObject({ itemId: idOf("item"), taxClass, recipe: RecipeInput.nullable() });
export type ItemChange = z.infer<typeof ItemChange>;

export const NewOffer = z.strictObject({
  code,
  name,
  summary: z.string().trim().max(500),
  family,
  termMonths: term,
});
export type NewOffer = z.infer<typeof NewOffer>;

export const OfferRef = z.strictObject({ offerId: idOf("offer") });
export const VersionRef = z.strictObject({ versionId: idOf("offerVersion") });
export type VersionRef = z.infer<typeof VersionRef>;

export const TermChange = z.strictObject({ versionId: idOf("offerVersion"), termMonths: term });
export type TermChange = z.infer<typeof TermChange>;

const quantities = { quantityMin: number, quantityMax: number.nullable(), quantityDefault: number };

export const NewComponent = z.strictObject({
  versionId: idOf("offerVersion"),
  itemId: idOf("item"),
  ...quantities,
});
export type NewComponent = z.infer<typeof NewComponent>;

export const ComponentRef = z.strictObject({ componentId: idOf("component") });
export const ComponentChange = z.strictObject({ componentId: idOf("component"), ...quantities });
export type ComponentChange = z.infer<typeof ComponentChange>;

export const OfferDecision = z.strictObject({
  approvalId: idOf("approval"),
  decision: z.enum(["approved", "rejected", "sent_back"]),
  comment: z.string().trim().max(1_000),
});
export type OfferDecision = z.infer<typeof OfferDecision>;

export const OfferList = listInput(["name", "code", "family", "status", "publishedAt"], ["status", "family"]);
export type OfferList = z.infer<typeof OfferList>;

export const ItemList = listInput(["name", "sku", "supplier", "charge"], ["charge", "supplier"]);
export type ItemList = z.infer<typeof ItemList>;
