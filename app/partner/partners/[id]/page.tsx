import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { PartyView } from "@/components/party/party-view";
import { may } from "@/server/access/permissions";
import type { PartyId } from "@/server/core/ids";

export const metadata = { title: "Sub-partner" };

export default async function SubPartnerPage({ params }: PageProps<"/partner/partners/[id]">) {
  const id = (await params).id as PartyId;
  const [caller, { actor }] = await Promise.all([api(), signedIn("partner")]);
  const party = await found(caller.party.get({ id }));
  const knowsTerms = may(actor, "agreement.read");
  const [edges, agreements, people] = await Promise.all([
    knowsTerms ? caller.party.edges({ id }) : null,
    knowsTerms ? caller.party.agreements({ id }) : null,
    party.profile ? caller.party.people({ id }) : null,
  ]);
  return (
    <PartyView
      {...{ party, edges, agreements, people }}
      portal="/partner"
      mayManage={false}
      maySetAccount={party.id === actor.party && may(actor, "account.change")}
    />
  );
}
