import { EyeOff } from "lucide-react";
import { Amount } from "@/components/money/money";
import { Glyph } from "@/components/status/glyph";
import { lookOf, toneText, wordOf } from "@/components/status/tones";
import { cx } from "@/components/ui/classes";
import type { Card } from "./cards";
import { rowHeight, rowsShown } from "./size";
import { nodeLooks, type TraceNode, titleOf } from "./words";

type Props = {
  card: Card;
  root: string;
  selected: string;
  /** Nodes on the way from the root to the selected one. */
  onPath: ReadonlySet<string>;
  select: (key: string) => void;
};

/** One card of the drawing: a thing, or all things of a kind. */
export function CardView({ card, ...shared }: Props) {
  const [first] = card.nodes;
  if (!first) return null;
  return card.nodes.length === 1 ? <One node={first} {...shared} /> : <Stack card={card} {...shared} />;
}

function One({ node, root, selected, onPath, select }: Omit<Props, "card"> & { node: TraceNode }) {
  const { one, colour } = nodeLooks[node.kind];
  const isOn = node.key === selected;
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={`${one}: ${titleOf(node)}`}
      onClick={() => select(node.key)}
      className={cx(
        sheet,
        "grid grid-cols-1 content-center gap-px pr-2.5 pl-3 text-left",
        isOn ? chosen : onPath.has(node.key) ? passed : node.seen ? plain : masked,
      )}
    >
      <Stripe colour={node.seen ? colour : "var(--faint)"} />
      <span className="flex items-center justify-between gap-2 text-xs text-muted">
        <span className="shrink-0">{one}</span>
        {node.key === root ? <Origin /> : <Mark node={node} />}
      </span>
      <Name node={node} />
      <span className="flex items-baseline justify-between gap-2 text-xs text-muted">
        <span className="truncate">{node.seen?.subtitle}</span>
        {node.seen?.amount && (
          <span className="shrink-0 text-sm font-semibold text-ink">
            <Amount amount={node.seen.amount} />
          </span>
        )}
      </span>
    </button>
  );
}

function Stack({ card: { kind, nodes }, root, selected, onPath, select }: Props) {
  const { many, colour } = nodeLooks[kind];
  const most = nodes.reduce((top, { seen }) => largest(top, seen?.amount?.minor), 0n);
  const shown = nodes.slice(0, rowsShown);
  const isOn = nodes.some(({ key }) => key === selected);
  return (
    <fieldset className={cx(sheet, "w-full min-w-0 pl-1", isOn ? chosen : plain)}>
      <Stripe colour={colour} />
      <legend className="sr-only">{many}</legend>
      <p className="flex h-[30px] items-end justify-between px-2 pb-1 text-xs text-muted" aria-hidden="true">
        <span>{many}</span>
        <span className="tabular-nums">{nodes.length}</span>
      </p>
      {shown.map((node) => (
        <button
          key={node.key}
          type="button"
          aria-pressed={node.key === selected}
          onClick={() => select(node.key)}
          style={{ height: rowHeight }}
          className={cx(
            "relative flex w-full items-center justify-between gap-2 rounded-sm px-2 text-left text-sm",
            "hover:bg-sunken focus-visible:-outline-offset-2",
            node.key === selected ? "bg-river-soft font-semibold" : onPath.has(node.key) && "text-river",
          )}
        >
          <Bar part={node.seen?.amount?.minor} of={most} colour={colour} />
          <span className={cx("relative min-w-0 flex-1 truncate", !node.seen && "text-muted italic")}>
            {titleOf(node)} <span className="text-xs font-normal text-muted">{node.seen?.subtitle}</span>
          </span>
          {(node.key === root || node.seen?.amount) && (
            <span className="relative shrink-0 text-xs">
              {node.key === root ? <Origin /> : <Amount amount={node.seen?.amount} />}
            </span>
          )}
        </button>
      ))}
      {nodes.length > shown.length && (
        <p style={{ height: rowHeight }} className="flex items-center px-2 text-xs text-muted">
          and {nodes.length - shown.length} more, in the list
        </p>
      )}
    </fieldset>
  );
}

function Name({ node }: { node: TraceNode }) {
  return (
    <span className={cx("truncate font-semibold", !node.seen && "text-sm font-normal text-muted italic")}>
      {titleOf(node)}
    </span>
  );
}

function Mark({ node }: { node: TraceNode }) {
  if (!node.seen) return <EyeOff className="size-3" aria-hidden="true" />;
  if (!node.seen.status) return null;
  const { tone, shape } = lookOf(node.seen.status);
  return (
    <span className={cx("inline-flex min-w-0 items-center gap-1", toneText[tone])}>
      <span className="shrink-0">
        <Glyph shape={shape} />
      </span>
      <span className="truncate">{wordOf(node.seen.status)}</span>
    </span>
  );
}

function Origin() {
  return <span className="rounded-sm bg-river px-1 text-xs font-medium text-on-river">traced</span>;
}

function Stripe({ colour }: { colour: string }) {
  return (
    <span
      aria-hidden="true"
      className="absolute inset-y-1.5 left-1 w-[3px] rounded-full"
      style={{ background: colour }}
    />
  );
}

/** How much of the largest a part is, behind its name. Heights of drawings need no exactness. */
function Bar({ part, of, colour }: { part: bigint | undefined; of: bigint; colour: string }) {
  if (part === undefined || of === 0n) return null;
  const share = Number((absolute(part) * 100n) / of);
  return (
    <span
      aria-hidden="true"
      className="absolute inset-y-1 left-1 rounded-[2px] opacity-15"
      style={{ width: `calc(${share}% - 0.5rem)`, background: colour }}
    />
  );
}

function largest(top: bigint, minor: bigint | undefined): bigint {
  const size = minor === undefined ? 0n : absolute(minor);
  return size > top ? size : top;
}

function absolute(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}

const sheet = "relative size-full overflow-hidden rounded-md border transition-colors";
const plain = "border-line bg-surface shadow-sm hover:border-line-strong";
const passed = "border-river/60 bg-surface shadow-sm hover:border-river";
const chosen = "border-river bg-surface shadow-lg outline outline-river";
const masked = "border-dashed border-line-strong bg-transparent hover:bg-sunken";
