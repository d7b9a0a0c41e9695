"use client";

import { Contrast } from "lucide-react";
import { buttonClass } from "@/components/ui/button-look";

/** The name of the cookie the server draws the theme from, so that no page flashes. */
const cookie = "theme";

export function ThemeToggle() {
  function toggle() {
    const root = document.documentElement;
    const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const next = (root.getAttribute("data-theme") ?? system) === "dark" ? "light" : "dark";
    root.setAttribute("data-theme", next);
    document.cookie = `${cookie}=${next}; path=/; max-age=31536000; samesite=lax`;
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
