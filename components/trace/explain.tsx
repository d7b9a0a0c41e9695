"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { Amount } from "@/components/money/money";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Money } from "@/server/core/money/money";
import type { ExplainRef } from "@/server/trace/input";
import { ExplanationView } from "./explanation";

type Props = {
  amount: Money;
  /** Which computed amount it is. */
  of: ExplainRef;
  /** The portal, as `/operator`: with it, the explanation leads on to the trace. */
  base?: string;
  size?: "md" | "lg";
};

/** An amount that explains itself when it is pressed. */
export function ExplainedAmount({ amount, of, base, size = "md" }: Props) {
  const [isOpen, setOpen] = useState(false);
  const leadsOn = base !== undefined && of.kind !== "tax" && of.kind !== "rated_leg";
  return (
    <>
      <Amount amount={amount} size={size} explain={() => setOpen(true)} />
      <Dialog
        title="How this amount came about"
        size="lg"
        open={isOpen}
        onOpenChange={setOpen}
        footer={leadsOn && <LinkButton href={`${base}/trace/${of.kind}/${of.id}`}>Trace it</LinkButton>}
      >
        {isOpen && <Explanation of={of} />}
      </Dialog>
    </>
  );
}

/** What is known of an amount, asked for when it is shown. */
export function Explanation({ of }: { of: ExplainRef }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.trace.explain.queryOptions(of));
  if (error) return <Callout tone="bad">{error.message}</Callout>;
  return data ? <ExplanationView explanation={data} /> : <Skeleton className="h-40" />;
}
