"use client";

import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkButton } from "@/components/ui/link-button";
import type { Id } from "@/server/core/ids";
import type { QuoteStatus } from "@/server/quote/rules/vocabulary";
import { AcceptQuote } from "./accept-quote";
import { factsOf, type QuoteDeal } from "./deal";
import { EndQuote } from "./end-quote";
import { SubmitQuote } from "./submit-quote";

type Props = {
  deal: QuoteDeal;
  status: QuoteStatus;
  /** The newest version is the one that goes on. */
  isNewest: boolean;
};

/** What the partner whose quote it is can do next, the likeliest first. */
export function QuoteActions({ deal, status, isNewest }: Props) {
  if (!isNewest) return null;
  const change = <LinkButton href={`/partner/quotes/${deal.quoteId}/change`}>Change</LinkButton>;
  switch (status) {
    case "draft":
      return (
        <>
          <EndQuote deal={deal} as="void" />
          {change}
          <SubmitQuote deal={deal} />
        </>
      );
    case "in_approval":
      return (
        <>
          <EndQuote deal={deal} as="void" />
          {change}
        </>
      );
    case "approved":
      return (
        <>
          <EndQuote deal={deal} as="void" />
          {change}
          <SendQuote deal={deal} />
        </>
      );
    case "sent":
      return (
        <>
          <CloneQuote deal={deal} isLikeliest={false} />
          <EndQuote deal={deal} as="decline" />
          <AcceptQuote deal={deal} />
        </>
      );
    case "declined":
    case "expired":
    case "voided":
      return <CloneQuote deal={deal} isLikeliest />;
    default:
      return null;
  }
}

function SendQuote({ deal }: { deal: QuoteDeal }) {
  const trpc = useTRPC();
  const send = useAction(trpc.quote.send.mutationOptions(), { done: "Quote sent", tell: "here" });
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Send…</Button>}
      title={`Send ${deal.number} to ${deal.customerName}?`}
      consequence="From now on its contents stand: the prices hold to the last day, also if price lists change."
      facts={factsOf(deal)}
      confirm="Send quote"
      refusal={send.refusal}
      onConfirm={() => send.run({ versionId: deal.versionId })}
    />
  );
}

function CloneQuote({ deal, isLikeliest }: { deal: QuoteDeal; isLikeliest: boolean }) {
  const trpc = useTRPC();
  const clone = useAction(trpc.quote.clone.mutationOptions(), {
    done: "New version drafted",
    tell: "here",
    goTo: ({ quoteId }: { quoteId: Id<"quote"> }) => `/partner/quotes/${quoteId}/change`,
  });
  return (
    <ConfirmDialog
      trigger={<Button look={isLikeliest ? "primary" : "plain"}>New version…</Button>}
      title={`Make a new version of ${deal.number}?`}
      consequence={`It begins with the same wishes at today's prices. This version no longer counts, and the
        customer can no longer accept it.`}
      confirm="Make new version"
      refusal={clone.refusal}
      onConfirm={() => clone.run({ versionId: deal.versionId })}
    />
  );
}
