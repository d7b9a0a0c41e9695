"use client";

import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import type { Id } from "@/server/core/ids";
import type { VersionPage } from "@/server/offer/detail";

type Props = { approvalId: Id<"approval">; version: VersionPage; isOwn: boolean };

/** Approves a version that was handed in, or sends it back with a reason. Never by who handed it in. */
export function Decide({ isOwn, ...rest }: Props) {
  if (isOwn) return <span className="text-sm text-muted">You handed it in: somebody else decides.</span>;
  return (
    <>
      <Answer
        {...rest}
        decision="sent_back"
        verb="Send back"
        consequence="It becomes a draft again, with your reason."
      />
      <Answer
        {...rest}
        decision="approved"
        verb="Approve"
        consequence="It can be published from now on, by anybody but who handed it in."
      />
    </>
  );
}

type Answered = Omit<Props, "isOwn"> & {
  decision: "approved" | "sent_back";
  verb: string;
  consequence: string;
};

function Answer({ approvalId, version, decision, verb, consequence }: Answered) {
  const trpc = useTRPC();
  const [comment, setComment] = useState("");
  const decide = useAction(trpc.offer.decide.mutationOptions(), {
    done: decision === "approved" ? "Approved" : "Sent back",
    tell: "here",
  });
  const approves = decision === "approved";
  const rehearsed = version.review?.rehearsal;
  return (
    <ConfirmDialog
      trigger={<Button look={approves ? "primary" : "plain"}>{verb}…</Button>}
      title={`${verb} version ${version.number} of ${version.name}?`}
      consequence={consequence}
      facts={[
        { name: "Components", value: version.components.length },
        { name: "Rehearsal", value: rehearsalText(rehearsed ?? null) },
      ]}
      confirm={verb}
      disabled={!approves && comment.trim() === ""}
      refusal={decide.refusal}
      onConfirm={() => decide.run({ approvalId, decision, comment })}
    >
      <Field label={approves ? "Comment" : "What has to change"} optional={approves}>
        <TextArea rows={3} value={comment} onChange={(event) => setComment(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}

function rehearsalText(rehearsed: NonNullable<VersionPage["review"]>["rehearsal"]): string {
  if (!rehearsed) return "not rehearsed yet";
  if (!rehearsed.isCurrent) return "of an earlier content";
  return rehearsed.passed ? "passed" : "found something to fix";
}
