import { type Money, moneyText } from "@/server/core/money/money";

type Props = {
  label: string;
  heads: readonly string[];
  rows: readonly { readonly name: string; readonly amounts: readonly (Money | null)[] }[];
};

/** The exact figures behind a chart, for those who hear it, and for anyone who opens them. */
export function FigureTable({ label, heads, rows }: Props) {
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit cursor-pointer rounded-sm text-xs text-muted">Figures</summary>
      <div className="overflow-x-auto">
        <table className="mt-1 w-full">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr>
              {heads.map((head, place) => (
                <th key={head} scope="col" className={place === 0 ? "text-left" : "caption px-2 text-right"}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, amounts }) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="py-1 pr-2 text-left font-normal whitespace-nowrap">
                  {name}
                </th>
                {heads.slice(1).map((head, place) => (
                  <td key={head} className="px-2 py-1 text-right whitespace-nowrap">
                    {amounts[place] ? moneyText(amounts[place]) : "–"}
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
