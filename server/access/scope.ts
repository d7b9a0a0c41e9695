import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { escapeLiteral } from "pg";
import { begin } from "@/db/client";
import { type Actor, isOperator } from "./actor";

/** A connection, or a transaction on one; the same queries run on `pg` and on Neon's driver. */
export type Database = Pick<
  NodePgDatabase,
  | "select"
  | "selectDistinct"
  | "selectDistinctOn"
  | "insert"
  | "update"
  | "delete"
  | "execute"
  | "transaction"
  | "with"
  | "$with"
  | "$count"
>;

/** What every verb is handed: who is asking, when it is, and a transaction that sees only theirs. */
export type Scope = {
  readonly actor: Actor;
  readonly now: Date;
  readonly db: Database;
  /** Ties together everything that one request or job step did. */
  readonly correlation: string;
};

export type Asking = { readonly actor: Actor; readonly now: Date; readonly correlation: string };

/**
 * The only way to reach business rows. Row-level security reads the settings below, and they
 * end with the transaction, so a pooled connection never carries one party's sight to another.
 */
export function inScope<Result>(
  database: Database,
  { actor, now, correlation }: Asking,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  return begin(database, sight(actor), (db) => work({ actor, now, db, correlation }));
}

/**
 * Lets one deciding step of a verb see what its caller may not, such as the prices of the other
 * tiers of a chain. The caller's sight is back when `work` ends. What comes out must not carry a
 * figure of another edge; `elevated.test.ts` keeps the list of the files that may call it.
 */
export async function elevated<Result>(
  scope: Scope,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  if (isOperator(scope.actor)) return work(scope);
  const actor: Actor = { ...scope.actor, role: "system", path: "/" };
  const lower = () => scope.db.execute(sight(scope.actor));
  await scope.db.execute(sight(actor));
  let result: Result;
  try {
    result = await work({ ...scope, actor });
  } catch (error) {
    // After a failed statement the transaction is over, and its settings with it; after a refusal it may go
    // on.
    await lower().catch(() => undefined);
    throw error;
  }
  await lower();
  return result;
}

function sight(actor: Actor): string {
  const operator = isOperator(actor);
  const from = operator ? "/" : actor.path;
  // Paths end in "/", and "0" is the next character: [path, path with its last "/" as "0") is the subtree.
  const to = `${from.slice(0, -1)}0`;
  const settings = {
    operator_id: actor.operator,
    party: actor.party,
    is_operator: operator ? "on" : "off",
    path_from: from,
    path_to: to,
  };
  const each = Object.entries(settings).map(
    ([name, value]) => `set_config('app.${name}', ${escapeLiteral(value)}, true)`,
  );
  return `select ${each.join(", ")}`;
}
