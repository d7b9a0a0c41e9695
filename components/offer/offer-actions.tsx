"use client";

import { ActionButton } from "@/components/api/action-button";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkButton } from "@/components/ui/link-button";
import type { OfferPage, VersionPage } from "@/server/offer/detail";
import { Decide } from "./decide";
import type { OfferRights } from "./offer-view";
import { termText } from "./words";

type Props = {
  offer: OfferPage;
  version: VersionPage;
  rights: OfferRights;
  portal: "/operator" | "/partner";
};

/** What can be done with a version where it stands; the likeliest next step is the prominent one. */
export function OfferActions({ offer, version, rights, portal }: Props) {
  const { status, review } = version;
  const isUnderway = status === "draft" || status === "in_review" || status === "approved";
  const isNewest = offer.versions[0]?.id === version.versionId;
  if (portal === "/partner") {
    return status === "published" ? (
      <LinkButton look="primary" href={`/partner/quotes/new?offer=${offer.id}`}>
        Quote it
      </LinkButton>
    ) : null;
  }
  return (
    <>
      {isUnderway && rights.rehearse && <Rehearse versionId={version.versionId} />}
      {status === "draft" && rights.model && <Submit version={version} />}
      {(status === "in_review" || status === "approved") && rights.model && <TakeBack version={version} />}
      {status === "in_review" && rights.decide && review?.approval && (
        <Decide approvalId={review.approval.id} version={version} isOwn={review.isOwn} />
      )}
      {status === "approved" && rights.publish && <Publish offer={offer} version={version} />}
      {!isUnderway && isNewest && rights.model && <NextVersion offer={offer} />}
      {status === "published" && rights.publish && <Retire offer={offer} />}
    </>
  );
}

function Rehearse({ versionId }: Pick<VersionPage, "versionId">) {
  const trpc = useTRPC();
  const rehearse = useAction(trpc.rehearsal.rehearse.mutationOptions(), {
    done: ({ passed }) => (passed ? "Rehearsed: it can be sold" : "Rehearsed: there is something to fix"),
  });
  return (
    <ActionButton action={rehearse} onClick={() => rehearse.run({ versionId })}>
      Rehearse
    </ActionButton>
  );
}

function Submit({ version }: { version: VersionPage }) {
  const trpc = useTRPC();
  const submit = useAction(trpc.offer.submit.mutationOptions(), {
    done: "Handed in for review",
    tell: "here",
  });
  const { versionId, components, termMonths } = version;
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Hand in…</Button>}
      title={`Hand in version ${version.number} for review?`}
      consequence="It stays as it is from now on. Somebody else decides about it, and publishes it."
      facts={[
        { name: "Components", value: components.length },
        { name: "Term", value: termText(termMonths) },
      ]}
      confirm="Hand in"
      refusal={submit.refusal}
      onConfirm={() => submit.run({ versionId })}
    />
  );
}

function TakeBack({ version }: { version: VersionPage }) {
  const trpc = useTRPC();
  const back = useAction(trpc.offer.takeBack.mutationOptions(), {
    done: "It is a draft again",
    tell: "here",
  });
  return (
    <ConfirmDialog
      trigger={<Button>Take back…</Button>}
      title={`Take version ${version.number} back?`}
      consequence="It becomes a draft that can be changed. What was asked or approved about it is void."
      confirm="Take back"
      refusal={back.refusal}
      onConfirm={() => back.run({ versionId: version.versionId })}
    />
  );
}

function Publish({ offer, version }: { offer: OfferPage; version: VersionPage }) {
  const trpc = useTRPC();
  const publish = useAction(trpc.offer.publish.mutationOptions(), {
    done: `${offer.name} is on sale`,
    tell: "here",
  });
  const before = offer.versions.find(({ status }) => status === "published");
  return (
    <ConfirmDialog
      trigger={<Button look="primary">Publish…</Button>}
      title={`Put version ${version.number} of ${offer.name} on sale?`}
      consequence="Every partner with a route for it can quote it from now on. It cannot be changed any more."
      facts={[
        { name: "Replaces", value: before ? `version ${before.number}` : "nothing; it is the first" },
        {
          name: "Handed in by you",
          value: version.review?.isOwn ? "yes, so somebody else has to publish it" : null,
        },
      ]}
      confirm="Publish"
      refusal={publish.refusal}
      onConfirm={() => publish.run({ versionId: version.versionId })}
    />
  );
}

function NextVersion({ offer }: { offer: OfferPage }) {
  const trpc = useTRPC();
  const draft = useAction(trpc.offer.draftVersion.mutationOptions(), {
    done: "New version begun",
    goTo: () => `/operator/offers/${offer.id}`,
  });
  return (
    <ActionButton action={draft} look="primary" onClick={() => draft.run({ offerId: offer.id })}>
      New version
    </ActionButton>
  );
}

function Retire({ offer }: { offer: OfferPage }) {
  const trpc = useTRPC();
  const retire = useAction(trpc.offer.retire.mutationOptions(), { done: "No longer sold", tell: "here" });
  return (
    <ConfirmDialog
      trigger={<Button>Retire…</Button>}
      title={`Stop selling ${offer.name}?`}
      consequence="Nobody can quote it any more. Quotes that were sent can still be accepted; what was ordered goes on."
      confirm="Stop selling it"
      danger
      refusal={retire.refusal}
      onConfirm={() => retire.run({ offerId: offer.id })}
    />
  );
}
