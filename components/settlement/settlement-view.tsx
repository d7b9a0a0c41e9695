import { Instant } from "@/components/date/instant";
import { Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import { DetailPage } from "@/components/page/detail-page";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { money } from "@/server/core/money/money";
import type { SettlementDetail, SettlementSeen } from "@/server/settlement/read";
import { divisionColumns } from "./columns";
import { kindWords } from "./words";

type Props = {
  line: SettlementDetail;
  /** How the whole invoice line was divided, as far as the viewer may see it. */
  division: readonly SettlementSeen[];
  base: string;
  /** Suppliers do not see the invoice behind their price. */
  showsInvoice: boolean;
};

export function SettlementView({ line, division, base, showsInvoice }: Props) {
  return (
    <DetailPage
      title={line.description}
      trail={[{ label: "Settlement", href: `${base}/settlement` }]}
      mark={<Status state={line.status} />}
      actions={
        <LinkButton look="primary" href={`${base}/trace/settlement_line/${line.id}`}>
          Trace
        </LinkButton>
      }
      aside={
        <Card title="Facts">
          <Facts
            facts={[
              { name: "Party", value: line.partyName },
              { name: "Kind", value: kindWords[line.kind] },
              { name: "Amount", value: <Amount amount={line.amount} /> },
              { name: "Base", value: <Amount amount={line.base} /> },
              { name: "Rate", value: line.rate === null ? null : <Percent partsPerMillion={line.rate} /> },
              { name: "Rule", value: line.rule ? `${line.rule.name}, version ${line.rule.number}` : null },
              { name: "Accrued", value: <Instant at={line.accruedAt} /> },
              { name: "Due so far", value: <Amount amount={line.released} /> },
              { name: "Paid out", value: <Amount amount={line.paidOut} /> },
              {
                name: "Invoice",
                value: showsInvoice ? (
                  <TextLink href={`${base}/invoices/${line.invoiceId}`}>Open the invoice</TextLink>
                ) : null,
              },
            ]}
          />
        </Card>
      }
    >
      <Card title="How it came about" description={line.derivation.rule} flush>
        <LineTable
          label="Steps"
          columns={stepColumns(line)}
          rows={line.derivation.steps}
          rowId={({ step }) => step}
        />
      </Card>
      {division.length > 1 && (
        <Card title="How the invoice line was divided" flush>
          <LineTable label="Parts" columns={divisionColumns} rows={division} rowId={({ id }) => id} />
        </Card>
      )}
    </DetailPage>
  );
}

type Step = SettlementDetail["derivation"]["steps"][number];

function stepColumns({ currency }: SettlementDetail): readonly Column<Step>[] {
  return [
    { id: "sentence", header: "Step", cell: ({ sentence }) => sentence },
    {
      id: "amount",
      header: "Amount",
      cell: ({ amount }) => <Amount amount={amount === null ? null : money(BigInt(amount), currency)} />,
      align: "end",
    },
  ];
}
