import { ListPage } from "@/components/page/list-page";
import { statementColumns, statementSpec } from "@/components/payout/columns";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { api } from "./api";

type Props = {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
  /** Where a statement of the list is, without its id. */
  path: string;
  title: string;
  description: string;
  trail?: readonly { readonly label: string; readonly href: string }[];
};

/**
 * The list of statements is the same page in every portal: each viewer sees its own, the operator
 * everybody's.
 */
export async function StatementList({ searchParams, path, title, description, trail = [] }: Props) {
  const query = await loadListQuery(searchParams, statementSpec);
  const { rows, total } = await (await api()).statement.list(inputOf(query));
  return (
    <ListPage title={title} trail={trail} description={description}>
      <DataTable
        label="statements"
        {...{ columns: statementColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `${path}/${id}`}
        search="number or party"
        csv="/api/export/statements"
        empty={
          <EmptyState title="No statement yet">
            A statement is issued with each payout run: what became due, what was paid, what is carried.
          </EmptyState>
        }
      />
    </ListPage>
  );
}
