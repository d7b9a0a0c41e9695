"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { buttonClass } from "@/components/ui/button-look";
import { cx, veil } from "@/components/ui/classes";
import { Logo } from "./logo";
import { NavList } from "./nav-list";
import type { Navigation } from "./types";

type Props = { navigation: Navigation; open: boolean; onOpenChange: (open: boolean) => void };

export function DrawerSheet({ navigation, open, onOpenChange }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={veil} />
        <Dialog.Popup className={sheet} aria-label="Navigation">
          <header className="flex h-13 items-center justify-between px-4">
            <Logo />
            <Dialog.Close
              className={buttonClass({ look: "quiet", size: "icon" })}
              aria-label="Close navigation"
            >
              <X className="size-4" aria-hidden="true" />
            </Dialog.Close>
          </header>
          <NavList navigation={navigation} onGo={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const sheet = cx(
  "fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] overflow-y-auto",
  "border-r border-line bg-paper shadow-lg outline-none transition-transform duration-150",
  "data-starting-style:-translate-x-full data-ending-style:-translate-x-full",
);
