import { Instant } from "@/components/date/instant";
import { Amount } from "@/components/money/money";
import { Anchor } from "@/components/ui/anchor";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Start } from "@/server/trace/starts";
import { type NodeKind, nodeLooks } from "./words";

const headings: Readonly<Partial<Record<NodeKind, string>>> = {
  settlement_line: "Settlement lines",
  statement: "Statements",
  invoice: "Invoices",
  usage_file: "Usage files",
};

/**
 * Where a trace can begin: what happened of late. Everything else is found by the search, or by pressing an
 * amount.
 */
export function StartsView({ starts, base }: { starts: readonly Start[]; base: string }) {
  const kinds = (Object.keys(headings) as NodeKind[]).filter((kind) =>
    starts.some((start) => start.kind === kind),
  );
  if (kinds.length === 0) {
    return (
      <EmptyState title="Nothing to trace yet">
        As soon as something is used, invoiced or settled, each amount of it can be traced from here.
      </EmptyState>
    );
  }
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {kinds.map((kind) => (
        <Card key={kind} title={headings[kind]} flush>
          <ul>
            {starts
              .filter((start) => start.kind === kind)
              .map((start) => (
                <Row key={start.id} start={start} base={base} />
              ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

function Row({ start: { kind, id, seen }, base }: { start: Start; base: string }) {
  const way = kind === "usage_file" ? "?way=forth" : "";
  return (
    <li className="relative flex items-center justify-between gap-4 border-t border-line px-4 py-2 hover:bg-sunken">
      <span
        aria-hidden="true"
        className="absolute inset-y-2 left-1.5 w-[3px] rounded-full"
        style={{ background: nodeLooks[kind].colour }}
      />
      <span className="min-w-0">
        <Anchor
          href={`${base}/trace/${kind}/${id}${way}`}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {seen.title}
        </Anchor>
        <span className="block truncate text-sm text-muted">
          {[seen.subtitle, whatFor(seen)].filter(Boolean).join(", ")}
        </span>
      </span>
      <span className="flex shrink-0 flex-col items-end text-sm text-muted">
        {seen.amount && <Amount amount={seen.amount} />}
        {seen.at && <Instant at={seen.at} show="day" />}
      </span>
    </li>
  );
}

/** Of a settlement line, the charge that it is a part of. */
function whatFor({ facts }: Start["seen"]): string | null {
  const fact = facts.find(({ name }) => name === "For");
  return fact && "text" in fact ? fact.text : null;
}
