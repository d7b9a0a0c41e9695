import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { ListPage } from "@/components/page/list-page";
import { AddParty } from "@/components/party/add-party";
import { partyColumns, partyFilters, partySpec } from "@/components/party/columns";
import { PartyViews } from "@/components/party/list-switch";
import { kindWord } from "@/components/party/words";
import { DataTable } from "@/components/table/data-table";
import { inputOf, loadListQuery } from "@/components/table/query";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/server/access/permissions";
import type { PartyId } from "@/server/core/ids";

export const metadata = { title: "Partners" };

const base = "/operator/partners";

export default async function PartnersPage({ searchParams }: PageProps<"/operator/partners">) {
  const query = await loadListQuery(searchParams, partySpec);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const { rows, total } = await caller.party.list(inputOf(query));
  const add = may(actor, "party.manage") ? await addition() : null;
  return (
    <ListPage
      title="Partners"
      description="Who sells, supplies and lists in this network, and on what terms."
      actions={add}
      above={<PartyViews base={base} here="list" />}
    >
      <DataTable
        label="partners"
        {...{ columns: partyColumns, rows, total, query }}
        rowId={({ id }) => id}
        rowHref={({ id }) => `${base}/${id}`}
        search="name"
        filters={partyFilters}
        csv="/api/export/partners"
        empty={
          <EmptyState title="No partners yet" action={add}>
            Add the first distributor, reseller or supplier. It trades once an agreement is signed.
          </EmptyState>
        }
      />
    </ListPage>
  );

  async function addition() {
    const [parents, home] = await Promise.all([
      caller.party.choices(),
      caller.party.get({ id: actor.operator as string as PartyId }),
    ]);
    const above = parents.filter(({ kind }) => kind !== "supplier" && kind !== "marketplace");
    return (
      <AddParty
        parents={above.map(({ id, name, kind }) => ({ value: id, label: name, hint: kindWord(kind) }))}
        home={{ country: home.country, timeZone: home.timeZone, currency: home.currency ?? "EUR" }}
      />
    );
  }
}
