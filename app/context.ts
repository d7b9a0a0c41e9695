import "server-only";
import { database, identityDatabase } from "@/db/connection";
import type { Context } from "@/server/access/procedures";
import type { Session } from "@/server/access/session";

/** Everything a call of the API stands on. The clock is read here and nowhere below. */
export function contextOf(session: Session | null, headers: Headers): Context {
  return {
    actor: session?.actor ?? null,
    session,
    database: database(),
    identity: identityDatabase(),
    now: new Date(),
    correlation: correlationOf(headers),
  };
}

/** The name that a proxy gave the request, or a new one. */
function correlationOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given && /^[\w.-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}
