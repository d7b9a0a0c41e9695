"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { useEffect, useState } from "react";
import { cx, popup } from "./classes";
import { MenuPartsContext, type MenuProps } from "./menu";

/** The menu itself, drawn from the first press on: so it opens as soon as it stands. */
export function MenuSheet({ trigger, align = "end", children }: MenuProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(true), []);
  return (
    <Base.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50">
          <Base.Popup className={cx(popup, "min-w-48")}>
            <MenuPartsContext value={Base}>{children}</MenuPartsContext>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
