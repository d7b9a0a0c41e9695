"use client";

import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { moneyText } from "@/server/core/money/money";
import { axisText, margin, tick } from "./axis";
import { colours, heightOf, type Point, type Series } from "./point";
import type { TimeChartProps } from "./time-chart";

export function TimeDrawing({ series, points, shape = "bar", stacked = false }: TimeChartProps) {
  const currency = points.flatMap(({ values }) => Object.values(values))[0]?.currency;
  const data = points.map((point) => ({
    point,
    ...Object.fromEntries(Object.entries(point.values).map(([id, amount]) => [id, heightOf(amount)])),
  }));
  const drawn = series.map(({ id, label }, place) => {
    const colour = colours[place % colours.length] ?? "currentColor";
    const shared = { dataKey: id, name: label, isAnimationActive: false } as const;
    return shape === "line" ? (
      <Line key={id} {...shared} stroke={colour} strokeWidth={2} dot={false} type="monotone" />
    ) : (
      <Bar key={id} {...shared} fill={colour} maxBarSize={28} {...(stacked ? { stackId: "all" } : {})} />
    );
  });

  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={data} margin={margin} barGap={2} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="point.at"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          minTickGap={16}
        />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={46}
          tickFormatter={(height) => axisText(height, currency)}
        />
        <Tooltip
          cursor={{ fill: "var(--sunken)" }}
          content={({ active, payload }) => {
            const point: Point | undefined = payload?.[0]?.payload?.point;
            return active && point ? <Reading point={point} series={series} /> : null;
          }}
        />
        {series.length > 1 && <Legend iconType="plainline" iconSize={10} wrapperStyle={{ fontSize: 12 }} />}
        {drawn}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function Reading({ point, series }: { point: Point; series: readonly Series[] }) {
  return (
    <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm shadow-lg">
      <p className="font-semibold">{point.at}</p>
      {series.map(({ id, label }) => {
        const amount = point.values[id];
        return amount ? (
          <p key={id} className="flex justify-between gap-4 tabular-nums">
            <span className="text-muted">{label}</span>
            {moneyText(amount)}
          </p>
        ) : null;
      })}
    </div>
  );
}
