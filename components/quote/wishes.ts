import type { Id, PartyId } from "@/server/core/ids";
import type { QuoteChoices } from "@/server/quote/read/choices";
import { partsPerMillionOf } from "./percent";

/** Whose money a discount is, as the form asks it. */
export type Bearer = "seller" | "own" | "operator";

/** A quote as it is being composed: what was typed, which need not be a number yet. */
export type Wishes = {
  readonly customerId: PartyId | null;
  readonly offerId: Id<"offer"> | null;
  readonly quantities: Readonly<Record<string, string>>;
  readonly percent: string;
  readonly bearer: Bearer;
  readonly marketplaceId: PartyId | null;
  readonly validDays: string;
};

export type Offered = QuoteChoices["offers"][number];

export function offerIn(choices: QuoteChoices, { offerId }: Wishes): Offered | null {
  return choices.offers.find((each) => each.offerId === offerId) ?? null;
}

/**
 * What the API is asked, once everything that must be chosen is; null until then. Rates are text, to be
 * cached by.
 */
export function askedOf(wishes: Wishes, choices: QuoteChoices) {
  const { customerId, offerId, marketplaceId } = wishes;
  const discountRate = partsPerMillionOf(wishes.percent || "0");
  const validDays = /^\d{1,3}$/.test(wishes.validDays) ? Number(wishes.validDays) : 0;
  if (!customerId || !offerId || discountRate === null || validDays < 1) return null;
  const bearers = { seller: null, own: choices.own?.id ?? null, operator: choices.operator?.id ?? null };
  return {
    ...{ customerId, offerId, marketplaceId, discountRate, validDays },
    discountBearerId: discountRate === "0" ? null : bearers[wishes.bearer],
    quantities: filled(wishes, offerIn(choices, wishes)),
  };
}

export type Asked = NonNullable<ReturnType<typeof askedOf>>;

function filled({ quantities }: Wishes, offer: Offered | null): Record<Id<"component">, string> {
  const chosen = (offer?.components ?? []).map(({ componentId, quantityDefault }) => {
    const typed = quantities[componentId]?.trim().replace(",", ".") ?? quantityDefault;
    return [componentId, typed === "" ? "0" : typed] as const;
  });
  return Object.fromEntries(chosen) as Record<Id<"component">, string>;
}
