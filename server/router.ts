import { createCallerFactory, router } from "./access/procedures";
import { sessionRouter } from "./access/router";
import { approvalRouter } from "./approval/router";
import { jobRouter } from "./events/router";
import { orderRouter } from "./order/router";
import { customerRouter } from "./quote/customer-router";
import { payoutRouter, statementRouter } from "./payout/router";
import { quoteRouter } from "./quote/router";
import { ruleRouter, settlementRouter } from "./settlement/router";

/** The table of contents: what can be asked and done, in the order of the story. */
export const appRouter = router({
  session: sessionRouter,
  approval: approvalRouter,
  customer: customerRouter,
  quote: quoteRouter,
  order: orderRouter,
  rule: ruleRouter,
  settlement: settlementRouter,
  payout: payoutRouter,
  statement: statementRouter,
  job: jobRouter,
});

export type AppRouter = typeof appRouter;

/** The same router, called from a page. */
export const createCaller = createCallerFactory(appRouter);
