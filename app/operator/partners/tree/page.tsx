import { api } from "@/app/api";
import { ListPage } from "@/components/page/list-page";
import { PartyViews } from "@/components/party/list-switch";
import { PartyTree } from "@/components/party/tree";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Partner tree" };

const base = "/operator/partners";

export default async function PartnerTreePage() {
  const caller = await api();
  const { rows, total } = await caller.party.tree();
  return (
    <ListPage
      title="Partners"
      description="Who stands below whom. A partner sells through the one above it."
      above={<PartyViews base={base} here="tree" />}
    >
      {total > rows.length && (
        <Callout tone="warn">
          The tree shows the first {rows.length} of {total}. Look for the others in the list.
        </Callout>
      )}
      {rows.length === 0 ? (
        <EmptyState title="No partners yet">Add the first one in the list.</EmptyState>
      ) : (
        <PartyTree parties={rows} base={base} />
      )}
    </ListPage>
  );
}
