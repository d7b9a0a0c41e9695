"use client";

import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Decide } from "./decide";
import type { DecideProps } from "./decide-offer";

/** Whether a payout run is paid. */
export function DecidePayouts({ approvalId, summary, isOwn }: DecideProps) {
  const trpc = useTRPC();
  const action = useAction(trpc.payout.decide.mutationOptions(), { done: "Decided", tell: "here" });
  return (
    <Decide
      action={action}
      decide={(decision, comment) => action.run({ approvalId, decision, comment })}
      isOwn={isOwn}
      facts={[{ name: "Request", value: summary }]}
      words={{
        approved: {
          verb: "Approve",
          title: "Approve this payout run?",
          consequence:
            "The payment file is written and statements are issued to every party in it. Look at the run first.",
        },
        rejected: {
          verb: "Reject",
          title: "Reject this payout run?",
          consequence: "Nothing is paid; what is payable stays payable and can be proposed again.",
        },
      }}
    />
  );
}
