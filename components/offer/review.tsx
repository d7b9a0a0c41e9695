import { Instant } from "@/components/date/instant";
import { Glyph } from "@/components/status/glyph";
import { Status } from "@/components/status/status";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import type { VersionPage } from "@/server/offer/detail";
import type { OfferStatus } from "@/server/offer/rules/vocabulary";

type Shown = NonNullable<VersionPage["review"]>;
type Props = { review: Shown; status: OfferStatus; timeZone: string };

/** What stands between a version and its being sold: what its rehearsal found, and who decided. */
export function Review({ review, status, timeZone }: Props) {
  const { rehearsal, approval } = review;
  return (
    <>
      <Card
        title="Rehearsal"
        description="The version is sold, ordered and divided through every partner who could sell it; nothing of it is kept."
      >
        {rehearsal ? <Findings rehearsal={rehearsal} timeZone={timeZone} /> : <NotYet status={status} />}
      </Card>
      {approval && (
        <Card title="Decision">
          <p className="flex flex-wrap items-center gap-x-3">
            <Status state={approval.status} />
            <span className="text-muted">
              asked by {approval.requestedByName}, <Instant at={approval.requestedAt} timeZone={timeZone} />
            </span>
            {approval.decidedByName && (
              <span className="text-muted">
                decided by {approval.decidedByName}, <Instant at={approval.decidedAt} timeZone={timeZone} />
              </span>
            )}
          </p>
          {approval.comment && <p className="mt-2">“{approval.comment}”</p>}
        </Card>
      )}
    </>
  );
}

function NotYet({ status }: { status: OfferStatus }) {
  if (status !== "draft" && status !== "in_review" && status !== "approved")
    return <p>It was not rehearsed.</p>;
  return <p className="text-muted">Not rehearsed yet. It takes a passed rehearsal to publish it.</p>;
}

type Found = { rehearsal: NonNullable<Shown["rehearsal"]>; timeZone: string };

function Findings({ rehearsal, timeZone }: Found) {
  const { passed, findings, at, isCurrent } = rehearsal;
  const amiss = findings.filter((finding) => !finding.passed).length;
  return (
    <div className="grid gap-3">
      {!isCurrent && (
        <Callout tone="warn">The version has changed since it was rehearsed. Rehearse it again.</Callout>
      )}
      <p className={passed ? "text-good" : "text-bad"}>
        <span className="font-semibold">{passed ? "Passed" : `${amiss} to fix`}</span>{" "}
        <span className="text-muted">
          · <Instant at={at} timeZone={timeZone} />
        </span>
      </p>
      <ul className="grid gap-2">
        {[...findings]
          .sort((left, right) => Number(left.passed) - Number(right.passed))
          .map(({ check, passed: good, sentence }) => (
            <li key={check} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
              <span className={good ? "mt-1 text-good" : "mt-1 text-bad"}>
                <Glyph shape={good ? "check" : "cross"} />
                <span className="sr-only">{good ? "Passed:" : "To fix:"}</span>
              </span>
              <span>
                <span className="font-medium">{check}</span>{" "}
                <span className={good ? "text-muted" : undefined}>{sentence}</span>
              </span>
            </li>
          ))}
      </ul>
    </div>
  );
}
