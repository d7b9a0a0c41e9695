import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { secretOf, signedHeaders } from "./signature";

/**
 * How a simulated supplier treats a SKU: `callback` takes the work on and calls back, `done` answers at once,
 * `silent` takes it on and never calls back, `twice` calls back two times, `unavailable` answers 503,
 * `refuse` says no.
 */
export type Behaviour = {
  readonly mode: "callback" | "done" | "silent" | "twice" | "unavailable" | "refuse";
  /** For so many requests; then as if nothing had been said. */
  readonly times?: number;
  readonly delayMs?: number;
  readonly words?: string;
};

export type SimulatorOptions = {
  readonly port?: number;
  readonly signingKey: string;
  readonly behaviours?: Readonly<Record<string, Behaviour>>;
  /**
   * The most of a SKU that the first attempt at a task may ask for; a repaired one finds the limit raised.
   */
  readonly limits?: Readonly<Record<string, number>>;
  readonly clock?: () => Date;
};

export type SupplierSimulator = {
  readonly url: string;
  /** How often each task was really carried out: once, whatever was sent how often. */
  readonly effects: ReadonlyMap<string, number>;
  behave(sku: string, behaviour: Behaviour): void;
  /** When every callback under way has been delivered. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

type Asked = {
  readonly operatorId: string;
  readonly supplierId: string;
  readonly taskId: string;
  readonly attempt: number;
  readonly sku: string;
  readonly quantity: string;
  readonly callbackUrl: string;
};

/** A supplier's provisioning system on loopback, with its moods: for the demo world and for tests. */
export async function startSupplierSimulator(options: SimulatorOptions): Promise<SupplierSimulator> {
  const behaviours = new Map(Object.entries(options.behaviours ?? {}));
  const answers = new Map<string, Answer>();
  const effects = new Map<string, number>();
  const calls = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => respond(response, 500, { message: "The simulator failed." }));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST" || request.url !== "/tasks")
      return respond(response, 404, { message: "Not here." });
    const asked = JSON.parse(await bodyOf(request)) as Asked;
    const key = String(request.headers["idempotency-key"]);
    const known = answers.get(key);
    if (known) return respond(response, known.status, known.body);
    const mood = moodOf(asked);
    const said = say(asked, mood);
    if (said.status < 500) answers.set(key, said);
    if (said.status < 300 && mood.mode !== "silent") {
      effects.set(asked.taskId, (effects.get(asked.taskId) ?? 0) + 1);
    }
    respond(response, said.status, said.body);
    if (mood.mode === "callback" || mood.mode === "twice") later(asked, mood);
  }

  function moodOf(asked: Asked): Behaviour {
    const limit = options.limits?.[asked.sku];
    if (limit !== undefined && Number(asked.quantity) > limit && asked.attempt === 1) {
      return { mode: "refuse", words: `The tenant's limit is ${limit}; ${asked.quantity} were asked for.` };
    }
    const mood = behaviours.get(asked.sku) ?? { mode: "callback" };
    if (mood.times === undefined) return mood;
    if (mood.times <= 0) return { mode: "callback" };
    behaviours.set(asked.sku, { ...mood, times: mood.times - 1 });
    return mood;
  }

  function later(asked: Asked, mood: Behaviour): void {
    const call = callBack(options, asked, mood).finally(() => calls.delete(call));
    calls.add(call);
  }

  await new Promise<void>((ready) => server.listen(options.port ?? 0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    effects,
    behave: (sku, behaviour) => void behaviours.set(sku, behaviour),
    settle: async () => void (await Promise.all(calls)),
    async close() {
      await Promise.all(calls);
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

type Answer = { readonly status: number; readonly body: unknown };

function say({ taskId, sku }: Asked, { mode, words }: Behaviour): Answer {
  if (mode === "unavailable") return { status: 503, body: { message: words ?? "Down for maintenance." } };
  if (mode === "refuse") return { status: 422, body: { message: words ?? "This cannot be provisioned." } };
  if (mode === "done") return { status: 200, body: { outcome: "done", proof: words ?? `${sku} is up` } };
  return { status: 202, body: { outcome: "accepted", reference: `SIM-${taskId.slice(-6).toUpperCase()}` } };
}

async function callBack(options: SimulatorOptions, asked: Asked, mood: Behaviour): Promise<void> {
  await new Promise((passed) => setTimeout(passed, mood.delayMs ?? 200));
  const { operatorId, supplierId, taskId, sku, callbackUrl } = asked;
  const body = JSON.stringify({
    operatorId,
    supplierId,
    taskId,
    outcome: "done",
    words: mood.words ?? `${sku} is up`,
  });
  const secret = secretOf(options.signingKey, operatorId, supplierId);
  const at = options.clock?.() ?? new Date();
  const headers = { "content-type": "application/json", ...signedHeaders(secret, `msg_${taskId}`, at, body) };
  for (let time = 0; time < (mood.mode === "twice" ? 2 : 1); time += 1)
    await deliver(callbackUrl, headers, body);
}

/** Tries a few times, as senders of webhooks do. */
async function deliver(url: string, headers: Record<string, string>, body: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answer = await fetch(url, { method: "POST", headers, body }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((passed) => setTimeout(passed, 200 * 2 ** attempt));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
