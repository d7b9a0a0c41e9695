import { moneyText } from "@/server/core/money/money";
import type { Point, Series } from "./point";

type Props = { label: string; series: readonly Series[]; points: readonly Point[] };

/** The exact figures behind a chart, for those who hear it, and for anyone who opens them. */
export function FigureTable({ label, series, points }: Props) {
  return (
    <details className="min-w-0 text-sm open:basis-full">
      <summary className="w-fit cursor-pointer rounded-sm text-xs text-muted">Figures</summary>
      <div className="overflow-x-auto">
        <table className="mt-1 w-full">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr>
              <th scope="col" className="caption text-left">
                When
              </th>
              {series.map(({ id, label: name }) => (
                <th key={id} scope="col" className="caption pl-4 text-right">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ at, values }) => (
              <tr key={at}>
                <th scope="row" className="border-t border-line py-1 text-left font-normal whitespace-nowrap">
                  {at}
                </th>
                {series.map(({ id }) => (
                  <td key={id} className="border-t border-line py-1 pl-4 text-right whitespace-nowrap">
                    {values[id] ? moneyText(values[id]) : "–"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
