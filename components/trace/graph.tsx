"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { GraphProps } from "./graph-drawing";

const Drawing = dynamic(() => import("./graph-drawing").then((module) => module.GraphDrawing), {
  ssr: false,
  loading: () => <Skeleton className="size-full rounded-lg" />,
});

/** The drawing in its place, which is kept until its code is there, so that nothing jumps. */
export function Graph(props: GraphProps) {
  return (
    <Place layout={props.layout}>
      <Drawing {...props} />
    </Place>
  );
}

export function GraphPlace({ layout }: Pick<GraphProps, "layout">) {
  return (
    <Place layout={layout}>
      <Skeleton className="size-full rounded-lg" />
    </Place>
  );
}

function Place({
  layout: { width, height },
  children,
}: Pick<GraphProps, "layout"> & { children: ReactNode }) {
  return (
    <div className="mx-auto w-full" style={{ maxWidth: width, aspectRatio: `${width} / ${height}` }}>
      {children}
    </div>
  );
}
