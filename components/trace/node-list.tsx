import { EyeOff } from "lucide-react";
import { Amount } from "@/components/money/money";
import { Status } from "@/components/status/status";
import { cx } from "@/components/ui/classes";
import { type NodeKind, nodeLooks, type TraceNode, titleOf } from "./words";

type Props = {
  nodes: readonly TraceNode[];
  root: string;
  selected: string;
  onPath: ReadonlySet<string>;
  select: (key: string) => void;
};

/**
 * The same trace in words, stage by stage in the order of the story: for who does not see the drawing, and
 * small screens.
 */
export function NodeList({ nodes, root, selected, onPath, select }: Props) {
  const kinds = (Object.keys(nodeLooks) as NodeKind[]).filter((kind) =>
    nodes.some((node) => node.kind === kind),
  );
  return (
    <ol className="grid grid-cols-1 gap-3">
      {kinds.map((kind) => {
        const own = nodes.filter((node) => node.kind === kind);
        const { one, many, colour } = nodeLooks[kind];
        return (
          <li key={kind} className="relative min-w-0 pl-5">
            <span
              aria-hidden="true"
              className="absolute top-1.5 bottom-[-1.25rem] left-[5px] w-px bg-line last:hidden"
            />
            <span
              aria-hidden="true"
              className="absolute top-[5px] left-0 size-[11px] rounded-full border-2 border-paper"
              style={{ background: colour }}
            />
            <h3 className="caption">{own.length === 1 ? one : many}</h3>
            <ul className="mt-1 overflow-hidden rounded-md border border-line bg-surface">
              {own.map((node) => (
                <li key={node.key} className="not-first:border-t not-first:border-line">
                  <Row
                    node={node}
                    isRoot={node.key === root}
                    isOn={node.key === selected}
                    isPassed={onPath.has(node.key)}
                    select={select}
                  />
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

type RowProps = {
  node: TraceNode;
  isRoot: boolean;
  isOn: boolean;
  isPassed: boolean;
  select: (key: string) => void;
};

function Row({ node, isRoot, isOn, isPassed, select }: RowProps) {
  const { seen } = node;
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => select(node.key)}
      className={cx(
        "flex w-full items-center justify-between gap-3 px-3 py-1.5 text-left hover:bg-sunken",
        "focus-visible:-outline-offset-2",
        isOn && "bg-river-soft",
      )}
    >
      <span className="min-w-0">
        <span
          className={cx(
            "block truncate",
            seen ? "font-medium" : "text-muted italic",
            isPassed && "text-river",
          )}
        >
          {titleOf(node)}
          {isRoot && <span className="ml-2 rounded-sm bg-river px-1 text-xs text-on-river">traced</span>}
        </span>
        {seen?.subtitle && <span className="block truncate text-sm text-muted">{seen.subtitle}</span>}
      </span>
      <span className="flex shrink-0 flex-col items-end gap-0.5">
        {seen?.amount && <Amount amount={seen.amount} />}
        {seen?.status && <Status state={seen.status} />}
        {!seen && <EyeOff className="size-3.5 text-muted" aria-hidden="true" />}
      </span>
    </button>
  );
}
