import { api, found } from "@/app/api";
import { inputOf, loadListQuery } from "@/components/table/query";
import { eventSpec } from "@/components/usage/columns";
import { MeasuredView } from "@/components/usage/measured-view";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Usage of a subscription" };

export default async function MeasuredSubscriptionPage({
  params,
  searchParams,
}: PageProps<"/operator/usage/subscriptions/[id]">) {
  const id = (await params).id as Id<"subscription">;
  const query = await loadListQuery(searchParams, eventSpec);
  const caller = await api();
  const [measured, events] = await Promise.all([
    found(caller.usage.subscription({ id })),
    found(caller.usage.events({ subscriptionId: id, ...inputOf(query) })),
  ]);
  return (
    <MeasuredView
      {...{ measured, events, query }}
      base="/operator"
      list={{ label: "Subscriptions", href: "/operator/usage/subscriptions" }}
    />
  );
}
