import { api } from "@/app/api";
import { accountColumns, trialColumns } from "@/components/ledger/columns";
import { accountSpec } from "@/components/ledger/export";
import { Proofs } from "@/components/ledger/proofs";
import { accountHref, accountWords } from "@/components/ledger/words";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { LineTable } from "@/components/table/line-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Ledger" };

export default async function LedgerPage({ searchParams }: PageProps<"/operator/ledger">) {
  const query = await loadListQuery(searchParams, accountSpec);
  const caller = await api();
  const [{ rows, total }, trial, proofs] = await Promise.all([
    caller.ledger.accounts(inputOf(query)),
    caller.ledger.trialBalance(),
    caller.ledger.proof(),
  ]);
  const currencies = [...new Set(trial.map(({ currency }) => currency))];
  return (
    <ListPage
      title="Ledger"
      description="The books behind every stage: double entry, added to and never changed."
      above={
        <div className="grid min-w-0 items-start gap-4 xl:grid-cols-2">
          {currencies.map((currency) => (
            <Card key={currency} title={`Trial balance, ${currency}`} flush>
              <LineTable
                label={`Trial balance, ${currency}`}
                columns={trialColumns}
                rows={trial.filter((row) => row.currency === currency)}
                rowId={({ account }) => account}
              />
            </Card>
          ))}
          <Proofs proofs={proofs} />
        </div>
      }
    >
      <DataTable
        label="accounts"
        {...{ columns: accountColumns, rows, total, query }}
        rowId={({ account, ownerId, currency }) => `${account} ${ownerId} ${currency}`}
        rowHref={({ account, ownerId, currency }) => accountHref(account, ownerId, currency)}
        search="owner"
        csv="/api/export/accounts"
        filters={[
          {
            name: "account",
            label: "Account",
            options: Object.entries(accountWords).map(([value, label]) => ({ value, label })),
          },
          {
            name: "currency",
            label: "Currency",
            options: currencies.map((value) => ({ value, label: value })),
          },
        ]}
        empty={
          <EmptyState title="Nothing is booked yet">The first bill run writes the first entries.</EmptyState>
        }
      />
    </ListPage>
  );
}
