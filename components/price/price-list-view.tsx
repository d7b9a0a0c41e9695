import { Instant } from "@/components/date/instant";
import { DetailPage } from "@/components/page/detail-page";
import { PlaceTabs } from "@/components/page/place-tabs";
import { Status } from "@/components/status/status";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import type { ItemListed } from "@/server/offer/list";
import type { PriceListPage, PriceVersionPage } from "@/server/offer/price-page";
import { DraftPrices } from "./draft-prices";
import { PriceTable } from "./price-table";
import { VersionActions } from "./version-actions";
import { audienceWord } from "./words";

type Props = {
  list: PriceListPage;
  /** The version that is looked at; null while the list has none. */
  version: PriceVersionPage | null;
  /** What a draft can set prices for. */
  items: readonly ItemListed[];
  mayChange: boolean;
  portal: "/operator" | "/partner";
};

/** The prices of one route, one version at a time, each beside the version before it. */
export function PriceListView({ list, version, items, mayChange, portal }: Props) {
  const { id, name, audience, currency, versions } = list;
  const base = `${portal}/prices`;
  return (
    <DetailPage
      title={name}
      trail={[{ label: "Price lists", href: base }]}
      mark={
        <>
          <Badge>{audienceWord(audience)}</Badge>
          <Badge>{currency}</Badge>
        </>
      }
      description={routeText(list)}
      actions={
        mayChange && (
          <>
            {version && <VersionActions {...{ version, list }} />}
            {versions.every(({ status }) => status !== "draft") && <DraftPrices priceListId={id} />}
          </>
        )
      }
      above={versions.length > 1 && <Versions list={list} here={version?.number ?? 0} base={base} />}
      aside={version && <Aside version={version} timeZone={list.calendar.timeZone} />}
    >
      {version ? (
        <Card
          title={
            version.before ? `Version ${version.number} against version ${version.before.number}` : "Prices"
          }
          description={`In ${currency}, before tax. A tier's upper bound belongs to the tier.`}
          flush
        >
          <PriceTable {...{ list, version, items }} edits={mayChange && version.status === "draft"} />
        </Card>
      ) : (
        <EmptyState title="No prices yet">Begin a version, set its prices and put it in force.</EmptyState>
      )}
    </DetailPage>
  );
}

function routeText({ sellerName, readerName, audience }: PriceListPage): string {
  if (audience === "cost") return `What ${sellerName} asks of the operator.`;
  if (audience === "wholesale") return `What ${sellerName} asks of ${readerName}.`;
  return `What ${sellerName} asks of its customers${readerName ? `, quoted by ${readerName}` : ""}.`;
}

function Versions({ list, here, base }: { list: PriceListPage; here: number; base: string }) {
  return (
    <PlaceTabs
      label="Versions"
      places={list.versions.map(({ number, status }) => ({
        label: status === "active" ? `Version ${number} · in force` : `Version ${number}`,
        href: `${base}/${list.id}?version=${number}`,
        here: number === here,
      }))}
    />
  );
}

function Aside({ version, timeZone }: { version: PriceVersionPage; timeZone: string }) {
  const { status, validFrom, validTo, createdAt, changes } = version;
  const changed = changes.filter(({ change }) => change !== "same").length;
  return (
    <Card title={`Version ${version.number}`}>
      <Facts
        facts={[
          { name: "State", value: <Status state={status} /> },
          { name: "From", value: validFrom && <Instant at={validFrom} timeZone={timeZone} /> },
          { name: "To", value: validTo && <Instant at={validTo} timeZone={timeZone} /> },
          { name: "Begun", value: <Instant at={createdAt} timeZone={timeZone} show="day" /> },
          { name: "Prices", value: changes.filter(({ after }) => after !== null).length },
          { name: "Changes", value: version.before ? changed : null },
        ]}
      />
    </Card>
  );
}
