import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { ExceptionView } from "@/components/approval/exception-view";
import { RequestView } from "@/components/approval/request-view";
import { may } from "@/server/access/permissions";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Approval" };

/** Each kind of request is shown with the consequence of deciding it, and decided by its own stage. */
export default async function ApprovalPage({ params }: PageProps<"/operator/approvals/[id]">) {
  const [{ id }, { actor }, caller] = await Promise.all([params, signedIn("operator"), api()]);
  const approvalId = id as Id<"approval">;
  const request = await found(caller.approval.get({ id: approvalId }));
  if (request.subjectKind === "quote_version") {
    const exception = await found(caller.quote.exception({ approvalId }));
    return <ExceptionView exception={exception} mayDecide={may(actor, "approval.decide")} />;
  }
  const isOffer = request.subjectKind === "offer_version";
  return (
    <RequestView
      request={request}
      mayDecide={may(actor, isOffer ? "approval.decide" : "payout.approve")}
      isOwn={request.requestedBy !== null && request.requestedBy === actor.user}
      subject={isOffer ? await offerOf(request.subjectId) : `/operator/payouts/${request.subjectId}`}
    />
  );
}

async function offerOf(versionId: string): Promise<string> {
  const caller = await api();
  const { offerId } = await found(caller.offer.version({ versionId: versionId as Id<"offerVersion"> }));
  return `/operator/offers/${offerId}`;
}
