import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import type { Proof } from "@/server/ledger/prove";

const columns: readonly Column<Proof>[] = [
  { id: "name", header: "What must hold", cell: ({ name }) => name },
  { id: "checked", header: "Checked", cell: ({ checked }) => checked.toLocaleString("en"), align: "end" },
  {
    id: "holds",
    header: "Result",
    cell: ({ holds, sentence }) =>
      holds ? <Status state="balanced" label="Holds" /> : <Status state="mismatch" label={sentence} />,
  },
];

/** The proof of the books, worked out for this page from every entry. */
export function Proofs({ proofs }: { proofs: readonly Proof[] }) {
  return (
    <Card title="Proof" description="Worked out from every entry as this page was made." flush>
      <LineTable label="Proof" columns={columns} rows={proofs} rowId={({ name }) => name} />
    </Card>
  );
}
