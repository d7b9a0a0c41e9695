"use client";

import { ActionButton } from "@/components/api/action-button";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import type { Id } from "@/server/core/ids";

/** Has a failed run tried again. What went well is not done twice, so this needs no second thought. */
export function RetryJob({ id }: { id: Id<"run"> }) {
  const trpc = useTRPC();
  const retry = useAction(trpc.job.retry.mutationOptions(), { done: "The run is tried again", tell: "here" });
  return (
    <ActionButton look="primary" action={retry} onClick={() => retry.run({ id })}>
      Try again
    </ActionButton>
  );
}
