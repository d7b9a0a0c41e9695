import type { Database } from "@/server/access/scope";
import { env } from "@/server/env";
import { type OpenDatabase, openDatabase } from "./client";
import { refuseUnsafeRole } from "./role";

/**
 * Kept on the process, because a reload in development loads this module again and must not open another
 * pool.
 */
const kept = globalThis as typeof globalThis & {
  tributaryDatabase?: OpenDatabase;
  tributaryIdentity?: OpenDatabase;
};

/** The process's one pool, as the app's role. */
export function connection(): OpenDatabase {
  kept.tributaryDatabase ??= openDatabase(env().databaseUrl, { neonProxy: env().neonProxy });
  return kept.tributaryDatabase;
}

export function database(): Database {
  return connection().database;
}

/**
 * A few connections for what a call does to its own session. It holds one of the others meanwhile, and
 * ten such calls at once would otherwise wait for each other for ever.
 */
export function identityDatabase(): Database {
  kept.tributaryIdentity ??= openDatabase(env().databaseUrl, { max: 3, neonProxy: env().neonProxy });
  return kept.tributaryIdentity.database;
}

/**
 * Asked once when the server starts: nothing is served on a connection that row-level security would not
 * hold.
 */
export async function connectSafely(): Promise<Database> {
  await refuseUnsafeRole(database());
  return database();
}
