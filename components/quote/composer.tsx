"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Card } from "@/components/ui/card";
import type { Id } from "@/server/core/ids";
import type { QuoteChoices } from "@/server/quote/read/choices";
import { ComposerLines } from "./composer-lines";
import { ComposerPreview } from "./composer-preview";
import { DiscountFields } from "./discount-fields";
import { usePreview } from "./use-preview";
import { WhoAndWhat } from "./who-and-what";
import { type Asked, askedOf, offerIn, type Wishes } from "./wishes";

type Saved = { readonly quoteId: Id<"quote">; readonly versionId: Id<"quoteVersion"> };

type Props = {
  choices: QuoteChoices;
  begins: Wishes;
  /** The version that is changed; without it a quote is begun. */
  changes?: Saved | undefined;
  /** Made with the page: sent twice, it is one quote. */
  requestKey: string;
};

/**
 * Composes a quote: what is typed on the left, what it comes to for the customer and for the partner on the
 * right.
 */
export function Composer({ choices, begins, changes, requestKey }: Props) {
  const [wishes, setWishes] = useState(begins);
  const [reason, setReason] = useState("");
  const asked = askedOf(wishes, choices);
  const { preview, refusal, isBusy } = usePreview(asked);
  const saving = useSave({ changes, requestKey });
  const offer = offerIn(choices, wishes);

  function change(some: Partial<Wishes>) {
    setWishes((before) => ({ ...before, ...some }));
  }

  return (
    <div className="grid min-w-0 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-5">
        <Card title="Who and what">
          <WhoAndWhat {...{ choices, wishes, change }} isFixed={changes !== undefined} />
        </Card>
        {offer && (
          <Card
            title="Lines"
            description="Usage is an estimate of a month; what is used is what is charged."
            flush
          >
            <ComposerLines {...{ offer, wishes, change, preview }} />
          </Card>
        )}
        {offer && (
          <Card title="Discount" description="Off the customer's price, on every line.">
            <DiscountFields {...{ choices, wishes, change, preview }} />
          </Card>
        )}
      </div>
      <ComposerPreview
        {...{ preview, refusal, isBusy, reason, setReason, saving }}
        isReady={asked !== null}
        save={(submits) => asked && saving.save(asked, submits ? reason : null)}
      />
    </div>
  );
}

export type Saving = ReturnType<typeof useSave>;

/** Saves, then submits if that was asked, and goes to the quote: also when only the saving succeeded. */
function useSave({ changes, requestKey }: Pick<Props, "changes" | "requestKey">) {
  const trpc = useTRPC();
  const router = useRouter();
  const draft = useAction(trpc.quote.draft.mutationOptions(), { tell: "here" });
  const change = useAction(trpc.quote.change.mutationOptions(), { tell: "here" });
  const submit = useAction(trpc.quote.submit.mutationOptions(), {
    done: ({ status }) =>
      status === "approved" ? "Approved: it can be sent" : "Handed to the operator's finance",
  });

  async function save(asked: Asked, reason: string | null) {
    const saved = changes ? await changed(asked, changes) : await draft.run({ ...asked, requestKey });
    if (!saved) return;
    if (reason !== null) await submit.run({ versionId: saved.versionId, reason });
    router.push(`/partner/quotes/${saved.quoteId}` as Route);
  }

  async function changed(asked: Asked, { quoteId, versionId }: Saved) {
    const { quantities, discountRate, discountBearerId, validDays } = asked;
    const done = await change.run({ versionId, quantities, discountRate, discountBearerId, validDays });
    return done && { quoteId, versionId };
  }

  return {
    save,
    pending: draft.pending || change.pending || submit.pending,
    refusal: draft.refusal ?? change.refusal,
  };
}
