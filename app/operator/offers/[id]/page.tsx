import { notFound } from "next/navigation";
import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { OfferView } from "@/components/offer/offer-view";
import { may } from "@/server/access/permissions";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Offer" };

/** Every item, to choose from in a draft. */
const everyItem = { q: "", sort: "name", dir: "asc", page: 1, size: 200, filters: {} } as const;

export default async function OfferPage({ params, searchParams }: PageProps<"/operator/offers/[id]">) {
  const [{ id }, { version: asked }] = await Promise.all([params, searchParams]);
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const offer = await found(caller.offer.get({ offerId: id as Id<"offer"> }));
  const shown = offer.versions.find(({ number }) => String(number) === asked) ?? offer.versions[0];
  if (!shown) notFound();
  const models = may(actor, "offer.model");
  const [version, items] = await Promise.all([
    caller.offer.version({ versionId: shown.id }),
    models && shown.status === "draft" ? caller.offer.items(everyItem) : null,
  ]);
  const rights = {
    model: models,
    rehearse: may(actor, "offer.rehearse"),
    decide: may(actor, "approval.decide"),
    publish: may(actor, "offer.publish"),
  };
  return (
    <OfferView
      {...{ offer, version, rights }}
      items={items?.rows ?? []}
      prices={[]}
      own={actor.party}
      portal="/operator"
    />
  );
}
