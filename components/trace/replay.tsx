"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { Glyph } from "@/components/status/glyph";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/classes";
import type { ReplayRef } from "@/server/trace/input";

type Check = {
  readonly what: string;
  readonly of: { readonly id: string };
  readonly stored: string;
  readonly found: string;
  readonly agrees: boolean;
};

/** Computes an amount anew, with all that it stands on, and says whether it agrees with what was kept. */
export function Replay({ of }: { of: ReplayRef }) {
  const trpc = useTRPC();
  const [asked, setAsked] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    ...trpc.trace.replay.queryOptions(of),
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const again = () => (asked ? void refetch() : setAsked(true));
  return (
    <div className="grid gap-2" aria-live="polite">
      <div>
        <Button
          onClick={again}
          pending={isFetching}
          icon={<RotateCcw className="size-3.5" aria-hidden="true" />}
        >
          {data ? "Replay again" : "Replay"}
        </Button>
      </div>
      {error && <Callout tone="bad">{error.message}</Callout>}
      {data && !isFetching && (
        <>
          <Callout
            tone={data.agrees ? "good" : "bad"}
            title={data.agrees ? "It agrees" : "It does not agree"}
          >
            {data.sentence}
          </Callout>
          <Checks checks={data.checks} />
        </>
      )}
    </div>
  );
}

/** Every figure that was computed anew, those that differ first. */
function Checks({ checks }: { checks: readonly Check[] }) {
  const sorted = [...checks].sort((left, right) => Number(left.agrees) - Number(right.agrees));
  return (
    <details className="rounded-md border border-line text-sm" open={checks.some(({ agrees }) => !agrees)}>
      <summary className="cursor-pointer px-3 py-1.5 text-muted">
        {checks.length} {checks.length === 1 ? "figure" : "figures"} computed anew
      </summary>
      <ol className="max-h-80 overflow-y-auto">
        {sorted.map((check) => (
          <li key={`${check.of.id} ${check.what}`} className="grid gap-0.5 border-t border-line px-3 py-1.5">
            <span className="flex items-start gap-2">
              <span className={cx("mt-0.5", check.agrees ? "text-good" : "text-bad")}>
                <Glyph shape={check.agrees ? "check" : "cross"} />
              </span>
              <span className="min-w-0 flex-1">{check.what}</span>
              {check.agrees && check.stored.length < 24 && (
                <span className="shrink-0 text-right tabular-nums">{check.stored}</span>
              )}
            </span>
            {!check.agrees && (
              <span className="pl-5 [overflow-wrap:anywhere] text-muted">
                kept {check.stored}, now {check.found}
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
