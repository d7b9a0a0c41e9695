import { Instant } from "@/components/date/instant";
import { type Step, Stepper } from "@/components/ui/stepper";
import { type Moment, Timeline } from "@/components/ui/timeline";
import type { ApprovalSeen } from "@/server/approval/read";
import type { QuoteSeen } from "@/server/quote/read/quote";
import { voidedWords } from "./words";

type Version = QuoteSeen["versions"][number];

const way = ["Draft", "Approved", "Sent", "Accepted", "Ordered"] as const;
const reached: Readonly<Record<Version["status"], number>> = {
  draft: 0,
  in_approval: 0,
  approved: 1,
  sent: 2,
  accepted: 3,
  ordered: 5,
  declined: 2,
  expired: 2,
  voided: 0,
};

/** Where a version stands on its way from draft to order. */
export function QuoteSteps({ version }: { version: Version }) {
  const at = reached[version.status];
  const ended = version.endedAt !== null;
  const last = Math.max(at, [version.approvedAt, version.sentAt].filter((stamp) => stamp !== null).length);
  const steps = way.map((label, place): Step => {
    if (ended && place === last) return { label: endWord(version.status), state: "failed" };
    if (place < (ended ? last : at)) return { label, state: "done" };
    return {
      label: place === 0 ? firstWord(version.status) : label,
      state: place === at ? "current" : "ahead",
    };
  });
  return <Stepper label="Way of this quote" steps={ended ? steps.slice(0, last + 1) : steps} />;
}

function firstWord(status: Version["status"]): string {
  return status === "in_approval" ? "Waiting for approval" : "Draft";
}

function endWord(status: Version["status"]): string {
  return { declined: "Declined", expired: "Expired" }[status as "declined" | "expired"] ?? "Void";
}

type Props = {
  version: Version;
  createdByName: string;
  /** Those the viewer may read; null for those above the partner, who are not told why it was approved. */
  approvals: readonly ApprovalSeen[] | null;
  timeZone: string;
};

/** What happened to a version, the newest first. */
export function QuoteTimeline({ version, createdByName, approvals, timeZone }: Props) {
  const { id, createdAt, approvedAt, sentAt, acceptedAt, acceptedByName, endedAt, status } = version;
  const own = approvals?.filter(({ subjectId }) => subjectId === id) ?? [];
  const moments = [
    { at: createdAt, title: "Drafted", detail: createdByName },
    ...own.flatMap((request) => approvalMoments(request)),
    own.length === 0
      ? { at: approvedAt, title: "Approved", detail: approvals && "Within the partner's band" }
      : null,
    { at: sentAt, title: "Sent to the customer" },
    { at: acceptedAt, title: "Accepted", detail: acceptedByName, tone: "good", shape: "check" },
    { at: endedAt, title: endWord(status), detail: endDetail(version), tone: "bad", shape: "cross" },
  ] as const;
  const shown = [...moments]
    .reverse() // Of two at one instant the later step stands first.
    .flatMap((moment) => (moment?.at ? [{ ...moment, at: moment.at }] : []))
    .sort((left, right) => right.at.getTime() - left.at.getTime());
  return (
    <Timeline
      label="What happened"
      moments={shown.map(
        ({ at, ...moment }, place): Moment => ({
          ...moment,
          id: `${place} ${moment.title}`,
          at: <Instant at={at} timeZone={timeZone} />,
        }),
      )}
    />
  );
}

function approvalMoments(request: ApprovalSeen) {
  const { status, requestedAt, requestedByName, reason, decidedAt, decidedByName, comment } = request;
  const said = [decidedByName, comment && `“${comment}”`].filter(Boolean).join(": ");
  const outcomes = {
    pending: null,
    approved: { title: "Discount approved", tone: "good", shape: "check" },
    rejected: { title: "Discount rejected", tone: "bad", shape: "cross" },
    sent_back: { title: "Sent back", tone: "warn", shape: "clock" },
    voided: { title: "Request void: the quote was changed", tone: "neutral", shape: "cross" },
  } as const;
  const outcome = outcomes[status];
  return [
    { at: requestedAt, title: "Approval asked for", detail: `${requestedByName}: “${reason}”` },
    outcome && { ...outcome, at: decidedAt, detail: said },
  ];
}

function endDetail({ declinedReason, voidedReason }: Version): string | null {
  return declinedReason ?? (voidedReason ? voidedWords(voidedReason) : null);
}
