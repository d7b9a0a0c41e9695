"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function PageError({ error, retry }: Props) {
  return (
    <main className="p-6">
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
    </main>
  );
}
