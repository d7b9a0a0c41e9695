import { decimalWords } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import { CopyText } from "@/components/ui/copy";
import type { Explanation } from "@/server/trace/rules/explanation";

type Part = Explanation["parts"][number];
type Tier = Part["tiers"][number];

/** How an amount came about: a sentence, then its steps in the order in which they were taken. */
export function ExplanationView({ explanation }: { explanation: Explanation }) {
  const { sentence, parts, versions, hidden } = explanation;
  return (
    <div className="grid gap-4">
      <p className="text-pretty">{sentence}</p>
      {parts.map((part) => (
        <PartView key={part.title} part={part} />
      ))}
      {versions.length > 0 && (
        <dl className="grid gap-1 text-sm">
          {versions.map(({ what, name, id }) => (
            <div key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <dt className="text-muted">{what}</dt>
              <dd className="min-w-0 text-right">
                {name ?? <span className="text-muted">known by its id</span>}{" "}
                <CopyText text={id} short={tail(id)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hidden && <p className="text-sm text-muted italic">{hidden}</p>}
    </div>
  );
}

function PartView({ part }: { part: Part }) {
  return (
    <section className="overflow-hidden rounded-md border border-line">
      <h3 className="bg-sunken px-3 py-1.5 text-sm font-semibold">{part.title}</h3>
      {part.tiers.length > 0 && <Tiers part={part} />}
      <ol>
        {numbered(part.steps).map(([key, step]) => (
          <li
            key={key}
            className="flex items-baseline justify-between gap-4 border-t border-line px-3 py-1.5 text-sm last:font-semibold"
          >
            <span className="min-w-0">{step.words}</span>
            <span className="shrink-0 text-right tabular-nums">
              {step.amount ? <Amount amount={step.amount} /> : <Exact text={step.value} />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Steps may say the same twice: a name for each is its words and how often they were said. */
function numbered(steps: Part["steps"]): readonly (readonly [string, Part["steps"][number]])[] {
  const times = new Map<string, number>();
  return steps.map((step) => {
    const time = (times.get(step.words) ?? 0) + 1;
    times.set(step.words, time);
    return [`${step.words} ${time}`, step] as const;
  });
}

function Exact({ text }: { text: string | null }) {
  return text === null || text === "" ? null : <span className="[overflow-wrap:anywhere]">{text}</span>;
}

/** How the quantity fell into the tiers: `(from, to]`, the upper bound belongs to the tier. */
function Tiers({ part: { title, tiers, unit } }: { part: Part }) {
  return (
    <div className="overflow-x-auto border-t border-line">
      <table className="w-full text-sm tabular-nums" aria-label={`Tiers: ${title}`}>
        <thead>
          <tr className="caption text-right">
            <th scope="col" className="px-3 py-1 text-left font-medium">
              Tier ({unit})
            </th>
            <th scope="col" className="px-2 py-1 font-medium">
              In it
            </th>
            <th scope="col" className="px-2 py-1 font-medium">
              At
            </th>
            <th scope="col" className="px-3 py-1 font-medium">
              Comes to
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier) => (
            <tr key={tier.from} className="border-t border-line text-right">
              <th scope="row" className="px-3 py-1 text-left font-normal whitespace-nowrap">
                {bounds(tier)}
              </th>
              <td className="px-2 py-1">{decimalWords(tier.quantity)}</td>
              <td className="px-2 py-1">
                {tier.unitPrice}
                {!/^0*\.?0*$/.test(tier.flat) && <span className="text-muted"> + {tier.flat}</span>}
              </td>
              <td className="px-3 py-1">{decimalWords(tier.cost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function bounds({ from, upTo }: Tier): string {
  return upTo === null ? `above ${decimalWords(from)}` : `${decimalWords(from)} – ${decimalWords(upTo)}`;
}

/** Enough of an id to tell it from its neighbours. */
export function tail(id: string): string {
  return id.length > 14 ? `${id.slice(0, 4)}…${id.slice(-6)}` : id;
}
