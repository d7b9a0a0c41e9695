import { z } from "zod";
import { roles } from "@/server/access/actor";
import { isTimeZone } from "@/server/core/calendar";
import { listInput } from "@/server/core/list";
import { type Currency, isCurrency } from "@/server/core/money/currency";
import { idOf, partyIdOf } from "@/server/core/ref";
import { edgeModels, partyRoles, partyStatuses } from "./rules/vocabulary";

const name = z.string().trim().min(2, "Give a name of at least two letters.").max(120);
const short = (what: string) => z.string().trim().min(1, `Give ${what}.`).max(120);
const currencyCode = z.custom<Currency>(
  (value) => typeof value === "string" && isCurrency(value),
  "Choose a currency of ISO 4217, such as EUR.",
);
const country = z.string().regex(/^[A-Z]{2}$/, "Give the country as two capital letters, such as DE.");
const timeZone = z.string().refine(isTimeZone, "Give a time zone such as Europe/Berlin.");
/** An instant, or a day where the operator is. */
const when = z.union([z.date(), z.iso.date("Choose a day.")]).optional();
const rate = z.bigint().min(0n, "A rate is at least 0 %.").max(1_000_000n, "A rate is at most 100 %.");

export const Profile = z.strictObject({
  legalName: name,
  taxId: z.string().trim().max(30).nullable(),
  street: short("the street"),
  postcode: short("the postcode"),
  city: short("the city"),
  email: z.email("That is not an e-mail address.").max(254),
});
export type Profile = z.infer<typeof Profile>;

const place = { name, country, timeZone, currency: currencyCode, profile: Profile };
const slug = z.string().trim().max(60).optional();

export const NewOperator = z.strictObject(place);
export type NewOperator = z.infer<typeof NewOperator>;

export const NewParty = z.strictObject({
  ...place,
  parentId: partyIdOf,
  kind: z.enum(partyRoles).exclude(["operator"]),
  /** The last part of its path; read off the name when it is left out. */
  slug,
});
export type NewParty = z.infer<typeof NewParty>;

export const NewCustomer = z.strictObject({
  ...place,
  /** The partner who serves it; the asking party's own customer when it is left out. */
  partnerId: partyIdOf.optional(),
  slug,
});
export type NewCustomer = z.infer<typeof NewCustomer>;

export const Terms = z.strictObject({
  commissionRate: rate,
  discountBand: rate,
  shareDue: z.enum(["issue", "payment"]),
  currency: currencyCode,
  minimumPayout: z.bigint().min(0n, "The minimum is not below zero."),
  holdingDays: z.number().int("Give whole days.").min(0).max(365, "Hold a share for a year at most."),
  withholdingRate: rate,
});
export type Terms = z.infer<typeof Terms>;

export const NewAgreement = z.strictObject({
  parentId: partyIdOf,
  childId: partyIdOf,
  name,
  terms: Terms,
  /** When it takes effect; now when it is left out. */
  validFrom: when,
});
export type NewAgreement = z.infer<typeof NewAgreement>;

export const Amendment = z.strictObject({
  agreementId: idOf("agreement"),
  terms: Terms,
  validFrom: when,
});
export type Amendment = z.infer<typeof Amendment>;

export const NewEdge = z.strictObject({
  parentId: partyIdOf,
  childId: partyIdOf,
  /** The product family it is for; `*` is every family. */
  family: z.string().trim().min(1, "Name the product family, or * for every one.").max(60),
  model: z.enum(edgeModels),
  agreementId: idOf("agreement"),
  validFrom: when,
});
export type NewEdge = z.infer<typeof NewEdge>;

export const EdgeEnd = z.strictObject({ edgeId: idOf("edge"), validTo: when });
export type EdgeEnd = z.infer<typeof EdgeEnd>;

export const NewBankAccount = z.strictObject({
  partyId: partyIdOf,
  holder: name,
  iban: short("the account"),
  bic: z.string().trim().max(20).nullable(),
  currency: currencyCode,
});
export type NewBankAccount = z.infer<typeof NewBankAccount>;

export const PartyRef = z.strictObject({ id: partyIdOf });
export type PartyRef = z.infer<typeof PartyRef>;

export const StatusChange = z.strictObject({
  id: partyIdOf,
  status: z.enum(partyStatuses),
  reason: z.string().trim().min(3, "Say why, in a few words.").max(500),
});
export type StatusChange = z.infer<typeof StatusChange>;

export const Invitation = z.strictObject({
  partyId: partyIdOf,
  name,
  email: z.email("That is not an e-mail address.").max(254),
  role: z.enum(roles),
});
export type Invitation = z.infer<typeof Invitation>;

export const PartyList = listInput(
  ["path", "name", "kind", "status", "parent", "createdAt"],
  ["kind", "status"],
);
export type PartyList = z.infer<typeof PartyList>;
