import { exponentOf } from "@/server/core/money/currency";
import { type Money, moneyText } from "@/server/core/money/money";
import { Bars } from "./bars";
import { FigureTable } from "./figure-table";
import { Lines } from "./lines";
import { colours, heightOf, type Point, type Series } from "./point";
import { type Scale, scaleOf } from "./scale";

type Props = {
  /** What the chart shows, as a sentence: it is its name for those who do not see it. */
  label: string;
  series: readonly Series[];
  points: readonly Point[];
  shape?: "bar" | "line";
  /** Bars of one moment stand on each other; for amounts that are not negative. */
  stacked?: boolean;
};

/** Amounts of one currency over time, drawn where the page is: no script, no jump, and it prints. */
export function TimeChart({ label, series, points, shape = "bar", stacked = false }: Props) {
  const scale = scaleOf(points.flatMap((point) => heightsOf(point, series, stacked)));
  const currency = points.flatMap(({ values }) => Object.values(values))[0]?.currency;
  const Shape = shape === "line" ? Lines : Bars;
  return (
    <figure>
      <div className="grid grid-cols-[auto_1fr] gap-x-2 text-xs text-muted" aria-hidden="true">
        <Labels scale={scale} currency={currency} />
        <div className="relative h-48 border-b border-line-strong">
          {scale.ticks.slice(1).map((tick) => (
            <span
              key={tick}
              className="absolute inset-x-0 h-px bg-line"
              style={{ bottom: `${scale.place(tick)}%` }}
            />
          ))}
          <Shape {...{ series, points, scale, stacked }} />
          <div className="absolute inset-0 flex">
            {points.map((point) => (
              <span key={point.at} className="flex-1 hover:bg-ink/5" title={reading(point, series)} />
            ))}
          </div>
        </div>
        <span />
        <Moments points={points} />
      </div>
      <figcaption className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4">
        <FigureTable label={label} series={series} points={points} />
        {series.length > 1 && <Legend series={series} />}
      </figcaption>
    </figure>
  );
}

function heightsOf({ values }: Point, series: readonly Series[], stacked: boolean): number[] {
  const heights = series.map(({ id }) => (values[id] ? heightOf(values[id]) : 0));
  return stacked ? [heights.reduce((sum, height) => sum + height, 0)] : heights;
}

function reading({ at, values }: Point, series: readonly Series[]): string {
  const lines = series.flatMap(({ id, label }) => (values[id] ? [`${label}: ${moneyText(values[id])}`] : []));
  return [at, ...lines].join("\n");
}

/** Round labels for a scale: 1,250,000 cents as `12.5K`. */
function Labels({ scale, currency }: { scale: Scale; currency: Money["currency"] | undefined }) {
  const text = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
  const unit = currency ? 10 ** exponentOf(currency) : 1;
  return (
    <div className="relative w-9 tabular-nums">
      {scale.ticks.map((tick) => (
        <span
          key={tick}
          className="absolute right-0 translate-y-1/2"
          style={{ bottom: `${scale.place(tick)}%` }}
        >
          {text.format(tick / unit)}
        </span>
      ))}
    </div>
  );
}

const labelsWanted = 8;

function Moments({ points }: { points: readonly Point[] }) {
  const every = Math.ceil(points.length / labelsWanted);
  return (
    <div className="flex pt-1">
      {points.map(({ at }, place) => (
        <span key={at} className="min-w-0 flex-1 overflow-visible text-center whitespace-nowrap">
          {place % every === 0 && at}
        </span>
      ))}
    </div>
  );
}

function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 text-xs">
      {series.map(({ id, label }, place) => (
        <li key={id} className="flex items-center gap-1.5">
          <span className="size-2 rounded-[2px]" style={{ background: colours[place % colours.length] }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
