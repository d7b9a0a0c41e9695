import { z } from "zod";
import type { EventPayload } from "../envelope";
import type { Failure } from "../state";
import { until } from "./duration";
import { canonical, signature } from "./sign";

/** How a call reaches the functions: over HTTP, or to the same handler in this process. */
export type Transport = (request: Request) => Promise<Response>;

/** A step that has ended, as it is told to a replay. */
export type Memo = { readonly id: string; readonly output: unknown; readonly error: Failure | null };

export type CallState = {
  readonly runId: string;
  readonly event: EventPayload;
  /** In the order in which they ended. */
  readonly memos: readonly Memo[];
  readonly attempt: number;
  readonly attemptsMax: number;
  /** Whether a step that is found alone may run in this call. Not while others are under way. */
  readonly immediate: boolean;
};

const Failed = z
  .object({
    name: z.string().catch("Error"),
    message: z.string().catch("Unknown error"),
    stack: z.string().optional(),
  })
  .catch({ name: "Error", message: "Unknown error" })
  .transform(({ name, message, stack }): Failure => (stack ? { name, message, stack } : { name, message }));

const Op = z.object({
  id: z.string().min(1),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z
    .looseObject({
      if: z.string().optional(),
      event: z.string().optional(),
      timeout: z.string().optional(),
      duration: z.string().optional(),
      function_id: z.string().optional(),
      payload: z.looseObject({ data: z.record(z.string(), z.unknown()).optional() }).optional(),
      parallelMode: z.string().optional(),
    })
    .nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Op = z.infer<typeof Op>;

export type Answer =
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "ops"; readonly ops: readonly Op[]; readonly retryAt: Date | undefined }
  | {
      readonly kind: "error";
      readonly failure: Failure;
      readonly retriable: boolean;
      readonly retryAt: Date | undefined;
    };

/** Calls a function, or one of its planned steps, with everything that is known of the run. */
export function callRequest(
  endpoint: string,
  key: string,
  functionId: string,
  stepId: string,
  state: CallState,
): Request {
  const { runId, event, memos, attempt, attemptsMax, immediate } = state;
  const url = new URL(endpoint);
  url.searchParams.set("fnId", functionId);
  url.searchParams.set("stepId", stepId || "step");
  const body = {
    version: 2,
    event,
    events: [event],
    steps: Object.fromEntries(
      memos.map(({ id, output, error }) => [
        id,
        error ? { type: "error", error } : { type: "data", data: output ?? null },
      ]),
    ),
    ctx: {
      run_id: runId,
      attempt,
      max_attempts: attemptsMax,
      disable_immediate_execution: !immediate,
      use_api: false,
      stack: { stack: memos.map(({ id }) => id), current: Math.max(memos.length - 1, 0) },
    },
  };
  return signedRequest("POST", url.href, body, key);
}

/** For calls that never leave the process. */
export const unsigned = "";

export function signedRequest(
  method: "POST" | "PUT",
  url: string,
  body: unknown,
  signingKey: string,
): Request {
  const text = signingKey === unsigned ? JSON.stringify(body) : canonical(body);
  const headers = {
    "content-type": "application/json",
    ...(signingKey === unsigned ? {} : { "x-inngest-signature": signature(text, signingKey, new Date()) }),
    "x-inngest-server-kind": "cloud",
  };
  return new Request(url, { method, body: text, headers });
}

/** What the SDK answered; a page that is not its own counts as a failure that may pass. */
export async function readAnswer(response: Response, now: Date): Promise<Answer> {
  const text = await response.text();
  const { ok, body } = asJson(text);
  if (!ok || !response.headers.has("x-inngest-sdk")) {
    const message = `The functions' endpoint answered ${response.status}, and not with the SDK's JSON.`;
    return {
      kind: "error",
      failure: { name: "EndpointError", message },
      retriable: true,
      retryAt: undefined,
    };
  }
  const after = response.headers.get("retry-after");
  const retryAt = after ? until(/^\d+$/.test(after) ? `${after}s` : after, now) : undefined;
  if (response.status === 206) {
    return { kind: "ops", ops: z.array(Op).parse(Array.isArray(body) ? body : [body]), retryAt };
  }
  if (response.status === 200) return { kind: "done", output: body };
  const retriable = response.status >= 500 && response.headers.get("x-inngest-no-retry") !== "true";
  return { kind: "error", failure: failureOf(body), retriable, retryAt };
}

export function failureOf(error: unknown): Failure {
  return Failed.parse(error);
}

function asJson(text: string): { ok: boolean; body: unknown } {
  try {
    return { ok: true, body: text === "" ? null : JSON.parse(text) };
  } catch {
    return { ok: false, body: undefined };
  }
}
