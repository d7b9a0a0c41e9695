"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";

export type Decision = "approved" | "rejected" | "sent_back";

type Word = { readonly verb: string; readonly title: string; readonly consequence: string };

type Props = {
  /** From `useAction`. */
  action: { readonly refusal: string | null };
  decide: (decision: Decision, comment: string) => Promise<unknown>;
  /** What each decision does to this subject. A decision that it cannot take is left out. */
  words: Readonly<Partial<Record<Decision, Word>>>;
  facts: readonly { readonly name: string; readonly value: ReactNode }[];
  /** Nobody decides what they asked for themselves. */
  isOwn: boolean;
};

const order = ["sent_back", "rejected", "approved"] as const;

/** The ways to decide a request, each with its consequence first; whoever is refused is told why. */
export function Decide({ action, decide, words, facts, isOwn }: Props) {
  const [comment, setComment] = useState("");
  if (isOwn) return <Callout>You asked for this yourself, so somebody else decides it.</Callout>;
  return order.map((decision) => {
    const word = words[decision];
    const needsWhy = decision !== "approved";
    return word ? (
      <ConfirmDialog
        key={decision}
        trigger={<Button look={needsWhy ? "plain" : "primary"}>{word.verb}…</Button>}
        title={word.title}
        consequence={word.consequence}
        facts={facts}
        confirm={word.verb}
        danger={decision === "rejected"}
        disabled={needsWhy && comment.trim() === ""}
        refusal={action.refusal}
        onConfirm={() => decide(decision, comment)}
      >
        <Field
          label="Comment"
          optional={!needsWhy}
          hint="Whoever asked reads it, and whoever decides the next such request."
        >
          <TextArea rows={3} value={comment} onChange={(event) => setComment(event.target.value)} />
        </Field>
      </ConfirmDialog>
    ) : null;
  });
}
