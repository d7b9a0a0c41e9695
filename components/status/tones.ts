import type { Shape, Tone } from "./glyph";

export const toneText: Readonly<Record<Tone, string>> = {
  neutral: "text-muted",
  info: "text-river",
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
};

export type Look = { readonly tone: Tone; readonly shape: Shape };

/** The states of every machine of the domain, grouped by what they mean to the one who looks. */
const groups: readonly (Look & { readonly states: string })[] = [
  {
    tone: "neutral",
    shape: "ring",
    states: `draft planned created blocked gathering enrolling unpublished open opened not_started
      proposed new tiers_setup below_threshold`,
  },
  {
    tone: "info",
    shape: "half",
    states: `running in_progress inProgress processing calculating executing generating deploying
      uploading collecting draft.collecting draft.calculated issuing accrued in_run screening
      triage investigating validating amending assessing assessingCancellation compensating rating
      in_review reviewing applied acknowledged calculated revoking started enquiring inquiring`,
  },
  {
    tone: "info",
    shape: "dot",
    states: `sent issued ready published payable released locked scheduled draft.ready trial submitted
      uploaded validated rated invited billed generated invoiced`,
  },
  {
    tone: "warn",
    shape: "clock",
    states: `pending in_approval awaiting review waiting waiting_external needs_approval
      draft.needs_approval payment_pending pendingActive pendingTerminate pendingCancellation
      partially_paid info_required awaiting_customer awaiting_partner awaiting_supplier
      changes_requested change_requested expiring end_of_sale parked retrying supplier_review
      buyer_review due accepted_with_parked_rows partial partially_completed partially_credited
      sleeping offboarding soft_closed clawback_pending carried_forward_negative reopened warning
      queued`,
  },
  { tone: "neutral", shape: "dot", states: "closed consumed ended" },
  {
    tone: "warn",
    shape: "pause",
    states: "held hold suspended on_hold paused disputed payout_hold",
  },
  {
    tone: "good",
    shape: "check",
    states: `active approved accepted auto_accepted completed done paid posted settled finalized resolved
      sent_to_bank succeeded delivered compensated balanced recovered credited ordered recycled
      repaired matched agrees verified sealed`,
  },
  {
    tone: "bad",
    shape: "cross",
    states: `failed rejected declined error errored invalid draft.invalid exception overdue uncollectible
      proof_failed aborted failed_final conflict returned_to_balance mismatch fraud duplicate
      written_off`,
  },
  {
    tone: "neutral",
    shape: "cross",
    states: `voided cancelled canceled expired terminated revoked retired withdrawn superseded deleted
      reversed reduced replaced removed skipped`,
  },
];

const looks = new Map<string, Look>(
  groups.flatMap(({ tone, shape, states }) =>
    states.split(/\s+/).map((state) => [state, { tone, shape }] as const),
  ),
);

/** How a state looks; one that is not known is shown plainly. */
export function lookOf(state: string): Look {
  return looks.get(state) ?? { tone: "neutral", shape: "dot" };
}

/** `waiting_external` and `pendingActive` as words: "Waiting external", "Pending active". */
export function wordOf(state: string): string {
  const words = state
    .replace(/[._]+/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
