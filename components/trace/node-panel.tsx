import { Instant } from "@/components/date/instant";
import { Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import { Status } from "@/components/status/status";
import { CopyText } from "@/components/ui/copy";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import type { Id } from "@/server/core/ids";
import type { Fact } from "@/server/trace/rules/vocabulary";
import { Explanation } from "./explain";
import { tail } from "./explanation";
import { Replay } from "./replay";
import { UsageRows } from "./usage-rows";
import { explained, isOneOf, nodeLooks, replayed, starts, type TraceNode, titleOf } from "./words";

type Props = { node: TraceNode; isRoot: boolean; base: string; canReplay: boolean };

/** Everything about one node: what it is, how its amount came about, its rows, and where to go on. */
export function NodePanel({ node, isRoot, base, canReplay }: Props) {
  const { kind, id, seen } = node;
  const { one, colour } = nodeLooks[kind];
  return (
    <section
      aria-label={`${one}: ${titleOf(node)}`}
      className="overflow-hidden rounded-lg border border-line bg-surface"
    >
      <header className="relative grid gap-1 border-b border-line px-4 py-3">
        <span aria-hidden="true" className="absolute inset-x-0 top-0 h-1" style={{ background: colour }} />
        <p className="caption">{one}</p>
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h2 className="min-w-0 text-lg font-semibold [overflow-wrap:anywhere]">{titleOf(node)}</h2>
          {seen?.amount && <Amount amount={seen.amount} size="lg" />}
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {seen?.status && <Status state={seen.status} />}
          {seen?.subtitle}
        </div>
        {seen && <Actions node={node} isRoot={isRoot} base={base} />}
      </header>
      <div className="grid gap-4 px-4 py-3">
        {seen ? (
          <>
            {isOneOf(explained, kind) && <Explanation of={{ kind, id }} />}
            {canReplay && isOneOf(replayed, kind) && <Replay key={id} of={{ kind, id }} />}
            {kind === "usage_rows" && <UsageRows key={id} ratedItemId={id as Id<"ratedItem">} base={base} />}
            <Facts
              facts={seen.facts.map((fact) => ({ name: fact.name, value: <FactValue fact={fact} /> }))}
            />
          </>
        ) : (
          <p className="text-muted">
            It belongs to other parties of this deal. What they charge, pay and earn is theirs to know, and so
            is how many they are.
          </p>
        )}
      </div>
    </section>
  );
}

function Actions({ node, isRoot, base }: Pick<Props, "node" | "isRoot" | "base">) {
  const { kind, id, href } = node;
  const canStart = !isRoot && isOneOf(starts, kind);
  if (!href && !canStart) return null;
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      {href && (
        <LinkButton size="sm" href={href}>
          Open
        </LinkButton>
      )}
      {canStart && (
        <LinkButton size="sm" href={`${base}/trace/${kind}/${id}`}>
          Trace from here
        </LinkButton>
      )}
    </div>
  );
}

function FactValue({ fact }: { fact: Fact }) {
  if ("amount" in fact) return <Amount amount={fact.amount} />;
  if ("at" in fact) return <Instant at={fact.at} />;
  if ("rate" in fact) return <Percent partsPerMillion={fact.rate} />;
  if ("code" in fact) return <CopyText text={fact.code} short={tail(fact.code)} />;
  return <>{fact.text}</>;
}
