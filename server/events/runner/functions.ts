import { z } from "zod";
import { invariant } from "@/server/core/invariant";
import { type Expression, readExpression } from "./expression";
import { signedRequest, type Transport } from "./protocol";

export type RegisteredFunction = {
  readonly id: string;
  readonly name: string;
  readonly triggers: readonly { readonly event: string; readonly condition: Expression | undefined }[];
  readonly cron: string | undefined;
  /** How often a step or the function is tried in all. */
  readonly attemptsMax: number;
  readonly limit: number | undefined;
  readonly limitKey: Expression | undefined;
  readonly idempotency: Expression | undefined;
};

export type Registry = ReadonlyMap<string, RegisteredFunction>;

const retriesDefault = 3;

const Config = z.strictObject({
  id: z.string(),
  name: z.string(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string(), expression: z.string().optional() }),
      z.strictObject({ cron: z.string() }),
    ]),
  ),
  steps: z.object({ step: z.object({ retries: z.object({ attempts: z.number() }).optional() }) }),
  idempotency: z.string().optional(),
  concurrency: z
    .union([
      z.number(),
      z.strictObject({ limit: z.number(), key: z.string().optional(), scope: z.literal("fn").optional() }),
    ])
    .optional(),
});

/** Asks the endpoint which functions it serves, by the protocol's in-band sync. */
export async function discover(
  transport: Transport,
  endpoint: string,
  signingKey: string,
): Promise<Registry> {
  const request = signedRequest("PUT", endpoint, { url: endpoint }, signingKey);
  request.headers.set("x-inngest-sync-kind", "in_band");
  const response = await transport(request);
  const body: unknown = await response.json();
  invariant(
    response.ok,
    `the functions' endpoint answers a sync (it said ${response.status} ${JSON.stringify(body)})`,
  );
  const { functions } = z.object({ functions: z.array(z.looseObject({ id: z.string() })) }).parse(body);
  return new Map(functions.map((config) => [config.id, readConfig(config)]));
}

/** A setting that this engine does not honour stops the start, so that nobody relies on it unknowingly. */
function readConfig(config: { readonly id: string }): RegisteredFunction {
  const parsed = Config.safeParse(config);
  if (!parsed.success) {
    throw new Error(
      `The embedded engine cannot run “${config.id}” as it is set up. ${z.prettifyError(parsed.error)}`,
    );
  }
  const { id, name, triggers, steps, idempotency, concurrency } = parsed.data;
  const limit = typeof concurrency === "number" ? { limit: concurrency } : concurrency;
  return {
    id,
    name,
    triggers: triggers.flatMap((trigger) =>
      "cron" in trigger ? [] : [{ event: trigger.event, condition: maybe(trigger.expression) }],
    ),
    cron: triggers.flatMap((trigger) => ("cron" in trigger ? [trigger.cron] : []))[0],
    attemptsMax: (steps.step.retries?.attempts ?? retriesDefault) + 1,
    limit: limit?.limit || undefined,
    limitKey: maybe(limit && "key" in limit ? limit.key : undefined),
    idempotency: maybe(idempotency),
  };
}

function maybe(text: string | undefined): Expression | undefined {
  return text === undefined ? undefined : readExpression(text);
}
