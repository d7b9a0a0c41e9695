import { api } from "@/app/api";
import { ListPage } from "@/components/page/list-page";
import { PartyViews } from "@/components/party/list-switch";
import { PartyTree } from "@/components/party/tree";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata = { title: "Sub-partner tree" };

const base = "/partner/partners";

export default async function SubPartnerTreePage() {
  const caller = await api();
  const { rows, total } = await caller.party.tree();
  return (
    <ListPage
      title="Sub-partners"
      description="Who sells through you, and through whom."
      above={<PartyViews base={base} here="tree" />}
    >
      {total > rows.length && (
        <Callout tone="warn">
          The tree shows the first {rows.length} of {total}. Look for the others in the list.
        </Callout>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Nobody sells through you yet">Your operator adds sub-partners.</EmptyState>
      ) : (
        <PartyTree parties={rows} base={base} />
      )}
    </ListPage>
  );
}
