import { Instant } from "@/components/date/instant";
import { DetailPage } from "@/components/page/detail-page";
import { Status } from "@/components/status/status";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import type { ApprovalSeen } from "@/server/approval/read";
import { kindWords } from "./columns";
import { DecideOffer } from "./decide-offer";
import { DecidePayouts } from "./decide-payouts";

type Props = {
  request: ApprovalSeen;
  mayDecide: boolean;
  isOwn: boolean;
  /** The page of what is asked about. */
  subject: string;
};

/** A request about an offer or a payout run; what is asked about has a page of its own. */
export function RequestView({ request, mayDecide, isOwn, subject }: Props) {
  const { subjectKind, status, summary } = request;
  const Decides = subjectKind === "offer_version" ? DecideOffer : DecidePayouts;
  return (
    <DetailPage
      title={summary}
      trail={[{ label: "Approvals", href: "/operator/approvals" }]}
      mark={<Status state={status} />}
      description={`Asked by ${request.requestedByName} of ${request.partyName}`}
      actions={
        <>
          <LinkButton href={subject}>Look at it</LinkButton>
          {status === "pending" && mayDecide && (
            <Decides approvalId={request.id} summary={summary} isOwn={isOwn} />
          )}
        </>
      }
    >
      <Card title="The request">
        <Facts
          facts={[
            { name: "Kind", value: kindWords[subjectKind] },
            { name: "Reason", value: request.reason },
            { name: "Asked", value: <Instant at={request.requestedAt} timeZone={request.timeZone} /> },
            { name: "Decided by", value: request.decidedByName },
            {
              name: "Decided",
              value: request.decidedAt && <Instant at={request.decidedAt} timeZone={request.timeZone} />,
            },
            { name: "Comment", value: request.comment },
          ]}
        />
      </Card>
    </DetailPage>
  );
}
