import { and, eq } from "drizzle-orm";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { Refusal } from "@/server/core/refusal";

/** The asker's organisation, as its Today page needs it: the months are those where it lives. */
export async function readHome({ actor, db }: Scope) {
  const [home] = await db
    .select({ name: party.name, kind: party.kind, timeZone: party.timeZone, currency: party.currency })
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), eq(party.id, actor.party)));
  if (!home) throw new Refusal("NOT_FOUND", "Your organisation is not in this network.");
  return home;
}

export type Home = Awaited<ReturnType<typeof readHome>>;
