import type { Database } from "@/server/access/scope";
import { inScope } from "@/server/access/scope";
import { systemActor } from "@/server/access/system";
import type { Id, IdKind, OperatorId } from "@/server/core/ids";
import { prefixes } from "@/server/core/ids";
import type { EventFacts, EventName } from "./catalogue";
import { emit } from "./emit";

export const meridian = "opr_meridian" as string as OperatorId;
export const boreal = "opr_boreal" as string as OperatorId;

export const noon = new Date("2026-03-01T12:00:00Z");

export function later(start: Date, { seconds = 0, minutes = 0, hours = 0, days = 0 }): Date {
  return new Date(start.getTime() + 1000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days))));
}

export function ref<Kind extends IdKind>(kind: Kind, name: string): Id<Kind> {
  return `${prefixes[kind]}_${name}` as Id<Kind>;
}

/** Something happens, as a verb would say it. */
export async function happen<Name extends EventName>(
  database: Database,
  name: Name,
  facts: EventFacts<Name>,
  { at = noon, operator = meridian }: { readonly at?: Date; readonly operator?: OperatorId } = {},
): Promise<void> {
  const asking = { actor: systemActor(operator), now: at, correlation: "test" };
  await inScope(database, asking, (scope) => emit(scope, name, facts));
}

/** The engine's tables, for a test that begins with none of their rows. */
export const tables = ["outbox", "run", "step", "failure", "task", "schedule"].map(
  (name) => `engine.${name}`,
);
