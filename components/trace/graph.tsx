"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import type { GraphProps } from "./graph-drawing";

const Drawing = dynamic(() => import("./graph-drawing").then((module) => module.GraphDrawing), {
  ssr: false,
  loading: () => <Skeleton className="size-full rounded-lg" />,
});

/** Keeps the place of the drawing until its code is there, so that nothing jumps. */
export function Graph(props: GraphProps) {
  const { width, height } = props.layout;
  return (
    <div className="mx-auto w-full" style={{ maxWidth: width, aspectRatio: `${width} / ${height}` }}>
      <Drawing {...props} />
    </div>
  );
}
