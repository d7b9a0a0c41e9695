import { colours, heightOf, type Point, type Series } from "./point";
import type { Scale } from "./scale";

export type ShapeProps = {
  series: readonly Series[];
  points: readonly Point[];
  scale: Scale;
  stacked: boolean;
};

/** One group of bars for each moment, side by side or on each other. */
export function Bars({ series, points, scale, stacked }: ShapeProps) {
  return (
    <div className="absolute inset-0 flex">
      {points.map((point) => (
        <div key={point.at} className="relative flex-1">
          {barsOf(point, series, stacked).map(({ id, from, to, place }) => {
            const width = stacked ? 56 : 64 / series.length;
            const low = scale.place(Math.min(from, to));
            return (
              <span
                key={id}
                className="absolute"
                style={{
                  background: colours[place % colours.length],
                  left: `${stacked ? 22 : 18 + place * width}%`,
                  width: `${width}%`,
                  bottom: `${low}%`,
                  height: `${scale.place(Math.max(from, to)) - low}%`,
                }}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function barsOf({ values }: Point, series: readonly Series[], stacked: boolean) {
  let level = 0;
  return series.map(({ id }, place) => {
    const height = values[id] ? heightOf(values[id]) : 0;
    const from = stacked ? level : 0;
    level += height;
    return { id, place, from, to: from + height };
  });
}
