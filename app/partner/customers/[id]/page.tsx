import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { CustomerView } from "@/components/customer/customer-view";
import { may } from "@/server/access/permissions";
import type { PartyId } from "@/server/core/ids";

export const metadata = { title: "Customer" };

export default async function CustomerPage({ params }: PageProps<"/partner/customers/[id]">) {
  const [{ id }, { actor }, caller] = await Promise.all([params, signedIn("partner"), api()]);
  const [customer, quotes, orders] = await Promise.all([
    found(caller.customer.get({ id: id as PartyId })),
    caller.quote.list({ dir: "desc", size: 25, filters: { customer: [id] } }),
    caller.order.list({ dir: "desc", size: 25, filters: { customer: [id] } }),
  ]);
  const isOwn = customer.partnerId === actor.party;
  return (
    <CustomerView
      {...{ customer, quotes: quotes.rows, orders: orders.rows }}
      mayCompose={isOwn && may(actor, "quote.compose")}
    />
  );
}
