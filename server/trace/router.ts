import { can, router } from "@/server/access/procedures";
import { explainAmount } from "./explain/explain";
import { traceOf } from "./graph";
import { ExplainRef, RatedItemRef, ReplayRef, TraceRef, UsageRowRef, UsageRowsPage } from "./input";
import { replayAmount } from "./replay/replay";
import { readStarts } from "./starts";
import { proveUsage, readUsageRows } from "./usage";
import { requireUsageRow } from "./usage-row";

export const traceRouter = router({
  of: can("trace.read")
    .input(TraceRef)
    .query(({ ctx, input }) => traceOf(ctx.scope, input)),

  starts: can("trace.read").query(({ ctx }) => readStarts(ctx.scope)),

  explain: can("trace.read")
    .input(ExplainRef)
    .query(({ ctx, input }) => explainAmount(ctx.scope, input)),

  replay: can("trace.replay")
    .input(ReplayRef)
    .query(({ ctx, input }) => replayAmount(ctx.scope, input)),

  usageRows: can("trace.read")
    .input(UsageRowsPage)
    .query(({ ctx, input }) => readUsageRows(ctx.scope, input)),

  usageRow: can("trace.read")
    .input(UsageRowRef)
    .query(({ ctx, input }) => requireUsageRow(ctx.scope, input)),

  proveUsage: can("trace.read")
    .input(RatedItemRef)
    .query(({ ctx, input }) => proveUsage(ctx.scope, input)),
});
