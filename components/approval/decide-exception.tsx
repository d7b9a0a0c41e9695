"use client";

import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import type { Id } from "@/server/core/ids";
import type { Money } from "@/server/core/money/money";
import { Decide } from "./decide";

type Props = {
  approvalId: Id<"approval">;
  number: string;
  partnerName: string;
  customerName: string;
  rate: bigint;
  bearerName: string | null;
  /** Off the customer's price over the term. */
  discount: Money | null;
  isOwn: boolean;
};

/** The operator's word on a discount. */
export function DecideException(props: Props) {
  const { approvalId, number, partnerName, customerName, rate, bearerName, discount, isOwn } = props;
  const trpc = useTRPC();
  const action = useAction(trpc.quote.decideException.mutationOptions(), {
    done: ({ status }) =>
      ({ approved: "Approved", draft: "Sent back" })[status as "approved" | "draft"] ?? "Rejected",
    tell: "here",
  });
  return (
    <Decide
      action={action}
      decide={(decision, comment) => action.run({ approvalId, decision, comment })}
      isOwn={isOwn}
      facts={[
        { name: "Partner", value: partnerName },
        { name: "Customer", value: customerName },
        { name: "Discount", value: <Percent partsPerMillion={rate} /> },
        { name: "Borne by", value: bearerName },
        { name: "Over the term", value: <Amount amount={discount} /> },
      ]}
      words={{
        approved: {
          verb: "Approve",
          title: `Approve the discount on ${number}?`,
          consequence: `${partnerName} can send exactly this quote. If it changes anything, this approval is void.`,
        },
        rejected: {
          verb: "Reject",
          title: `Reject the discount on ${number}?`,
          consequence: `This version is over. ${partnerName} reads your comment and may make another.`,
        },
        sent_back: {
          verb: "Send back",
          title: `Send ${number} back?`,
          consequence: `It is a draft of ${partnerName}'s again, with your comment, to be changed and handed in anew.`,
        },
      }}
    />
  );
}
