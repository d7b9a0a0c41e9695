/** Joins class names, leaving out what does not apply. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}

/** The floating sheets of menu, select, combobox and popover share one look. */
export const popup = cx(
  "z-50 min-w-[var(--anchor-width)] max-w-[calc(100vw-1rem)] rounded-md border border-line bg-raised p-1",
  "text-sm text-ink shadow-lg outline-none transition-opacity duration-100",
  "data-starting-style:opacity-0 data-ending-style:opacity-0",
);

export const popupItem = cx(
  "flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 outline-none select-none",
  "data-highlighted:bg-sunken data-disabled:text-faint data-selected:font-medium",
);

/** One box for every control one types or chooses in. */
export const control = cx(
  "h-8 w-full min-w-0 rounded-md border border-line-strong bg-raised px-2.5 text-base text-ink",
  "placeholder:text-muted hover:border-muted",
  "focus-visible:border-river focus-visible:outline-offset-0",
  "data-invalid:border-bad aria-invalid:border-bad",
  "disabled:border-line disabled:bg-sunken disabled:text-muted",
  "data-disabled:border-line data-disabled:bg-sunken data-disabled:text-muted",
);

export const veil = cx(
  "fixed inset-0 z-40 bg-veil transition-opacity duration-150",
  "data-starting-style:opacity-0 data-ending-style:opacity-0",
);
