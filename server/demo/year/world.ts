import type { Actor } from "@/server/access/actor";
import type { Database, Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import type { SupplierSimulator } from "@/server/integrations/supplier/simulator";
import { drain } from "@/server/jobs";
import type { Deal } from "../fixture";

const day = 86_400_000;

/**
 * The story's stage: the network, the suppliers' systems, and the feed through which Nimbus tells what was
 * used.
 */
export type World = {
  readonly database: Database;
  readonly deal: Deal;
  readonly simulator: SupplierSimulator;
  readonly source: Id<"usageSource">;
  /** The first instant of the story's first month, in UTC. */
  readonly begin: Date;
  /** Nimbus's accounts, by the subscription that each is. */
  readonly accounts: Map<string, string>;
};

/** So many days and hours into a month of the story, counted from nought. */
export function instant({ begin }: Pick<World, "begin">, month: number, dayOfMonth: number, hour = 9): Date {
  const first = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + month, 1);
  return new Date(first + (dayOfMonth - 1) * day + hour * 3_600_000);
}

/** Somebody of the cast does something at an instant, and everything runs that follows from it. */
export async function act<Result>(
  { database, deal }: World,
  actor: Actor,
  at: Date,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  const result = await deal.as(actor, work, at);
  await drain(database, at);
  return result;
}
