import { sessionRouter } from "./access/router";
import { createCallerFactory, router } from "./access/procedures";

/** The table of contents: what can be asked and done, in the order of the story. */
export const appRouter = router({
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;

/** The same router, called from a page. */
export const createCaller = createCallerFactory(appRouter);
