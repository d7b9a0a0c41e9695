import { z } from "zod";
import { inRole } from "@/db/client";
import { outbox } from "@/db/schema/engine";
import type { OperatorId } from "@/server/core/ids";
import { newId } from "@/server/core/ids";
import { eventContext, eventEngine } from "./context";

/**
 * What the SDK calls to send the events of a step. With Inngest they go to Inngest. Embedded, they
 * go to the outbox, where an event that is already there is not written twice.
 */
export async function keepOrSend(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  if (eventEngine().kind === "inngest") return fetch(input, init);
  const url = new URL(input instanceof Request ? input.url : input);
  if (!url.pathname.startsWith("/e/")) {
    return Response.json(
      { error: `The embedded engine does not answer ${url.pathname}.`, status: 501 },
      { status: 501 },
    );
  }
  const sent = SentEvents.safeParse(JSON.parse(String(init?.body)));
  if (!sent.success)
    return Response.json({ ids: [], status: 400, error: z.prettifyError(sent.error) }, { status: 400 });
  return Response.json({ ids: await keep(sent.data), status: 200 });
}

const SentEvents = z.array(
  z.object({
    id: z.string().optional(),
    name: z.string().min(1),
    data: z.looseObject({ operatorId: z.custom<OperatorId>((value) => typeof value === "string") }),
  }),
);

async function keep(events: z.infer<typeof SentEvents>): Promise<string[]> {
  const { database, clock } = eventContext();
  const now = clock();
  const rows = events.map(({ id, name, data }) => {
    const named = id ?? newId("event", now);
    const actor = { user: null, name: "Tributary", party: null, role: "system" as const };
    return { id: named, name, operatorId: data.operatorId, data, occurredAt: now, correlation: named, actor };
  });
  await inRole(database, "tributary_engine", (db) => db.insert(outbox).values(rows).onConflictDoNothing());
  return rows.map(({ id }) => id);
}
