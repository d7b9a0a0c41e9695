import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { ListPage } from "@/components/page/list-page";
import { runColumns, runSpec, runStatuses } from "@/components/payout/columns";
import { ProposeRun } from "@/components/payout/run-actions";
import { wordOf } from "@/components/status/tones";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { may } from "@/server/access/permissions";

export const metadata = { title: "Payouts" };

export default async function PayoutsPage({ searchParams }: PageProps<"/operator/payouts">) {
  const query = await loadListQuery(searchParams, runSpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const mayRead = may(actor, "payout.run.read");
  const { rows, total } = mayRead ? await caller.payout.runs(inputOf(query)) : { rows: [], total: 0 };
  const now = new Date().toISOString();
  return (
    <ListPage
      title="Payouts"
      description="Each run pays what is due. One person proposes it, another lets it go."
      actions={
        <>
          <LinkButton href="/operator/payouts/statements">Statements</LinkButton>
          {may(actor, "payout.propose") && <ProposeRun now={now} />}
        </>
      }
    >
      <DataTable
        label="payout runs"
        {...{ columns: runColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `/operator/payouts/${id}`}
        search="number"
        filters={[
          {
            name: "status",
            label: "Status",
            options: runStatuses.map((value) => ({ value, label: wordOf(value) })),
          },
        ]}
        empty={
          <EmptyState title={mayRead ? "No payout run yet" : "Payout runs are finance's"}>
            {mayRead
              ? "What parties earned becomes due as invoices are paid; a run pays it."
              : "Your role reads statements, not runs."}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
