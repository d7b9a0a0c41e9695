import { createCallerFactory, router } from "./access/procedures";
import { sessionRouter } from "./access/router";
import { subscriptionRouter, taskRouter } from "./activation/router";
import { approvalRouter } from "./approval/router";
import { auditRouter } from "./audit/router";
import { jobRouter } from "./events/router";
import { billRunRouter, invoiceRouter } from "./invoice/router";
import { ledgerRouter } from "./ledger/router";
import { priceRouter } from "./offer/price-router";
import { offerRouter } from "./offer/router";
import { orderRouter } from "./order/router";
import { partyRouter } from "./party/router";
import { payoutRouter, statementRouter } from "./payout/router";
import { customerRouter, quoteRouter } from "./quote/router";
import { rehearsalRouter } from "./rehearsal/router";
import { searchRouter, todayRouter } from "./report/router";
import { ruleRouter, settlementRouter } from "./settlement/router";
import { traceRouter } from "./trace/router";
import { usageRouter } from "./usage/router";

/** The table of contents: what can be asked and done, in the order of the story. */
export const appRouter = router({
  session: sessionRouter,
  party: partyRouter,
  offer: offerRouter,
  price: priceRouter,
  rehearsal: rehearsalRouter,
  approval: approvalRouter,
  customer: customerRouter,
  quote: quoteRouter,
  order: orderRouter,
  task: taskRouter,
  subscription: subscriptionRouter,
  usage: usageRouter,
  billRun: billRunRouter,
  invoice: invoiceRouter,
  rule: ruleRouter,
  settlement: settlementRouter,
  payout: payoutRouter,
  statement: statementRouter,
  ledger: ledgerRouter,
  trace: traceRouter,
  audit: auditRouter,
  search: searchRouter,
  today: todayRouter,
  job: jobRouter,
});

export type AppRouter = typeof appRouter;

/** The same router, called from a page. */
export const createCaller = createCallerFactory(appRouter);
