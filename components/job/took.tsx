const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
] as const;

/** How long something took, to about two digits: what one compares at a glance. */
export function Took({ from, to }: { from: Date | null; to: Date | null }) {
  return <span className="whitespace-nowrap tabular-nums">{from && to ? tell(from, to) : "–"}</span>;
}

function tell(from: Date, to: Date): string {
  const ms = to.getTime() - from.getTime();
  const [unit, size] = units.find(([, each]) => ms >= each) ?? ["ms", 1];
  const count = ms / size;
  return `${count.toLocaleString("en", { maximumFractionDigits: count < 10 && unit !== "ms" ? 1 : 0 })} ${unit}`;
}
