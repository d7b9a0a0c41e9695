"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { Amount } from "@/components/money/money";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { Id } from "@/server/core/ids";
import type { Money } from "@/server/core/money/money";
import { LineWorking } from "./line-working";

/** The net of a line, which explains itself when it is pressed. */
export function ExplainLine({ id, net }: { id: Id<"invoiceLine">; net: Money }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Amount amount={net} explain={() => setOpen(true)} />
      <Dialog
        title="How this amount came about"
        description="Worked out when it was rated and kept since; on the prices that are yours to know."
        size="lg"
        open={isOpen}
        onOpenChange={setOpen}
      >
        {isOpen && <Explanation id={id} />}
      </Dialog>
    </>
  );
}

function Explanation({ id }: { id: Id<"invoiceLine"> }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.invoice.explain.queryOptions({ invoiceLineId: id }));
  if (error) return <Callout tone="bad">{error.message}</Callout>;
  return data ? <LineWorking line={data} /> : <Skeleton className="h-48" />;
}
