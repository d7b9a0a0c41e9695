"use client";

import { ChevronRight, List, Waypoints } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useMemo, useRef, useSyncExternalStore } from "react";
import { Anchor } from "@/components/ui/anchor";
import { cx } from "@/components/ui/classes";
import type { TraceGraph } from "@/server/trace/graph";
import { cardOf, type Drawing } from "./cards";
import { Graph, GraphPlace } from "./graph";
import type { Layout } from "./layout";
import { NodeList } from "./node-list";
import { NodePanel } from "./node-panel";
import { pathBetween } from "./path";
import { nodeLooks, titleOf } from "./words";

type Way = "both" | "back" | "forth";
type View = "graph" | "list";

export type TraceViewProps = {
  graph: TraceGraph;
  drawing: Drawing;
  layout: Layout;
  way: Way;
  /** The portal, as `/operator`, and this trace's own address without its query. */
  base: string;
  here: string;
  canReplay: boolean;
};

/** A trace to walk about in: the drawing or the list, the way to what is selected, and all about it. */
export function TraceView({ graph, drawing, layout, way, base, here, canReplay }: TraceViewProps) {
  const [asked, setSelected] = useQueryState("node", parseAsString);
  const { view, isGraph, setView } = useView();
  const panel = useRef<HTMLDivElement>(null);
  const node =
    graph.nodes.find(({ key }) => key === asked) ?? graph.nodes.find(({ key }) => key === graph.root);
  const selected = node?.key ?? graph.root;
  const path = useMemo(() => pathBetween(graph.root, selected, graph.edges), [graph, selected]);
  const lit = useMemo(() => litEdges(drawing, path), [drawing, path]);

  function select(key: string) {
    void setSelected(key === graph.root ? null : key);
    const { top = 0 } = panel.current?.getBoundingClientRect() ?? {};
    if (top < -40 || top > window.innerHeight - 120) panel.current?.scrollIntoView({ behavior: "smooth" });
  }

  const shared = { root: graph.root, selected, onPath: new Set(path), select };
  return (
    <div className="grid min-w-0 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem] xl:grid-cols-[minmax(0,1fr)_28rem]">
      <div className="grid min-w-0 gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Ways way={way} here={here} />
          <Views isGraph={isGraph} choose={setView} />
        </div>
        <Crumbs graph={graph} path={path} select={select} />
        {view !== "list" && (
          <div className={cx(view === null && "hidden sm:block", ground)}>
            <div className="min-w-[34rem]">
              {isGraph ? (
                <Graph drawing={drawing} layout={layout} edgesOnPath={lit} {...shared} />
              ) : (
                <GraphPlace layout={layout} />
              )}
            </div>
          </div>
        )}
        {view !== "graph" && (
          <div className={cx(view === null && "sm:hidden")}>
            <NodeList nodes={graph.nodes} {...shared} />
          </div>
        )}
        {graph.cut.length > 0 && (
          <p className="text-sm text-muted">
            Of {graph.cut.map((kind) => nodeLooks[kind].many.toLowerCase()).join(" and ")} only the newest are
            shown.
          </p>
        )}
      </div>
      <div
        ref={panel}
        className="order-first lg:order-none min-w-0 scroll-mt-16 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
      >
        {node && <NodePanel node={node} isRoot={node.key === graph.root} base={base} canReplay={canReplay} />}
      </div>
    </div>
  );
}

type Chosen = {
  /** Null until somebody chooses: then the width of the screen does, by style alone. */
  readonly view: View | null;
  /** Whether the drawing is seen, so that its code is worth fetching. */
  readonly isGraph: boolean;
  readonly setView: (view: View) => void;
};

/** The drawing where there is room for it, the list elsewhere, unless somebody chose. */
function useView(): Chosen {
  const [chosen, choose] = useQueryState("view", parseAsString);
  const isWide = useSyncExternalStore(
    watchWidth,
    () => matchMedia(wide).matches,
    () => false,
  );
  const view = chosen === "graph" || chosen === "list" ? chosen : null;
  return {
    view,
    isGraph: view === "graph" || (view === null && isWide),
    setView: (next) => void choose(next),
  };
}

const wide = "(min-width: 40rem)";

function watchWidth(changed: () => void): () => void {
  const query = matchMedia(wide);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

const ways = [
  ["back", "Where it came from"],
  ["both", "The whole story"],
  ["forth", "What it fed"],
] as const;

function Ways({ way, here }: { way: Way; here: string }) {
  return (
    <nav aria-label="Direction" className={segments}>
      {ways.map(([each, words]) => (
        <Anchor
          key={each}
          href={each === "both" ? here : `${here}?way=${each}`}
          aria-current={each === way ? "true" : undefined}
          className={segment(each === way)}
          scroll={false}
          replace
        >
          {words}
        </Anchor>
      ))}
    </nav>
  );
}

function Views({ isGraph, choose }: { isGraph: boolean; choose: (view: View) => void }) {
  return (
    <fieldset className={segments}>
      <legend className="sr-only">Shown as</legend>
      <button
        type="button"
        aria-pressed={isGraph}
        onClick={() => choose("graph")}
        className={segment(isGraph)}
      >
        <Waypoints className="size-3.5" aria-hidden="true" /> Drawing
      </button>
      <button
        type="button"
        aria-pressed={!isGraph}
        onClick={() => choose("list")}
        className={segment(!isGraph)}
      >
        <List className="size-3.5" aria-hidden="true" /> List
      </button>
    </fieldset>
  );
}

/** The way from what is traced to what is selected; each step of it can be selected. */
function Crumbs({
  graph,
  path,
  select,
}: {
  graph: TraceGraph;
  path: readonly string[];
  select: (key: string) => void;
}) {
  const steps = path.flatMap((key) => graph.nodes.filter((node) => node.key === key));
  return (
    <nav aria-label="The way to it">
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5 text-sm text-muted">
        {steps.map((node, place) => {
          const isLast = place === steps.length - 1;
          return (
            <li key={node.key} className="flex min-w-0 items-center gap-x-1">
              {place > 0 && <ChevronRight className="size-3.5 shrink-0" aria-hidden="true" />}
              <button
                type="button"
                onClick={() => select(node.key)}
                aria-current={isLast ? "step" : undefined}
                className={cx(
                  "max-w-48 truncate rounded-sm hover:text-river",
                  isLast && "font-semibold text-ink",
                )}
                title={titleOf(node)}
              >
                {nodeLooks[node.kind].one}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function litEdges(drawing: Drawing, path: readonly string[]): ReadonlySet<string> {
  const lit = new Set<string>();
  const cards = path.map((key) => cardOf(drawing, key));
  for (const [place, from] of cards.entries()) {
    const to = cards[place + 1];
    if (from && to) lit.add(`${from} ${to}`).add(`${to} ${from}`);
  }
  return lit;
}

const ground = "overflow-x-auto rounded-lg border border-line bg-sunken/50 p-2";
const segments = "inline-flex rounded-md border border-line-strong bg-surface p-0.5";

function segment(isOn: boolean): string {
  return cx(
    "inline-flex h-7 items-center gap-1.5 rounded-sm px-2 text-sm",
    isOn ? "bg-river-soft font-medium text-river-deep" : "text-muted hover:text-ink",
  );
}
