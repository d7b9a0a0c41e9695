import type { ShapeProps } from "./bars";
import { colours, heightOf } from "./point";

/** One line for each series; a moment without a value is left out of it. */
export function Lines({ series, points, scale }: ShapeProps) {
  const step = 100 / Math.max(1, points.length);
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
      aria-hidden="true"
    >
      {series.map(({ id }, place) => (
        <polyline
          key={id}
          points={points
            .flatMap(({ values }, at) => {
              const amount = values[id];
              return amount ? [`${(at + 0.5) * step},${100 - scale.place(heightOf(amount))}`] : [];
            })
            .join(" ")}
          fill="none"
          stroke={colours[place % colours.length]}
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
