import { Instant } from "@/components/date/instant";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";

export type FailedTry = {
  readonly stepName: string;
  readonly attempt: number;
  readonly at: Date;
  readonly reason: string;
  readonly stack: string | null;
};

const columns: readonly Column<FailedTry>[] = [
  { id: "step", header: "Step", cell: ({ stepName }) => stepName || "The function itself" },
  { id: "try", header: "Try", cell: ({ attempt }) => attempt + 1, align: "end" },
  { id: "at", header: "When", cell: ({ at }) => <Instant at={at} /> },
  { id: "error", header: "Error", cell: (failed) => <Reason {...failed} /> },
];

/** Every attempt that failed, with where in the code it did. */
export function FailedTries({ tries }: { tries: readonly FailedTry[] }) {
  return (
    <Card title="Failed tries" flush>
      <LineTable
        label="Failed tries"
        columns={columns}
        rows={tries}
        rowId={({ stepName, attempt, at }) => `${stepName} ${attempt} ${at.getTime()}`}
      />
    </Card>
  );
}

function Reason({ reason, stack }: FailedTry) {
  if (!stack) return <span className="[overflow-wrap:anywhere]">{reason}</span>;
  return (
    <details>
      <summary className="cursor-pointer [overflow-wrap:anywhere]">{reason}</summary>
      <pre className="mt-1 max-h-80 overflow-auto rounded-sm bg-sunken p-2 text-xs">{stack}</pre>
    </details>
  );
}
