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
    <ul aria-label={`Tiers: ${title}`}>
      {tiers.map((tier) => (
        <li
          key={tier.from}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line px-3 py-1.5 text-sm tabular-nums"
        >
          <span className="text-muted">
            Tier {bounds(tier)} {unit}
          </span>
          <span className="ml-auto text-right">
            {decimalWords(tier.quantity)} × {tier.unitPrice}
            {!/^0*\.?0*$/.test(tier.flat) && ` + ${tier.flat}`} ={" "}
            <span className="font-medium">{decimalWords(tier.cost)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function bounds({ from, upTo }: Tier): string {
  return upTo === null ? `above ${decimalWords(from)}` : `${decimalWords(from)} – ${decimalWords(upTo)}`;
}

/** Enough of an id to tell it from its neighbours. */
export function tail(id: string): string {
  return id.length > 14 ? `${id.slice(0, 4)}…${id.slice(-6)}` : id;
}
