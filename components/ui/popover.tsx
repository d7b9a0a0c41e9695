"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cx, popup } from "./classes";

type Props = {
  trigger: ReactElement;
  title?: ReactNode;
  align?: "start" | "center" | "end";
  children: ReactNode;
};

/** More about the thing pressed, without leaving it: a working, an explanation, a small form. */
export function Popover({ trigger, title, align = "center", children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-50">
          <Base.Popup className={cx(popup, "w-max max-w-sm p-3")}>
            {title && <Base.Title className="mb-1.5 text-base font-semibold">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
