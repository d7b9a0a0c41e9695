"use client";

import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import type { Id } from "@/server/core/ids";
import { Decide } from "./decide";

export type DecideProps = { approvalId: Id<"approval">; summary: string; isOwn: boolean };

/** Whether a version of an offer may be published. */
export function DecideOffer({ approvalId, summary, isOwn }: DecideProps) {
  const trpc = useTRPC();
  const action = useAction(trpc.offer.decide.mutationOptions(), { done: "Decided", tell: "here" });
  return (
    <Decide
      action={action}
      decide={(decision, comment) => action.run({ approvalId, decision, comment })}
      isOwn={isOwn}
      facts={[{ name: "Request", value: summary }]}
      words={{
        approved: {
          verb: "Approve",
          title: "Approve this version?",
          consequence:
            "Exactly this version may be published. If anything in it changes, this approval is void.",
        },
        sent_back: {
          verb: "Send back",
          title: "Send it back?",
          consequence: "It is a draft again, with your comment, to be changed and handed in anew.",
        },
      }}
    />
  );
}
