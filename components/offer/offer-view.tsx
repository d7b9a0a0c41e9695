import { Instant } from "@/components/date/instant";
import { DetailPage } from "@/components/page/detail-page";
import { PlaceTabs } from "@/components/page/place-tabs";
import { Status } from "@/components/status/status";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Stepper } from "@/components/ui/stepper";
import type { PartyId } from "@/server/core/ids";
import type { KnownPrice, OfferPage, VersionPage } from "@/server/offer/detail";
import type { ItemListed } from "@/server/offer/list";
import type { OfferStatus } from "@/server/offer/rules/vocabulary";
import { ChangeTerm } from "./change-term";
import { Components } from "./components";
import { KnownPrices } from "./known-prices";
import { OfferActions } from "./offer-actions";
import { Review } from "./review";
import { termText } from "./words";

export type OfferRights = {
  readonly model: boolean;
  readonly rehearse: boolean;
  readonly decide: boolean;
  readonly publish: boolean;
};

type Props = {
  offer: OfferPage;
  version: VersionPage;
  prices: readonly KnownPrice[];
  /** What can be put into a draft. */
  items: readonly ItemListed[];
  rights: OfferRights;
  /** Who looks at it. */
  own: PartyId;
  portal: "/operator" | "/partner";
};

/** One version of an offer: what is in it, what the reader may know of its prices, and how far it is. */
export function OfferView({ offer, version, prices, items, rights, own, portal }: Props) {
  const { name, summary } = offer;
  const base = `${portal}/offers`;
  const isDraft = version.status === "draft" && rights.model;
  return (
    <DetailPage
      title={name}
      trail={[{ label: "Offers", href: base }]}
      mark={
        <>
          <Badge>Version {version.number}</Badge>
          <Status state={version.status} />
        </>
      }
      description={summary || undefined}
      actions={<OfferActions {...{ offer, version, rights, portal }} />}
      above={
        <>
          {portal === "/operator" && <Way status={version.status} />}
          {offer.versions.length > 1 && <Versions offer={offer} here={version.number} base={base} />}
        </>
      }
      aside={<Aside {...{ offer, version, isDraft }} />}
    >
      <Components {...{ version, items, isDraft }} />
      {prices.length > 0 && <KnownPrices {...{ prices, own, portal }} components={version.components} />}
      {version.review && (
        <Review review={version.review} status={version.status} timeZone={offer.calendar.timeZone} />
      )}
    </DetailPage>
  );
}

const steps = [
  ["draft", "Draft"],
  ["in_review", "In review"],
  ["approved", "Approved"],
  ["published", "On sale"],
] as const satisfies readonly (readonly [OfferStatus, string])[];

function Way({ status }: { status: OfferStatus }) {
  const reached = steps.findIndex(([step]) => step === status);
  if (reached < 0) return null;
  return (
    <Stepper
      label="Way to being sold"
      steps={steps.map(([, label], place) => ({
        label,
        state: place < reached || status === "published" ? "done" : place === reached ? "current" : "ahead",
      }))}
    />
  );
}

function Versions({ offer, here, base }: { offer: OfferPage; here: number; base: string }) {
  return (
    <PlaceTabs
      label="Versions"
      places={offer.versions.map(({ number, status }) => ({
        label: status === "published" ? `Version ${number} · on sale` : `Version ${number}`,
        href: `${base}/${offer.id}?version=${number}`,
        here: number === here,
      }))}
    />
  );
}

function Aside({ offer, version, isDraft }: { offer: OfferPage; version: VersionPage; isDraft: boolean }) {
  const { code, family } = offer;
  const { timeZone } = offer.calendar;
  return (
    <Card
      title="Facts"
      actions={isDraft && <ChangeTerm versionId={version.versionId} termMonths={version.termMonths} />}
    >
      <Facts
        facts={[
          { name: "Code", value: code },
          { name: "Product family", value: family },
          { name: "Term", value: termText(version.termMonths) },
          { name: "Begun", value: <Instant at={version.createdAt} timeZone={timeZone} show="day" /> },
          {
            name: "Published",
            value: version.publishedAt && <Instant at={version.publishedAt} timeZone={timeZone} />,
          },
        ]}
      />
    </Card>
  );
}
