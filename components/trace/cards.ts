import type { TraceGraph } from "@/server/trace/graph";
import type { NodeKind, TraceNode } from "./words";

/** What is drawn as one: a node, or all nodes of a kind when there are many. */
export type Card = { readonly key: string; readonly kind: NodeKind; readonly nodes: readonly TraceNode[] };

export type CardEdge = { readonly from: string; readonly to: string };

/** From this many on, nodes of a kind stand in one card, each on a line of its own. */
const stackedFrom = 3;

export type Drawing = { readonly cards: readonly Card[]; readonly edges: readonly CardEdge[] };

/** The nodes of a graph as cards: a line divided between seven parties stays as wide as one card. */
export function drawingOf({ nodes, edges }: Pick<TraceGraph, "nodes" | "edges">): Drawing {
  const kinds = [...new Set(nodes.map(({ kind }) => kind))];
  const cards = kinds.flatMap((kind): Card[] => {
    const own = nodes.filter((node) => node.kind === kind);
    return own.length < stackedFrom
      ? own.map((node) => ({ key: node.key, kind, nodes: [node] }))
      : [{ key: `stack:${kind}`, kind, nodes: byAmount(own) }];
  });
  const cardOf = new Map(cards.flatMap(({ key, nodes: own }) => own.map((node) => [node.key, key] as const)));
  const drawn = new Map<string, CardEdge>();
  for (const edge of edges) {
    const [from, to] = [cardOf.get(edge.from), cardOf.get(edge.to)];
    if (from && to && from !== to) drawn.set(`${from} ${to}`, { from, to });
  }
  return { cards, edges: [...drawn.values()] };
}

/** The card that a node stands in. */
export function cardOf({ cards }: Drawing, key: string): string | undefined {
  return cards.find(({ nodes }) => nodes.some((node) => node.key === key))?.key;
}

function byAmount(nodes: readonly TraceNode[]): readonly TraceNode[] {
  const minor = ({ seen }: TraceNode) => seen?.amount?.minor ?? null;
  return [...nodes].sort((left, right) => {
    const [mine, theirs] = [minor(left), minor(right)];
    if (mine === null || theirs === null) return mine === theirs ? 0 : mine === null ? 1 : -1;
    return mine === theirs ? 0 : mine > theirs ? -1 : 1;
  });
}
