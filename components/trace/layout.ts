import { Graph, layout } from "@dagrejs/dagre";
import type { Drawing } from "./cards";
import { cardHeight, cardWidth, rowHeight, rowsShown, stackHead } from "./size";

const edge = 12;

export type Placed = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
};

/** An edge's way around the cards between its ends, as an SVG path. */
export type Routed = { readonly from: string; readonly to: string; readonly path: string };

export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly placed: readonly Placed[];
  readonly routed: readonly Routed[];
};

/** Where each card stands: causes above, effects below, as a river runs. */
export function layoutOf({ cards, edges }: Drawing): Layout {
  const graph = new Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 20, ranksep: 40, marginx: edge, marginy: edge });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const card of cards)
    graph.setNode(card.key, { width: cardWidth, height: heightOf(card.nodes.length) });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  const placed = cards.map(({ key }) => {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(key);
    return { key, x: x - width / 2, y: y - height / 2, height };
  });
  const routed = edges.map(({ from, to }) => {
    const [start, end] = [graph.node(from), graph.node(to)];
    const bends = (graph.edge(from, to).points ?? []).slice(1, -1);
    // A single bend stands between neighbouring rows, where there is nothing to go around.
    const around = bends.length > 1 ? bends : [];
    return { from, to, path: curve([foot(start), ...around, head(end)]) };
  });
  return {
    width: Math.max(...placed.map(({ x }) => x + cardWidth)) + edge,
    height: Math.max(...placed.map(({ y, height }) => y + height)) + edge,
    placed,
    routed,
  };
}

type Box = { readonly x?: number; readonly y?: number; readonly height: number };

function foot({ x = 0, y = 0, height }: Box): Point {
  return { x, y: y + height / 2 };
}

function head({ x = 0, y = 0, height }: Box): Point {
  return { x, y: y - height / 2 };
}

type Point = { readonly x: number; readonly y: number };

/** A smooth line through its bends that leaves and arrives upright. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const parts = rest.map((stop, place) => {
    const before = points[place] ?? first;
    const half = (before.y + stop.y) / 2;
    return `C ${at(before.x, half)} ${at(stop.x, half)} ${at(stop.x, stop.y)}`;
  });
  return `M ${at(first.x, first.y)} ${parts.join(" ")}`;
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

function heightOf(nodes: number): number {
  if (nodes === 1) return cardHeight;
  const rows = Math.min(nodes, rowsShown) + (nodes > rowsShown ? 1 : 0);
  return stackHead + rows * rowHeight + 6;
}
