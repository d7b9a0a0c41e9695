import { Middleware } from "inngest";
import { getAsyncCtx } from "inngest/experimental";
import { invariant } from "@/server/core/invariant";

/**
 * Names every event that a step sends after the run, the step and its place among the step's
 * events, so that a step that runs again sends the same events and not new ones.
 */
export class NamedEvents extends Middleware.BaseMiddleware {
  readonly id = "tributary:named-events";

  override async transformSendEvent(sent: Middleware.TransformSendEventArgs) {
    const execution = (await getAsyncCtx())?.execution;
    const step = execution?.executingStep?.hashedId;
    if (!execution || !step) return sent;
    const events = sent.events.map((event, place) => ({
      ...event,
      id: event.id ?? `${execution.ctx.runId}.${step}.${place}`,
    }));
    return { ...sent, events };
  }
}

/**
 * A step's result is kept as JSON, and the SDK drops a bigint from it without a word. An amount
 * crosses a step as `{ minor: string, currency }`; whoever forgets is told at once.
 */
export class ExactResults extends Middleware.BaseMiddleware {
  readonly id = "tributary:exact-results";

  override async wrapStepHandler({ next, stepInfo }: Middleware.WrapStepHandlerArgs) {
    const result = await next();
    const { id } = stepInfo.options;
    invariant(!hasBigint(result), `the result of step “${id}” holds a bigint, which JSON would lose`);
    return result;
  }
}

function hasBigint(value: unknown): boolean {
  if (typeof value === "bigint") return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasBigint);
}
