import { Refusal } from "@/server/core/refusal";
import type { QuoteStatus } from "./vocabulary";

/** Who moves a quote version: the partner, the operator's approver, or a job. */
export type Mover = "partner" | "approver" | "job";

type Ways = Readonly<Partial<Record<QuoteStatus, readonly Mover[]>>>;

/**
 * The one table of what may become of a quote version, and by whom. A draft within the partner's band is
 * approved without an approver; a change of what was submitted or approved makes it a draft again.
 */
export const ways = {
  draft: { in_approval: ["partner"], approved: ["partner"], voided: ["partner"] },
  in_approval: { approved: ["approver"], draft: ["approver", "partner"], voided: ["approver", "partner"] },
  approved: { sent: ["partner"], draft: ["partner"], voided: ["partner"] },
  sent: { accepted: ["partner"], declined: ["partner"], expired: ["job"], voided: ["partner"] },
  accepted: { ordered: ["job"] },
  ordered: {},
  declined: {},
  expired: {},
  voided: {},
} as const satisfies Record<QuoteStatus, Ways>;

const words = {
  draft: "a draft",
  in_approval: "waiting for approval",
  approved: "approved",
  sent: "sent",
  accepted: "accepted",
  ordered: "ordered",
  declined: "declined",
  expired: "expired",
  voided: "void",
} as const satisfies Record<QuoteStatus, string>;

export function moveQuote(from: QuoteStatus, to: QuoteStatus, by: Mover): QuoteStatus {
  const allowed: Ways = ways[from];
  if (!allowed[to]?.includes(by)) {
    throw new Refusal("CONFLICT", `A quote that is ${words[from]} cannot become ${words[to]} this way.`);
  }
  return to;
}

/** A version that is over stays as it was; a clone of it voids nothing. */
export function isOver(status: QuoteStatus): boolean {
  return Object.keys(ways[status]).length === 0;
}

/** Its contents may still be changed; what was sent is changed by cloning it. */
export function isChangeable(status: QuoteStatus): boolean {
  return status === "draft" || status === "in_approval" || status === "approved";
}
