import { api, found } from "@/app/api";
import { Instant } from "@/components/date/instant";
import { shardColumns } from "@/components/invoice/run-columns";
import { RunProgress } from "@/components/invoice/run-progress";
import { Amount } from "@/components/money/money";
import { DetailPage } from "@/components/page/detail-page";
import { Figures } from "@/components/page/figures";
import { Status } from "@/components/status/status";
import { DataTable } from "@/components/table/data-table";
import { inputOf, type ListSpec, loadListQuery } from "@/components/table/query";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Bill run" };

const spec = { sort: "number", filters: [] } as const satisfies ListSpec;

export default async function BillRunPage({
  params,
  searchParams,
}: PageProps<"/operator/invoices/runs/[id]">) {
  const billRunId = (await params).id as Id<"billRun">;
  const [query, caller] = await Promise.all([loadListQuery(searchParams, spec), api()]);
  const run = await found(caller.billRun.get({ billRunId }));
  const { rows, total } = await caller.billRun.shards({ ...inputOf(query), billRunId });
  return (
    <DetailPage
      title={run.number}
      trail={[
        { label: "Invoices", href: "/operator/invoices" },
        { label: "Bill runs", href: "/operator/invoices/runs" },
      ]}
      mark={<Status state={run.status} />}
      actions={
        run.status === "issued" &&
        run.invoices > 0 && (
          <LinkButton href={`/operator/invoices?billRunId=${run.id}`}>Its invoices</LinkButton>
        )
      }
      above={
        <>
          <RunProgress {...run} />
          {run.status === "issued" && run.invoices === 0 && (
            <Callout>Nothing was due, so no invoice was made.</Callout>
          )}
          {run.totals.map((total) => (
            <RunTotals key={total.currency} total={total} />
          ))}
        </>
      }
      aside={<RunFacts run={run} />}
    >
      <Section title="Parts" description="Each is one range of subscriptions, done whole or not at all.">
        <DataTable
          label="parts"
          {...{ columns: shardColumns, rows, total, query }}
          rowId={({ number }) => String(number)}
          empty={
            <EmptyState title="No parts">The run found no subscription that could owe anything.</EmptyState>
          }
        />
      </Section>
    </DetailPage>
  );
}

type Run = Awaited<ReturnType<Awaited<ReturnType<typeof api>>["billRun"]["get"]>>;

function RunTotals({ total: { invoices, net, tax, gross } }: { total: Run["totals"][number] }) {
  return (
    <Figures
      figures={[
        { name: "Invoices", value: invoices },
        { name: "Net", value: <Amount amount={net} size="lg" /> },
        { name: "Tax", value: <Amount amount={tax} size="lg" /> },
        { name: "Gross", value: <Amount amount={gross} size="lg" /> },
      ]}
    />
  );
}

function RunFacts({ run }: { run: Run }) {
  const { timeZone } = run;
  return (
    <Card title="Facts">
      <Facts
        facts={[
          { name: "Charges what ended by", value: <Instant at={run.until} timeZone={timeZone} /> },
          { name: "Usage up to batch", value: run.watermark.toString() },
          { name: "Requested", value: <Instant at={run.requestedAt} timeZone={timeZone} /> },
          { name: "By", value: run.requestedByName },
          { name: "Issued", value: run.finishedAt && <Instant at={run.finishedAt} timeZone={timeZone} /> },
        ]}
      />
    </Card>
  );
}
