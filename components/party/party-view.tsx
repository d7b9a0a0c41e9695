import { Instant } from "@/components/date/instant";
import { DetailPage } from "@/components/page/detail-page";
import { roleWord } from "@/components/shell/words";
import { Status } from "@/components/status/status";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { PartyId } from "@/server/core/ids";
import type { AgreementShown, EdgeShown, PartyPage } from "@/server/party/detail";
import type { PersonShown } from "@/server/party/people";
import { Agreements } from "./agreements";
import { ChangeStatus } from "./change-status";
import { Edges } from "./edges";
import { InviteMember } from "./invite-member";
import { SetAccount } from "./set-account";
import { kindWord } from "./words";

export type PartyViewProps = {
  party: PartyPage;
  /** Null where the reader may not know them. */
  agreements: readonly AgreementShown[] | null;
  edges: readonly EdgeShown[] | null;
  people: readonly PersonShown[] | null;
  /** The portal: `/operator` or `/partner`. */
  portal: string;
  mayManage: boolean;
  maySetAccount: boolean;
};

/** One party: who it is, on what terms it trades, who acts for it, and what it does. */
export function PartyView(props: PartyViewProps) {
  const { party, agreements, edges, people, portal, mayManage } = props;
  const { calendar } = party;
  const { id, name, kind, status, above } = party;
  return (
    <DetailPage
      title={name}
      trail={[
        { label: "Partners", href: `${portal}/partners` },
        ...above
          .filter((each) => each.kind !== "operator")
          .map((each) => ({ label: each.name, href: `${portal}/partners/${each.id}` })),
      ]}
      mark={
        <>
          <Badge>{kindWord(kind)}</Badge>
          <Status state={status} />
        </>
      }
      actions={
        <>
          <Doings id={id} kind={kind} portal={portal} />
          {mayManage && kind !== "operator" && (
            <ChangeStatus {...{ id, name, status }} next={party.nextStatuses} />
          )}
        </>
      }
      aside={<Aside {...props} />}
    >
      {edges && (edges.length > 0 || mayManage) && (
        <Edges {...{ edges, party, portal, mayManage, calendar }} />
      )}
      {agreements && <Agreements {...{ agreements, party, portal, mayManage, calendar }} />}
      <Below party={party} portal={portal} />
      {people && <People people={people} party={party} mayInvite={mayManage} />}
    </DetailPage>
  );
}

const sells = ["distributor", "reseller", "sub_reseller", "agent", "operator"];

/** Where its business is seen. */
function Doings({ id, kind, portal }: { id: PartyId; kind: string; portal: string }) {
  if (!sells.includes(kind)) return null;
  return (
    <>
      <LinkButton href={`${portal}/quotes?partner=${id}`}>Quotes</LinkButton>
      <LinkButton href={`${portal}/orders?partner=${id}`}>Orders</LinkButton>
    </>
  );
}

function Below({ party, portal }: { party: PartyPage; portal: string }) {
  if (party.partners.length === 0 && party.customers === 0) return null;
  return (
    <Card title="Below it">
      <ul className="grid gap-1">
        {party.partners.map(({ id, name, kind, status }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <TextLink href={`${portal}/partners/${id}`}>{name}</TextLink>
            <span className="text-sm text-muted">{kindWord(kind)}</span>
            {status !== "active" && <Status state={status} />}
          </li>
        ))}
        {party.customers > 0 && (
          <li className="text-muted">
            {party.customers === 1 ? "1 customer of its own" : `${party.customers} customers of its own`}
          </li>
        )}
      </ul>
    </Card>
  );
}

function People({
  people,
  party,
  mayInvite,
}: {
  people: readonly PersonShown[];
  party: PartyPage;
  mayInvite: boolean;
}) {
  return (
    <Card
      title="People"
      description="They sign in with a one-time link to their address."
      actions={mayInvite && <InviteMember {...{ partyId: party.id, name: party.name, roles: party.roles }} />}
    >
      {people.length === 0 && <p className="text-muted">Nobody acts for it yet.</p>}
      <ul className="grid">
        {people.map(({ id, name, email, role }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-1.5"
          >
            <span>
              <span className="font-medium">{name}</span> <span className="text-sm text-muted">{email}</span>
            </span>
            <Badge>{roleWord(role)}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Aside({ party, maySetAccount }: PartyViewProps) {
  const { profile, account, country, currency, timeZone, createdAt } = party;
  return (
    <>
      <Card title="Profile">
        <Facts
          facts={[
            { name: "Legal name", value: profile?.legalName },
            { name: "Tax id", value: profile?.taxId },
            { name: "Street", value: profile?.street },
            { name: "City", value: profile && `${profile.postcode} ${profile.city}` },
            { name: "E-mail", value: profile?.email },
            { name: "Country", value: country },
            { name: "Currency", value: currency },
            { name: "Time zone", value: timeZone },
            { name: "Joined", value: <Instant at={createdAt} timeZone={timeZone} show="day" /> },
          ]}
        />
      </Card>
      {(account || maySetAccount) && (
        <Card
          title="Paid to"
          actions={maySetAccount && <SetAccount id={party.id} name={party.name} currency={currency} />}
        >
          {account ? (
            <Facts
              facts={[
                { name: "Account", value: account.number },
                { name: "Holder", value: account.holder },
                { name: "BIC", value: account.bic },
                { name: "Currency", value: account.currency },
                { name: "Since", value: <Instant at={account.since} timeZone={timeZone} show="day" /> },
              ]}
            />
          ) : (
            <p className="text-sm text-muted">No account yet: nothing can be paid out to it.</p>
          )}
        </Card>
      )}
    </>
  );
}
