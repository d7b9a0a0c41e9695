"use client";

import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { EdgeShown } from "@/server/party/detail";
import { familyWord } from "./words";

/** Ends an edge from now on. */
export function EndEdge({ edge }: { edge: EdgeShown }) {
  const trpc = useTRPC();
  const end = useAction(trpc.party.endEdge.mutationOptions(), { done: "Edge ended", tell: "here" });
  return (
    <ConfirmDialog
      trigger={<Button size="sm">End…</Button>}
      title={`End ${edge.childName} under ${edge.parentName}?`}
      consequence="No new deal runs along this edge from now on. Quotes, orders and subscriptions keep it."
      facts={[
        { name: "Family", value: familyWord(edge.family) },
        { name: "Agreement", value: edge.agreementName },
      ]}
      confirm="End edge"
      danger
      refusal={end.refusal}
      onConfirm={() => end.run({ edgeId: edge.id })}
    />
  );
}
