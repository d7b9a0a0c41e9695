import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { OrderView } from "@/components/order/order-view";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Order" };

export default async function OrderPage({ params }: PageProps<"/operator/orders/[id]">) {
  const [{ id }, { actor }, caller] = await Promise.all([params, signedIn("operator"), api()]);
  const order = await found(caller.order.get({ id: id as Id<"order"> }));
  return <OrderView order={order} base="/operator" viewer={actor.party} />;
}
