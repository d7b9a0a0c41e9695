"use client";

import { cloneElement, type ReactElement } from "react";

/** A button that opens something; what it opens is fetched when a pointer or the focus nears it. */
export type Opener = ReactElement<{
  onClick?: (() => void) | undefined;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  "aria-haspopup"?: "menu" | "dialog";
  "aria-expanded"?: boolean;
}>;

type Opens = { what: "menu" | "dialog"; open: boolean; near: () => void; press: () => void };

export function opening(button: Opener, { what, open, near, press }: Opens): ReactElement {
  return cloneElement(button, {
    "aria-haspopup": what,
    "aria-expanded": open,
    onPointerEnter: near,
    onFocus: near,
    onClick: () => {
      button.props.onClick?.();
      press();
    },
  });
}
