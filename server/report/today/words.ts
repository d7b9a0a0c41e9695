/** How many of one kind are named on the page; the list behind it has the rest. */
export const few = 5;

/** A count with its noun, as `1 row` or `1,204 rows`. */
export function count(many: number, noun: string): string {
  return `${many.toLocaleString("en")} ${noun}${many === 1 ? "" : "s"}`;
}

/** Why usage waits, and what is done about it. */
export const parkedKinds: Readonly<Record<string, { readonly cause: string; readonly remedy: string }>> = {
  unknown_account: {
    cause: "nobody knows their account",
    remedy: "Say which subscription the account is; they are taken in at once.",
  },
  unknown_meter: {
    cause: "nobody knows their service",
    remedy: "Say which meter the service and SKU feed; they are taken in at once.",
  },
  not_in_subscription: {
    cause: "their subscription has no such item",
    remedy: "Check the order, or the mapping of the account.",
  },
  outside_subscription: {
    cause: "their subscription was not running",
    remedy: "Check since when the account is the subscription's, or write them off.",
  },
  inexact_quantity: {
    cause: "their quantity cannot be kept exactly",
    remedy: "Check the factor of the meter.",
  },
  conflict: { cause: "they contradict rows taken before", remedy: "Ask the supplier which of them holds." },
};

export function kindOfReason(reason: string): string {
  return parkedKinds[reason]?.cause ?? reason.replaceAll("_", " ");
}
