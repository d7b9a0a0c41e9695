import { can, router } from "@/server/access/procedures";
import { ApprovalQueue, ApprovalRef } from "./input";
import { listApprovals, readApproval } from "./read";

/** Each kind of subject is decided by a procedure of its own stage; here is what waits, and for how long. */
export const approvalRouter = router({
  queue: can("approval.read")
    .input(ApprovalQueue)
    .query(({ ctx, input }) => listApprovals(ctx.scope, input)),

  get: can("approval.read")
    .input(ApprovalRef)
    .query(({ ctx, input }) => readApproval(ctx.scope, input.id)),
});
