import { Instant } from "@/components/date/instant";
import { Percent } from "@/components/money/decimal";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { ExceptionSeen } from "@/server/quote/read/exception";

type Past = ExceptionSeen["past"][number];

const columns: readonly Column<Past>[] = [
  {
    id: "quote",
    header: "Quote",
    cell: ({ id, number }) => <TextLink href={`/operator/approvals/${id}`}>{number}</TextLink>,
  },
  {
    id: "who",
    header: "Who",
    cell: ({ partnerName, customerName }) => `${partnerName}, for ${customerName}`,
    wrap: true,
  },
  { id: "rate", header: "Discount", cell: ({ rate }) => <Percent partsPerMillion={rate} />, align: "end" },
  { id: "status", header: "Decision", cell: ({ status }) => <Status state={status} /> },
  { id: "by", header: "By", cell: ({ decidedByName }) => decidedByName },
  { id: "at", header: "When", cell: ({ decidedAt }) => <Instant at={decidedAt} show="day" /> },
];

/** How such questions were decided before, the most alike first. */
export function PastDecisions({ past }: { past: readonly Past[] }) {
  return (
    <Card
      title="Decided before"
      description="The most alike: by partner, offer and size of the discount."
      flush
    >
      <LineTable
        label="Decided before"
        columns={columns}
        rows={past}
        rowId={({ id }) => id}
        under={({ comment }) => comment && <span className="text-muted">“{comment}”</span>}
        empty="Nothing like it was decided before."
      />
    </Card>
  );
}
