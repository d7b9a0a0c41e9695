import type { Money } from "@/server/core/money/money";
import { heightOf } from "./point";

type Props = { label: string; amounts: readonly Money[] };

const width = 96;
const height = 24;

/** How a figure moved, small enough for a cell. */
export function Sparkline({ label, amounts }: Props) {
  const heights = amounts.map(heightOf);
  const low = Math.min(0, ...heights);
  const reach = Math.max(0, ...heights) - low || 1;
  const step = width / Math.max(1, heights.length - 1);
  const points = heights.map(
    (value, place) => `${place * step},${height - 2 - ((value - low) / reach) * (height - 4)}`,
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="h-6 w-24 text-river" role="img" aria-label={label}>
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
