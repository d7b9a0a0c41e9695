"use client";

import { sans } from "./fonts";
import "./globals.css";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** For when the frame itself fails, so it brings its own. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en" className={sans.variable}>
      <body>
        <title>Something went wrong · Tributary</title>
        <main className="p-6">
          <ErrorState
            happened="Tributary could not start this page"
            kept="Nothing was changed, and nothing was lost."
            next="Try again in a moment. If it fails again, tell operations the reference below."
            reference={error.digest}
            actions={
              <Button look="primary" onClick={retry}>
                Try again
              </Button>
            }
          />
        </main>
      </body>
    </html>
  );
}
