import { Refusal } from "@/server/core/refusal";
import type { OfferStatus, PriceVersionStatus } from "./vocabulary";

/** Which state of an offer version may follow which. Only a draft changes in content. */
const nextOffer = {
  draft: ["in_review"],
  in_review: ["draft", "approved"],
  approved: ["draft", "published"],
  published: ["superseded", "retired"],
  superseded: ["retired"],
  retired: [],
} as const satisfies Record<OfferStatus, readonly OfferStatus[]>;

/** The same for a version of a price list. */
const nextPrices = {
  draft: ["scheduled", "active"],
  scheduled: ["draft", "active"],
  active: ["expired"],
  expired: [],
} as const satisfies Record<PriceVersionStatus, readonly PriceVersionStatus[]>;

export function moveOffer(from: OfferStatus, to: OfferStatus): OfferStatus {
  const allowed: readonly OfferStatus[] = nextOffer[from];
  if (allowed.includes(to)) return to;
  throw new Refusal("CONFLICT", `An offer that is ${words(from)} cannot become ${words(to)}.`);
}

export function movePrices(from: PriceVersionStatus, to: PriceVersionStatus): PriceVersionStatus {
  const allowed: readonly PriceVersionStatus[] = nextPrices[from];
  if (allowed.includes(to)) return to;
  throw new Refusal("CONFLICT", `A price version that is ${from} cannot become ${to}.`);
}

type Timed = {
  readonly status: PriceVersionStatus;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
};

/**
 * The state of a version at an instant: a scheduled one is active once its time has come, and expired once it
 * is over.
 */
export function priceStatusAt({ status, validFrom, validTo }: Timed, at: Date): PriceVersionStatus {
  if (status === "draft" || validFrom === null) return "draft";
  if (at < validFrom) return "scheduled";
  return validTo !== null && validTo <= at ? "expired" : "active";
}

function words(status: OfferStatus): string {
  return status.replace("_", " ");
}
