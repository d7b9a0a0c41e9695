import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** For a page that does not exist and for one that is not theirs: the two look the same. */
export function NothingHere() {
  return (
    <div className="grid min-h-[60dvh] content-center justify-items-center">
      <h1 className="text-xl font-semibold">Not found</h1>
      <EmptyState
        title="There is nothing here, or it is not yours to see"
        action={<LinkButton href="/">Go to Today</LinkButton>}
      >
        The address may be mistyped, or the page may belong to another organisation of yours: switch to it and
        try again.
      </EmptyState>
    </div>
  );
}
