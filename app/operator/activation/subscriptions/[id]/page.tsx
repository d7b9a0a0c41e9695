import { api, found } from "@/app/api";
import { SubscriptionView } from "@/components/activation/subscription-view";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Subscription" };

type Props = PageProps<"/operator/activation/subscriptions/[id]">;

export default async function SubscriptionPage({ params }: Props) {
  const { id } = await params;
  const running = await found((await api()).subscription.get({ id: id as Id<"subscription"> }));
  return <SubscriptionView running={running} base="/operator" />;
}
