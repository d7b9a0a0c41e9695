"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { type Opener, opening } from "./opener";

export type ConfirmProps = {
  trigger: Opener;
  /** A question with the verb in it: "Approve payout run March?" */
  title: string;
  /** What will happen, in a sentence or two, before anything is asked. */
  consequence: ReactNode;
  /** To whom, for how much, from when: each a row. */
  facts?: readonly { readonly name: string; readonly value: ReactNode }[];
  /** The verb again: "Approve run". */
  confirm: string;
  danger?: boolean;
  disabled?: boolean;
  /** Acts. Resolves to close; throws or returns `false` to stay open. */
  onConfirm: () => Promise<unknown> | unknown;
  /** Why the last try was refused (`action.refusal`). */
  refusal?: string | null;
  /** Anything to fill in first, such as a reason. */
  children?: ReactNode;
};

const fetchSheet = () => import("./confirm-sheet");
const ConfirmSheet = dynamic(() => import("./confirm-sheet").then((module) => module.ConfirmSheet), {
  ssr: false,
});

/** The consequence before the confirmation: what will happen, to whom, for how much. */
export function ConfirmDialog(props: ConfirmProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);

  function press() {
    setWanted(true);
    setOpen(true);
  }

  return (
    <>
      {opening(props.trigger, { what: "dialog", open, near: () => void fetchSheet(), press })}
      {wanted && <ConfirmSheet {...props} open={open} onOpenChange={setOpen} />}
    </>
  );
}
