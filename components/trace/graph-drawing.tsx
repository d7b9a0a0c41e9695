"use client";

import "@xyflow/react/dist/base.css";
import {
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { createContext, useContext, useEffect, useMemo, useRef } from "react";
import { cx } from "@/components/ui/classes";
import { CardView } from "./card-view";
import type { Card, Drawing } from "./cards";
import type { Layout } from "./layout";
import { cardWidth } from "./size";

export type GraphProps = {
  drawing: Drawing;
  layout: Layout;
  root: string;
  selected: string;
  onPath: ReadonlySet<string>;
  /** Edges on that way, as `from to` of cards. */
  edgesOnPath: ReadonlySet<string>;
  select: (key: string) => void;
};

type CardNode = Node<{ card: Card }, "card">;
const Shared = createContext<Pick<GraphProps, "root" | "selected" | "onPath" | "select"> | null>(null);
type FlowEdge = Edge<{ path: string; lit: boolean }, "flow">;
const nodeTypes = { card: CardBox };
const edgeTypes = { flow: FlowLine };

/** The trace as a drawing that flows from causes above to effects below. */
export function GraphDrawing(props: GraphProps) {
  return (
    <Shared value={props}>
      <ReactFlowProvider>
        <Flow {...props} />
      </ReactFlowProvider>
    </Shared>
  );
}

function Flow({ drawing, layout, edgesOnPath }: GraphProps) {
  const box = useRef<HTMLDivElement>(null);
  const { fitView } = useReactFlow();
  const nodes = useMemo(() => nodesOf(drawing, layout), [drawing, layout]);
  const edges = useMemo(() => edgesOf(layout, edgesOnPath), [layout, edgesOnPath]);

  useEffect(() => {
    const watch = new ResizeObserver(() => void fitView(fit));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, [fitView]);

  return (
    <div ref={box} className={cx("size-full", credit)}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitView
        fitViewOptions={fit}
        minZoom={0.3}
        maxZoom={1.6}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        disableKeyboardA11y
        attributionPosition="bottom-left"
      >
        <Controls showInteractive={false} position="bottom-right" className={controls} />
      </ReactFlow>
    </div>
  );
}

const controls = cx(
  "flex overflow-hidden rounded-md border border-line-strong bg-raised",
  "[&_button]:grid [&_button]:size-7 [&_button]:place-items-center [&_button]:hover:bg-sunken",
  "[&_svg]:size-3 [&_svg]:fill-current",
);

/** The library's own sheet stands outside the layers and wins otherwise. */
const credit = "[&_[class*=attribution]]:bg-transparent! [&_[class*=attribution]_a]:text-muted!";

const fit = { padding: 0, maxZoom: 1 } as const;

function CardBox({ data }: NodeProps<CardNode>) {
  const shared = useContext(Shared);
  if (!shared) return null;
  return (
    <>
      <Handle type="target" position={Position.Top} className="opacity-0" isConnectable={false} />
      <CardView card={data.card} {...shared} />
      <Handle type="source" position={Position.Bottom} className="opacity-0" isConnectable={false} />
    </>
  );
}

function nodesOf({ cards }: Drawing, { placed }: Layout): CardNode[] {
  return cards.flatMap((card) => {
    const place = placed.find(({ key }) => key === card.key);
    if (!place) return [];
    const { x, y, height } = place;
    return [
      {
        ...{ id: card.key, type: "card", data: { card }, position: { x, y } },
        ...{ width: cardWidth, height, style: { width: cardWidth, height, pointerEvents: "all" } },
      },
    ];
  });
}

function edgesOf({ routed }: Layout, onPath: ReadonlySet<string>): FlowEdge[] {
  return routed.map(({ from, to, path }) => {
    const id = `${from} ${to}`;
    const lit = onPath.has(id);
    return { id, type: "flow", source: from, target: to, zIndex: lit ? 1 : 0, data: { path, lit } };
  });
}

/** A stretch of the river; the way to what is selected runs full. */
function FlowLine({ id, data }: EdgeProps<FlowEdge>) {
  const style = data?.lit
    ? { stroke: "var(--river)", strokeWidth: 3.5 }
    : { stroke: "var(--river)", strokeWidth: 1.75, strokeOpacity: 0.4 };
  return <BaseEdge id={id} path={data?.path ?? ""} style={style} />;
}
