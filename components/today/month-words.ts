/** `2026-03` as `March 2026`, or as `Mar` where the year is plain. */
export function monthWords(month: string, show: "whole" | "short" = "whole"): string {
  const format =
    show === "short" ? ({ month: "short" } as const) : ({ month: "long", year: "numeric" } as const);
  return new Intl.DateTimeFormat("en", { ...format, timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
