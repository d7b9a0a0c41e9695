import { Instant } from "@/components/date/instant";
import { PeriodText } from "@/components/date/period-text";
import { Amount } from "@/components/money/money";
import { DetailPage } from "@/components/page/detail-page";
import { Figures } from "@/components/page/figures";
import { Status } from "@/components/status/status";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import type { StatementDetail } from "@/server/payout/read/statement";
import { statementLineColumns } from "./columns";

type Props = { statement: StatementDetail; base: string; list: string };

export function StatementView({ statement, base, list }: Props) {
  const { opening, earned, paid, withheld, closing } = statement;
  return (
    <DetailPage
      title={`Statement ${statement.number}`}
      trail={[{ label: "Statements", href: list }]}
      mark={<Status state={statement.status} />}
      actions={<LinkButton href={`/api/export/statement/${statement.id}`}>CSV</LinkButton>}
      aside={
        <Card title="Facts">
          <Facts
            facts={[
              { name: "Party", value: statement.partyName },
              { name: "Period", value: <PeriodText from={statement.from} to={statement.to} /> },
              { name: "Issued", value: <Instant at={statement.issuedAt} /> },
              { name: "Currency", value: statement.currency },
            ]}
          />
        </Card>
      }
    >
      <Figures
        figures={[
          { name: "Opening", value: <Amount amount={opening} size="lg" /> },
          { name: "Became due", value: <Amount amount={earned} size="lg" /> },
          { name: "Paid out", value: <Amount amount={paid} size="lg" /> },
          { name: "Tax withheld", value: <Amount amount={withheld} size="lg" /> },
          { name: "Closing", value: <Amount amount={closing} size="lg" />, detail: "carried to the next" },
        ]}
      />
      <Card
        title="Lines"
        description="Each amount leads to how it came about, back to the usage record."
        flush
      >
        <LineTable
          label="Statement lines"
          columns={statementLineColumns(base)}
          rows={statement.lines}
          rowId={({ number }) => String(number)}
          empty="Nothing became due in this period."
        />
      </Card>
    </DetailPage>
  );
}
