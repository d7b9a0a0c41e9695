import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Actor } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import type { PersonName } from "@/server/demo/deal/people";
import { playYear } from "@/server/demo/year/play";
import type { World } from "@/server/demo/year/world";
import { env } from "@/server/env";
import { setEventContext } from "@/server/events/context";

export const now = new Date("2026-07-20T10:00:00Z");

/** A story of some months, played through the verbs, to be reported on. */
export type Told = {
  readonly server: TestDatabase;
  readonly world: World;
  as<Result>(person: PersonName | Actor, work: (scope: Scope) => Promise<Result>, at?: Date): Promise<Result>;
};

export async function tellStory(months: number): Promise<Told> {
  const server = await openTestDatabase();
  setEventContext({ database: server.database, clock: () => now });
  const world = await playYear(server.database, { now, months, signingKey: env().secrets.signing });
  return {
    server,
    world,
    as: (person, work, at = now) =>
      world.deal.as(typeof person === "string" ? world.deal.people[person] : person, work, at),
  };
}
