"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import { FigureTable } from "./figure-table";
import type { Point, Series } from "./point";

export type TimeChartProps = {
  /** What the chart shows, as a sentence: it is its name for those who do not see it. */
  label: string;
  series: readonly Series[];
  points: readonly Point[];
  shape?: "bar" | "line";
  /** Bars of one moment stand on each other. */
  stacked?: boolean;
};

const Drawing = dynamic(() => import("./time-drawing").then((module) => module.TimeDrawing), {
  ssr: false,
  loading: () => <Skeleton className="h-56 w-full" />,
});

/** Amounts over time. Needs one currency throughout. */
export function TimeChart(props: TimeChartProps) {
  const heads = ["", ...props.series.map(({ label }) => label)];
  const rows = props.points.map(({ at, values }) => ({
    name: at,
    amounts: props.series.map(({ id }) => values[id] ?? null),
  }));
  return (
    <figure>
      <div className="h-56" aria-hidden="true">
        <Drawing {...props} />
      </div>
      <FigureTable label={props.label} heads={heads} rows={rows} />
    </figure>
  );
}
