import { api, found } from "@/app/api";
import { PriceListView } from "@/components/price/price-list-view";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Price list" };

export default async function PartnerPriceListPage({
  params,
  searchParams,
}: PageProps<"/partner/prices/[id]">) {
  const [{ id }, { version: asked }] = await Promise.all([params, searchParams]);
  const caller = await api();
  const list = await found(caller.price.get({ priceListId: id as Id<"priceList"> }));
  const shown = list.versions.find(({ number }) => String(number) === asked) ?? list.versions[0];
  const version = shown ? await caller.price.version({ id: shown.id }) : null;
  return <PriceListView {...{ list, version }} items={[]} mayChange={false} portal="/partner" />;
}
