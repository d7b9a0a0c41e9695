import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { PriceListView } from "@/components/price/price-list-view";
import { may } from "@/server/access/permissions";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Price list" };

const everyItem = { q: "", sort: "name", dir: "asc", page: 1, size: 200, filters: {} } as const;

export default async function PriceListPage({ params, searchParams }: PageProps<"/operator/prices/[id]">) {
  const [{ id }, { version: asked }] = await Promise.all([params, searchParams]);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const list = await found(caller.price.get({ priceListId: id as Id<"priceList"> }));
  const shown = list.versions.find(({ number }) => String(number) === asked) ?? list.versions[0];
  const mayChange = may(actor, "price.change");
  const [version, items] = await Promise.all([
    shown ? caller.price.version({ id: shown.id }) : null,
    mayChange && shown?.status === "draft" ? caller.offer.items(everyItem) : null,
  ]);
  return <PriceListView {...{ list, version, mayChange }} items={items?.rows ?? []} portal="/operator" />;
}
