"use client";

import { ActionButton } from "@/components/api/action-button";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import type { Id } from "@/server/core/ids";

/** Begins the next version of a list, with the newest prices to start from. */
export function DraftPrices({ priceListId }: { priceListId: Id<"priceList"> }) {
  const trpc = useTRPC();
  const draft = useAction(trpc.price.draft.mutationOptions(), {
    done: "New version begun",
    goTo: () => `/operator/prices/${priceListId}`,
  });
  return (
    <ActionButton action={draft} look="primary" onClick={() => draft.run({ priceListId })}>
      New version
    </ActionButton>
  );
}
