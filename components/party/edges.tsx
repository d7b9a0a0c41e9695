import { Instant } from "@/components/date/instant";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { EdgeShown, PartyPage } from "@/server/party/detail";
import type { Calendar } from "@/server/party/effective";
import { EndEdge } from "./end-edge";
import { JoinEdge } from "./join-edge";
import { familyWord, modelWord } from "./words";

type Props = {
  edges: readonly EdgeShown[];
  party: PartyPage;
  portal: string;
  mayManage: boolean;
  calendar: Calendar;
};

const sells = ["distributor", "reseller", "sub_reseller", "agent"];

/** Through whom a party sells, and who sells through it. */
export function Edges({ edges, party, portal, mayManage, calendar }: Props) {
  const joins = mayManage && sells.includes(party.kind);
  if (edges.length === 0 && !joins) return null;
  return (
    <Card
      title="Trades with"
      description="Each edge is for a product family and a time. Deals keep the edges they were quoted with."
      actions={joins && <JoinEdge party={party} today={calendar.today} />}
      flush
    >
      <LineTable
        label="Edges"
        columns={edgeColumns({ party, portal, mayManage, calendar })}
        rows={edges}
        rowId={({ id }) => id}
        empty="It sells through nobody yet: sign an agreement, then join it to the tree."
      />
    </Card>
  );
}

function edgeColumns({
  party,
  portal,
  mayManage,
  calendar,
}: Omit<Props, "edges">): readonly Column<EdgeShown>[] {
  const { timeZone } = calendar;
  const link = (id: string, name: string) => <TextLink href={`${portal}/partners/${id}`}>{name}</TextLink>;
  const columns: readonly Column<EdgeShown>[] = [
    {
      id: "other",
      header: "With",
      cell: (edge) =>
        edge.childId === party.id ? link(edge.parentId, edge.parentName) : link(edge.childId, edge.childName),
    },
    {
      id: "side",
      header: "Side",
      cell: ({ childId }) => <Badge>{childId === party.id ? "above" : "below"}</Badge>,
    },
    { id: "model", header: "Model", cell: ({ model }) => modelWord(model), wrap: false },
    { id: "family", header: "Family", cell: ({ family }) => familyWord(family), wrap: false },
    { id: "agreement", header: "Agreement", cell: ({ agreementName }) => agreementName },
    {
      id: "from",
      header: "From",
      cell: ({ validFrom }) => <Instant at={validFrom} timeZone={timeZone} show="day" />,
      wrap: false,
    },
    {
      id: "to",
      header: "To",
      cell: ({ validTo }) => <Instant at={validTo} timeZone={timeZone} show="day" />,
      wrap: false,
    },
  ];
  if (!mayManage) return columns;
  const end: Column<EdgeShown> = {
    id: "end",
    header: "Edit",
    cell: (edge) => (edge.validTo === null ? <EndEdge edge={edge} /> : null),
    align: "end",
  };
  return [...columns, end];
}
