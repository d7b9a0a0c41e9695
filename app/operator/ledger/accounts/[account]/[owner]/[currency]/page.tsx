import { api, found } from "@/app/api";
import { entryColumns, entryHref } from "@/components/ledger/columns";
import { accountWords } from "@/components/ledger/words";
import { Amount } from "@/components/money/money";
import { Figures } from "@/components/page/figures";
import { ListPage } from "@/components/page/list-page";
import { DataTable } from "@/components/table/data-table";
import { inputOf, type ListSpec, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import type { PartyId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";
import type { AccountKind } from "@/server/ledger/posting";

export const metadata = { title: "Account" };

const spec = { sort: "bookedAt", dir: "desc" } as const satisfies ListSpec;

export default async function AccountPage({
  params,
  searchParams,
}: PageProps<"/operator/ledger/accounts/[account]/[owner]/[currency]">) {
  const { account, owner, currency } = await params;
  const ref = { account: account as AccountKind, ownerId: owner as PartyId, currency: currency as Currency };
  const [query, caller] = await Promise.all([loadListQuery(searchParams, spec), api()]);
  const held = await found(caller.ledger.account(ref));
  const { rows, total } = await caller.ledger.entries({ ...inputOf(query), ...ref });
  return (
    <ListPage
      title={`${accountWords[held.account]} · ${held.owner}`}
      trail={[{ label: "Ledger", href: "/operator/ledger" }]}
      above={
        <Figures
          figures={[
            {
              name: "Balance",
              value: <Amount amount={held.balance} size="lg" />,
              detail: "positive is a debit",
            },
            { name: "Entries", value: held.entries.toLocaleString("en") },
          ]}
        />
      }
    >
      <DataTable
        label="entries"
        {...{ columns: entryColumns, rows, total, query }}
        rowId={({ event, number }) => `${event} ${number}`}
        rowHref={entryHref}
        empty={<EmptyState title="No entries">Nothing was booked on this account.</EmptyState>}
      />
    </ListPage>
  );
}
