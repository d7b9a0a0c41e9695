import { Instant } from "@/components/date/instant";
import { Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { money } from "@/server/core/money/money";
import type { AgreementShown, PartyPage } from "@/server/party/detail";
import type { Calendar } from "@/server/party/effective";
import { AmendAgreement } from "./amend-agreement";
import { SignAgreement } from "./sign-agreement";

type Props = {
  agreements: readonly AgreementShown[];
  party: PartyPage;
  portal: string;
  mayManage: boolean;
  calendar: Calendar;
};

/** What a party agreed with others, every version of it. */
export function Agreements({ agreements, party, portal, mayManage, calendar }: Props) {
  const signs = mayManage && party.parentId !== null && party.kind !== "customer";
  if (agreements.length === 0 && !signs) return null;
  return (
    <>
      {agreements.map((agreement) => (
        <Card
          key={agreement.id}
          title={agreement.name}
          description={<Between agreement={agreement} party={party} portal={portal} />}
          actions={mayManage && <AmendAgreement agreement={agreement} today={calendar.today} />}
          flush
        >
          <LineTable
            label={`Versions of ${agreement.name}`}
            columns={versionColumns(calendar.timeZone)}
            rows={agreement.versions}
            rowId={({ id }) => id}
          />
        </Card>
      ))}
      {signs && (
        <div>
          <SignAgreement party={party} today={calendar.today} isFirst={agreements.length === 0} />
        </div>
      )}
    </>
  );
}

function Between({
  agreement,
  party,
  portal,
}: {
  agreement: AgreementShown;
  party: PartyPage;
  portal: string;
}) {
  const { parentId, parentName, childId, childName } = agreement;
  const [id, name] = parentId === party.id ? [childId, childName] : [parentId, parentName];
  return (
    <>
      {parentId === party.id ? "It grants these terms to " : "Granted by "}
      <TextLink href={`${portal}/partners/${id}`}>{name}</TextLink>
    </>
  );
}

type Version = AgreementShown["versions"][number];

const versionColumns = (timeZone: string): readonly Column<Version>[] => [
  {
    id: "number",
    header: "Version",
    cell: ({ number, status }) => (
      <span className="flex gap-2">
        {number} <Status state={status} />
      </span>
    ),
    wrap: false,
  },
  {
    id: "period",
    header: "In force",
    cell: ({ validFrom, validTo }) => (
      <>
        <Instant at={validFrom} timeZone={timeZone} show="day" />
        {validTo ? " to " : " on"}
        {validTo && <Instant at={validTo} timeZone={timeZone} show="day" />}
      </>
    ),
    wrap: false,
  },
  {
    id: "share",
    header: "Share",
    cell: ({ commissionRate }) => <Percent partsPerMillion={commissionRate} />,
    align: "end",
  },
  {
    id: "band",
    header: "Band",
    cell: ({ discountBand }) => <Percent partsPerMillion={discountBand} />,
    align: "end",
  },
  {
    id: "due",
    header: "Due",
    cell: ({ shareDue }) => (shareDue === "issue" ? "at issue" : "when paid"),
    wrap: false,
  },
  {
    id: "minimum",
    header: "Minimum",
    cell: ({ minimumPayout, currency }) => <Amount amount={currency && money(minimumPayout, currency)} />,
    align: "end",
  },
  { id: "holding", header: "Held", cell: ({ holdingDays }) => daysText(holdingDays), align: "end" },
  {
    id: "withheld",
    header: "Withheld",
    cell: ({ withholdingRate }) => <Percent partsPerMillion={withholdingRate} />,
    align: "end",
  },
];

function daysText(days: number): string {
  if (days === 0) return "–";
  return days === 1 ? "1 day" : `${days} days`;
}
