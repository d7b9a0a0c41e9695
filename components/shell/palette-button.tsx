"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { cx } from "@/components/ui/classes";
import { Kbd } from "@/components/ui/kbd";
import type { Navigation } from "./types";

const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false });

/** Opens the palette; its code is fetched when it is first needed. */
export function PaletteButton({ navigation }: { navigation: Navigation }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    function reach(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setWanted(true);
      setOpen((before) => !before);
    }
    window.addEventListener("keydown", reach);
    return () => window.removeEventListener("keydown", reach);
  }, []);

  return (
    <>
      <button
        type="button"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        onPointerEnter={() => setWanted(true)}
        aria-keyshortcuts="Control+K Meta+K"
        className={look}
      >
        <Search className="size-3.5" aria-hidden="true" />
        <span className="sr-only md:not-sr-only md:flex-1 md:text-left">Search or go to…</span>
        <span className="hidden gap-0.5 md:flex" aria-hidden="true">
          <Kbd>⌘</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {wanted && <Palette navigation={navigation} open={open} onOpenChange={setOpen} />}
    </>
  );
}

const look = cx(
  "flex h-8 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-sm text-muted",
  "hover:border-line-strong md:w-64",
);
