"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { type Opener, opening } from "./opener";

export type DialogProps = {
  title: ReactNode;
  /** A sentence under the title. */
  description?: ReactNode;
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: Opener;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons, rightmost the one that acts. `DialogClose` closes without acting. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  children?: ReactNode;
};

const fetchSheet = () => import("./dialog-sheet");
const DialogSheet = dynamic(() => import("./dialog-sheet").then((module) => module.DialogSheet), {
  ssr: false,
});

/** Closes the dialog it stands in. */
export const DialogClose = dynamic(() => import("./dialog-sheet").then((module) => module.DialogClose), {
  ssr: false,
});

/** Something to do without leaving the page. Its code is fetched when its button is neared. */
export function Dialog({ trigger, open: asked, onOpenChange, ...content }: DialogProps) {
  const [pressed, setPressed] = useState(false);
  const [wanted, setWanted] = useState(false);
  const open = asked ?? pressed;

  function change(next: boolean) {
    setWanted(true);
    setPressed(next);
    onOpenChange?.(next);
  }

  return (
    <>
      {trigger &&
        opening(trigger, { what: "dialog", open, near: () => void fetchSheet(), press: () => change(true) })}
      {(wanted || open) && <DialogSheet {...content} open={open} onOpenChange={change} />}
    </>
  );
}
