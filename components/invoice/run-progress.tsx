"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ActionButton } from "@/components/api/action-button";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Callout } from "@/components/ui/callout";
import { Progress } from "@/components/ui/progress";
import type { Id } from "@/server/core/ids";

type Props = { id: Id<"billRun">; until: Date; status: string; shards: number; shardsDone: number };

const everyMillis = 1_000;

/** How far a run is, asked of the server again and again: the work goes on without this page. */
export function RunProgress({ id, until, ...begun }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useQuery(
    trpc.billRun.get.queryOptions(
      { billRunId: id },
      {
        enabled: !isOver(begun.status),
        refetchInterval: ({ state }) => (isOver(state.data?.status) ? false : everyMillis),
      },
    ),
  );
  const { status, shards, shardsDone } = data ?? begun;
  const hasEnded = !isOver(begun.status) && isOver(status);
  useEffect(() => {
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);
  if (status === "failed") return <Failed until={until} />;
  if (status === "issued") return null;
  return (
    <Progress
      label={
        status === "requested"
          ? "Waiting to begin"
          : shardsDone < shards
            ? "Rating and invoicing"
            : "Numbering"
      }
      done={shardsDone}
      total={status === "requested" ? null : shards}
      unit="parts"
    />
  );
}

function isOver(status: string | undefined): boolean {
  return status === "issued" || status === "failed";
}

function Failed({ until }: { until: Date }) {
  const trpc = useTRPC();
  const resume = useAction(trpc.billRun.request.mutationOptions(), { done: "The run goes on", tell: "here" });
  return (
    <Callout
      tone="bad"
      title="The run stopped"
      action={
        <ActionButton action={resume} onClick={() => resume.run({ until })}>
          Resume
        </ActionButton>
      }
    >
      What was done is kept, and nothing was issued. The page of jobs says why it stopped; resume it once that
      is mended.
    </Callout>
  );
}
