import { Amount } from "@/components/money/money";
import { cx } from "@/components/ui/classes";
import { heightOf, type Step } from "./point";

type Props = {
  /** What it shows: "From price to shares". */
  label: string;
  steps: readonly Step[];
};

/**
 * From the whole to what is left of it: each part hangs where the one before it ended. Drawn with
 * boxes on the server; the figures stand beside them, so the list is its own table.
 */
export function Waterfall({ label, steps }: Props) {
  const bars = barsOf(steps);
  return (
    <ol
      aria-label={label}
      className="grid grid-cols-[minmax(6rem,auto)_minmax(4rem,1fr)_auto] gap-x-3 text-sm"
    >
      {bars.map(({ step, left, width }) => (
        <li
          key={step.label}
          className="col-span-3 grid grid-cols-subgrid items-center border-b border-line py-1 last:border-0"
        >
          <span className={cx("max-w-44 truncate", step.kind !== "part" && "font-semibold")}>
            {step.label}
          </span>
          <span className="relative h-4" aria-hidden="true">
            <span
              className={cx("absolute inset-y-0 min-w-px rounded-[2px]", looks[step.kind])}
              style={{ left: `${left}%`, width: `${width}%` }}
            />
          </span>
          <span className={cx("text-right", step.kind !== "part" && "font-semibold")}>
            <Amount amount={step.amount} />
          </span>
        </li>
      ))}
    </ol>
  );
}

const looks = {
  whole: "bg-[var(--series-1)]",
  part: "bg-[var(--series-2)]",
  rest: "bg-[var(--series-5)]",
} as const;

/** Places in percent of the widest reach. Parts go down from where the last one ended, gains go up. */
function barsOf(steps: readonly Step[]) {
  const spans: { step: Step; from: number; to: number }[] = [];
  let level = 0;
  for (const step of steps) {
    const height = heightOf(step.amount);
    const from = step.kind === "part" ? level : 0;
    const to = step.kind === "part" ? level - height : height;
    spans.push({ step, from, to });
    level = to;
  }
  const edges = spans.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...edges);
  const reach = Math.max(0, ...edges) - low || 1;
  return spans.map(({ step, from, to }) => ({
    step,
    left: ((Math.min(from, to) - low) / reach) * 100,
    width: (Math.abs(to - from) / reach) * 100,
  }));
}
