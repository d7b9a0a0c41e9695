import { can, router } from "@/server/access/procedures";
import { cancelPayoutRun, decidePayoutRun } from "./decide";
import {
  PayoutList,
  PayoutRef,
  RunDecision,
  RunList,
  RunProposal,
  RunRef,
  StatementList,
  StatementRef,
} from "./input";
import { proposePayoutRun } from "./propose";
import { provePayouts } from "./prove";
import { listPayouts, listRuns, readPaymentFile, readPayout, readRun } from "./read/run";
import { listStatements, readStatement } from "./read/statement";

export const payoutRouter = router({
  runs: can("payout.run.read")
    .input(RunList)
    .query(({ ctx, input }) => listRuns(ctx.scope, input)),

  run: can("payout.run.read")
    .input(RunRef)
    .query(({ ctx, input }) => readRun(ctx.scope, input)),

  proofs: can("payout.run.read").query(({ ctx }) => provePayouts(ctx.scope)),

  file: can("payout.execute")
    .input(RunRef)
    .query(({ ctx, input }) => readPaymentFile(ctx.scope, input)),

  list: can("payout.read")
    .input(PayoutList)
    .query(({ ctx, input }) => listPayouts(ctx.scope, input)),

  get: can("payout.read")
    .input(PayoutRef)
    .query(({ ctx, input }) => readPayout(ctx.scope, input)),

  propose: can("payout.propose")
    .input(RunProposal)
    .mutation(({ ctx, input }) => proposePayoutRun(ctx.scope, input)),

  decide: can("payout.approve")
    .input(RunDecision)
    .mutation(({ ctx, input }) => decidePayoutRun(ctx.scope, input)),

  cancel: can("payout.propose")
    .input(RunRef)
    .mutation(({ ctx, input }) => cancelPayoutRun(ctx.scope, input)),
});

export const statementRouter = router({
  list: can("payout.read")
    .input(StatementList)
    .query(({ ctx, input }) => listStatements(ctx.scope, input)),

  get: can("payout.read")
    .input(StatementRef)
    .query(({ ctx, input }) => readStatement(ctx.scope, input)),
});
