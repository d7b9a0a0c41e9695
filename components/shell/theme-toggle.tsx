"use client";

import { Contrast } from "lucide-react";
import { buttonClass } from "@/components/ui/button-look";

export type Theme = "light" | "dark";

/** The server keeps the choice, in a cookie, and draws the next page with it: nothing flashes. */
export function ThemeToggle({ choose }: { choose: (theme: Theme) => Promise<void> }) {
  function toggle() {
    const root = document.documentElement;
    const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const next = (root.getAttribute("data-theme") ?? system) === "dark" ? "light" : "dark";
    root.setAttribute("data-theme", next);
    void choose(next);
  }

  return (
    <button
      type="button"
      onClick={toggle}
      aria-label="Switch between light and dark"
      title="Light or dark"
      className={buttonClass({ look: "quiet", size: "icon" })}
    >
      <Contrast className="size-4" aria-hidden="true" />
    </button>
  );
}
