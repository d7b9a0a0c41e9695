"use client";

import { Menu as MenuIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { buttonClass } from "@/components/ui/button-look";
import { cx } from "@/components/ui/classes";
import type { Navigation } from "./types";

const DrawerSheet = dynamic(() => import("./drawer-sheet").then((module) => module.DrawerSheet), {
  ssr: false,
});

/** The navigation of a small screen; its code is fetched when it is first opened. */
export function Drawer({ navigation }: { navigation: Navigation }) {
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label="Open navigation"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        className={cx(buttonClass({ look: "quiet", size: "icon" }), "lg:hidden")}
      >
        <MenuIcon className="size-4.5" aria-hidden="true" />
      </button>
      {wanted && <DrawerSheet navigation={navigation} open={open} onOpenChange={setOpen} />}
    </>
  );
}
