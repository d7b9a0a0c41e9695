import "server-only";
import { notFound } from "next/navigation";
import { ListPage } from "@/components/page/list-page";
import { PageHeader } from "@/components/page/page-header";
import { drawingOf } from "@/components/trace/cards";
import { layoutOf } from "@/components/trace/layout";
import { StartsView } from "@/components/trace/starts-view";
import { TraceView } from "@/components/trace/trace-view";
import { isOneOf, nodeLooks, starts, type TraceNode, titleOf } from "@/components/trace/words";
import { may } from "@/server/access/permissions";
import { api, found } from "./api";
import { signedIn } from "./session";

type Props = {
  readonly params: Promise<{ kind: string; id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const kinds = ["statement_line", ...starts] as const;
const ways = ["both", "back", "forth"] as const;

/** The trace of one thing, in any of the portals. */
export async function tracePage(base: string, { params, searchParams }: Props) {
  const { kind, id } = await params;
  const { way: asked } = await searchParams;
  if (!isOneOf(kinds, kind)) notFound();
  const way = typeof asked === "string" && isOneOf(ways, asked) ? asked : "both";
  const { actor } = await signedIn();
  const graph = await found((await api()).trace.of({ kind, id: decodeURIComponent(id), way }));
  const root = graph.nodes.find(({ key }) => key === graph.root);
  if (!root) notFound();
  const drawing = drawingOf(graph);
  return (
    <div className="grid min-w-0 gap-4">
      <PageHeader
        title={headingOf(root)}
        trail={[{ label: "Trace", href: `${base}/trace` }]}
        description="Everything behind it and everything it fed. Choose a step to see how it was worked out."
      />
      <TraceView
        graph={graph}
        drawing={drawing}
        layout={layoutOf(drawing)}
        way={way}
        base={base}
        here={`${base}/trace/${kind}/${id}`}
        canReplay={may(actor, "trace.replay")}
      />
    </div>
  );
}

function headingOf(root: TraceNode): string {
  if (root.kind === "settlement_line") return `${root.seen?.subtitle ?? "Part"} of ${titleOf(root)}`;
  return `${nodeLooks[root.kind].one}: ${titleOf(root)}`;
}

/** Where a trace begins when nothing was pressed. */
export async function traceStartPage(base: string) {
  const starts = await (await api()).trace.starts();
  return (
    <ListPage
      title="Trace"
      description="Press any amount, here or on any page, to see everything behind it and everything it fed, down to the row of the file."
    >
      <StartsView starts={starts} base={base} />
    </ListPage>
  );
}
