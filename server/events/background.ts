import { connectSafely } from "@/db/connection";
import { env } from "@/server/env";
import { startEvents } from "./start";

/**
 * Starts background work with the server and stops it with
 * the server, which gives it a few seconds to end a step.
 */
export async function startBackground(): Promise<void> {
  const { inngest, secrets, port } = env();
  const given = inngest.eventKey !== undefined || inngest.dev !== undefined;
  const live = startEvents({
    database: await connectSafely(),
    clock: () => new Date(),
    engine: given ? { kind: "inngest" } : { kind: "embedded", signingKey: secrets.signing },
    endpoint: `http://127.0.0.1:${port}/api/inngest`,
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void live.stop());
}
