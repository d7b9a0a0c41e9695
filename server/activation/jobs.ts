import { RetryAfterError } from "inngest";
import { env } from "@/server/env";
import { defineJob } from "@/server/events/client";
import { eventContext } from "@/server/events/context";
import { callSupplier } from "@/server/integrations/supplier/client";
import { planFulfilment } from "./plan";
import { readSupplierRequest } from "./read/task";
import { acceptTask, failTask, finishTask, startTask } from "./task";

const planOrder = defineJob(
  { id: "activation-plan-order", name: "Plan the fulfilment of an order", on: "order.placed" },
  ({ event, step, asSystem }) =>
    step.run("plan", () => asSystem((scope) => planFulfilment(scope, { orderId: event.data.orderId }))),
);

/**
 * Hands a ready task to its supplier. No answer is tried again with growing pauses, a no becomes an
 * exception, and so does
 * a promise that is not kept within two days.
 */
const runTask = defineJob(
  {
    id: "activation-run-task",
    name: "Hand a task to its supplier",
    on: "task.ready",
    retries: 4,
    concurrency: { limit: 20, key: "event.data.operatorId" },
    onFailure: async ({ event, error, asSystem }) => {
      const failure = { kind: "technical", message: error.message } as const;
      await asSystem((scope) => failTask(scope, event.data.taskId, failure));
    },
  },
  async ({ event, step, asSystem }) => {
    const { taskId } = event.data;
    const started = await step.run("start", () =>
      asSystem(async (scope) =>
        (await startTask(scope, taskId)) ? readSupplierRequest(scope, taskId) : null,
      ),
    );
    if (!started) return "left alone";
    const { baseUrl, request } = started;
    const said = await step.run("call", async () => {
      const answer = await callSupplier(connection(baseUrl), request);
      if (answer.outcome === "unavailable")
        throw new RetryAfterError(`The supplier is unavailable. ${answer.message}`, "30s");
      return answer;
    });
    if (said.outcome === "done") {
      return step.run("finish", () => asSystem((scope) => finishTask(scope, taskId, said.proof)));
    }
    if (said.outcome === "refused") {
      const failure = { kind: "supplier", message: said.message } as const;
      return step.run("refused", () => asSystem((scope) => failTask(scope, taskId, failure)));
    }
    await step.run("accepted", () => asSystem((scope) => acceptTask(scope, taskId, said.reference)));
    const answered = await step.waitForEvent("answer", {
      event: "supplier.answered",
      timeout: "2d",
      if: "async.data.taskId == event.data.taskId",
    });
    if (answered) return "answered";
    const failure = {
      kind: "supplier",
      message: "The supplier took it on and did not answer within two days.",
    } as const;
    return step.run("unanswered", () => asSystem((scope) => failTask(scope, taskId, failure)));
  },
);

/** What a supplier's system told us of a task, whether somebody still waits for it or not. */
const hearSupplier = defineJob(
  { id: "activation-hear-supplier", name: "Hear a supplier's answer", on: "supplier.answered" },
  ({ event, step, asSystem }) => {
    const { taskId, outcome, words } = event.data;
    return step.run("take", () =>
      asSystem((scope) =>
        outcome === "done"
          ? finishTask(scope, taskId, words)
          : failTask(scope, taskId, { kind: "supplier", message: words }),
      ),
    );
  },
);

export const activationJobs = [planOrder, runTask, hearSupplier];

function connection(baseUrl: string) {
  const { secrets, appUrl, port } = env();
  const callbackUrl = new URL("/api/webhooks/supplier", appUrl ?? `http://127.0.0.1:${port}`).href;
  return { baseUrl, signingKey: secrets.signing, callbackUrl, now: eventContext().clock() };
}
