import { Instant } from "@/components/date/instant";
import { type Step, Stepper } from "@/components/ui/stepper";
import { type Moment, Timeline } from "@/components/ui/timeline";
import type { ApprovalSeen } from "@/server/approval/read";
import type { QuoteSeen } from "@/server/quote/read/quote";
import { voidedWords } from "./words";

type Version = QuoteSeen["versions"][number];

const way = ["Draft", "Approved", "Sent", "Accepted", "Ordered"] as const;

/** Where a version stands on its way from draft to order; one that ended shows how far it came. */
export function QuoteSteps({ version }: { version: Version }) {
  return <Stepper label="Way of this quote" steps={stepsOf(version)} />;
}

function stepsOf({ status, approvedAt, sentAt, acceptedAt, endedAt }: Version): readonly Step[] {
  const passed = [approvedAt, sentAt, acceptedAt].filter((stamp) => stamp !== null).length;
  if (endedAt !== null) {
    const done = way.slice(0, passed + 1).map((label): Step => ({ label, state: "done" }));
    return [...done, { label: endWord(status), state: "failed" }];
  }
  const at = status === "ordered" ? way.length : passed;
  return way.map((label, place) => ({
    label: place === 0 && status === "in_approval" ? "Waiting for approval" : label,
    state: place < at ? "done" : place === at ? "current" : "ahead",
  }));
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
