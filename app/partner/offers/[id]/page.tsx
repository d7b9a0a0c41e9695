import { notFound } from "next/navigation";
import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { OfferView } from "@/components/offer/offer-view";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Offer" };

const none = { model: false, rehearse: false, decide: false, publish: false };

export default async function PartnerOfferPage({ params, searchParams }: PageProps<"/partner/offers/[id]">) {
  const [{ id }, { version: asked }] = await Promise.all([params, searchParams]);
  const [caller, { actor }] = await Promise.all([api(), signedIn("partner")]);
  const offer = await found(caller.offer.get({ offerId: id as Id<"offer"> }));
  const shown = offer.versions.find(({ number }) => String(number) === asked) ?? offer.versions[0];
  if (!shown) notFound();
  const [version, prices] = await Promise.all([
    caller.offer.version({ versionId: shown.id }),
    caller.offer.prices({ versionId: shown.id }),
  ]);
  return (
    <OfferView {...{ offer, version, prices }} items={[]} rights={none} own={actor.party} portal="/partner" />
  );
}
