import { can, router } from "@/server/access/procedures";
import {
  ExceptionList,
  SubscriptionList,
  SubscriptionRef,
  TaskCompletion,
  TaskList,
  TaskRef,
  TaskRepair,
} from "./input";
import { listSubscriptions, readSubscription } from "./read/subscription";
import { listExceptions, listTasks, readTask } from "./read/task";
import { completeTask, repairTask } from "./task";

export const taskRouter = router({
  list: can("task.read")
    .input(TaskList)
    .query(({ ctx, input }) => listTasks(ctx.scope, input)),

  get: can("task.read")
    .input(TaskRef)
    .query(({ ctx, input }) => readTask(ctx.scope, input)),

  exceptions: can("task.read")
    .input(ExceptionList)
    .query(({ ctx, input }) => listExceptions(ctx.scope, input)),

  complete: can("task.complete")
    .input(TaskCompletion)
    .mutation(({ ctx, input }) => completeTask(ctx.scope, input)),

  repair: can("task.repair")
    .input(TaskRepair)
    .mutation(({ ctx, input }) => repairTask(ctx.scope, input)),
});

export const subscriptionRouter = router({
  list: can("subscription.read")
    .input(SubscriptionList)
    .query(({ ctx, input }) => listSubscriptions(ctx.scope, input)),

  get: can("subscription.read")
    .input(SubscriptionRef)
    .query(({ ctx, input }) => readSubscription(ctx.scope, input)),
});
