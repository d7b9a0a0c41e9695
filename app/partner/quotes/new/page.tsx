import { api } from "@/app/api";
import { signedIn } from "@/app/session";
import { DetailPage } from "@/components/page/detail-page";
import { Composer } from "@/components/quote/composer";
import { Callout } from "@/components/ui/callout";
import { may } from "@/server/access/permissions";

export const metadata = { title: "New quote" };

export default async function NewQuotePage({ searchParams }: PageProps<"/partner/quotes/new">) {
  const [{ customer }, { actor }] = await Promise.all([searchParams, signedIn("partner")]);
  const trail = [{ label: "Quotes", href: "/partner/quotes" }];
  if (!may(actor, "quote.compose")) {
    return (
      <DetailPage title="New quote" trail={trail}>
        <Callout tone="warn">
          Your role does not include composing quotes. Ask the owner of your account.
        </Callout>
      </DetailPage>
    );
  }
  const choices = await (await api()).quote.choices();
  const only = choices.offers.length === 1 ? choices.offers[0] : undefined;
  return (
    <DetailPage
      title="New quote"
      trail={trail}
      description="You see what the customer pays and what you keep as you type."
    >
      <Composer
        choices={choices}
        requestKey={crypto.randomUUID()}
        begins={{
          customerId: choices.customers.find(({ id }) => id === customer)?.id ?? null,
          offerId: only?.offerId ?? null,
          quantities: {},
          percent: "",
          bearer: "seller",
          marketplaceId: null,
          validDays: "30",
        }}
      />
    </DetailPage>
  );
}
