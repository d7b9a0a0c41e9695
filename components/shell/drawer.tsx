"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuIcon, X } from "lucide-react";
import { useState } from "react";
import { buttonClass } from "@/components/ui/button-look";
import { cx, veil } from "@/components/ui/classes";
import { Logo } from "./logo";
import { NavList } from "./nav-list";
import type { Navigation } from "./types";

/** The navigation of a small screen. */
export function Drawer({ navigation }: { navigation: Navigation }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label="Open navigation"
        className={cx(buttonClass({ look: "quiet", size: "icon" }), "lg:hidden")}
      >
        <MenuIcon className="size-4.5" aria-hidden="true" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={veil} />
        <Dialog.Popup className={sheet}>
          <header className="flex h-13 items-center justify-between px-4">
            <Dialog.Title>
              <Logo />
            </Dialog.Title>
            <Dialog.Close
              className={buttonClass({ look: "quiet", size: "icon" })}
              aria-label="Close navigation"
            >
              <X className="size-4" aria-hidden="true" />
            </Dialog.Close>
          </header>
          <NavList navigation={navigation} onGo={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const sheet = cx(
  "fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] overflow-y-auto border-r border-line bg-paper shadow-lg",
  "transition-transform duration-150 data-starting-style:-translate-x-full data-ending-style:-translate-x-full",
);
