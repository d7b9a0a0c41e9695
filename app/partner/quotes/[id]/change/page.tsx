import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { DetailPage } from "@/components/page/detail-page";
import { Composer } from "@/components/quote/composer";
import { percentText } from "@/components/quote/percent";
import { Callout } from "@/components/ui/callout";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Change quote" };

const changeable: readonly string[] = ["draft", "in_approval", "approved"];

export default async function ChangeQuotePage({ params }: PageProps<"/partner/quotes/[id]/change">) {
  const [{ id }, { actor }, caller] = await Promise.all([params, signedIn("partner"), api()]);
  const { number, version, isOwn } = await found(caller.quote.get({ id: id as Id<"quote"> }));
  const trail = [
    { label: "Quotes", href: "/partner/quotes" },
    { label: number, href: `/partner/quotes/${id}` },
  ];
  if (!isOwn || !changeable.includes(version.status)) {
    return (
      <DetailPage title={`Change ${number}`} trail={trail}>
        <Callout tone="warn">
          This version can no longer be changed. Make a new version of it instead.
        </Callout>
      </DetailPage>
    );
  }
  const [choices, wishes] = await Promise.all([
    caller.quote.choices(),
    caller.quote.wishes({ versionId: version.id }),
  ]);
  const { discountRate, discountBearerId } = wishes;
  return (
    <DetailPage
      title={`Change ${number}`}
      trail={trail}
      description="Saved at today's prices. A request for approval, or an approval, of it is void then."
    >
      <Composer
        choices={choices}
        requestKey={version.id}
        changes={{ quoteId: id as Id<"quote">, versionId: version.id }}
        begins={{
          customerId: wishes.customerId,
          offerId: wishes.offerId,
          quantities: wishes.quantities,
          percent: discountRate === 0n ? "" : percentText(discountRate),
          bearer: bearerOf(discountBearerId, {
            own: actor.party,
            operator: choices.operator?.id ?? null,
            seller: version.discount?.sellerId ?? null,
          }),
          marketplaceId: wishes.marketplaceId,
          validDays: "30",
        }}
      />
    </DetailPage>
  );
}

type Bearers = { readonly own: string; readonly operator: string | null; readonly seller: string | null };

function bearerOf(bearerId: string | null, { own, operator, seller }: Bearers) {
  if (bearerId === null || bearerId === seller) return "seller";
  if (bearerId === own) return "own";
  return bearerId === operator ? "operator" : "seller";
}
