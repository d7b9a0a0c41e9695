import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { PartyView } from "@/components/party/party-view";
import { may } from "@/server/access/permissions";
import type { PartyId } from "@/server/core/ids";

export const metadata = { title: "Partner" };

export default async function PartnerPage({ params }: PageProps<"/operator/partners/[id]">) {
  const id = (await params).id as PartyId;
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const party = await found(caller.party.get({ id }));
  const [edges, agreements, people] = await Promise.all([
    caller.party.edges({ id }),
    caller.party.agreements({ id }),
    caller.party.people({ id }),
  ]);
  return (
    <PartyView
      {...{ party, edges, agreements, people }}
      portal="/operator"
      mayManage={may(actor, "party.manage")}
      maySetAccount={may(actor, "account.change") && party.kind !== "customer"}
    />
  );
}
