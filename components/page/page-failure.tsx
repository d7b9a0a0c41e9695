"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";

export type FailureProps = { error: Error & { digest?: string }; retry: () => void };

/** For a page that could not be drawn: what happened, what was kept, what to do. */
export function PageFailure({ error, retry }: FailureProps) {
  return (
    <ErrorState
      happened="This page could not be shown"
      kept="Nothing was changed, and nothing was lost."
      next="Try again. If it fails again, tell operations the reference below."
      reference={error.digest}
      actions={
        <>
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
          <LinkButton href="/">Go to Today</LinkButton>
        </>
      }
    />
  );
}
