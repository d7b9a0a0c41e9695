import { neonConfig, Pool as PoolOfNeon } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/node-postgres";
import { NodePgSession, NodePgTransaction } from "drizzle-orm/node-postgres/session";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import ws from "ws";
import type { Database } from "@/server/access/scope";
import { invariant } from "@/server/core/invariant";

export type OpenDatabase = {
  readonly database: Database;
  /** For what needs a connection of its own: COPY, LISTEN, migrations. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

export type Options = {
  /** How many connections at most. */
  readonly max?: number;
  /** `host:port/path` of a WebSocket-to-TCP proxy that stands in for Neon's own; spoken to without TLS. */
  readonly neonProxy?: string | undefined;
};

/** Drizzle asks for the class's name before it takes a pool for one, and Neon's is minified. */
class NeonPool extends PoolOfNeon {}

const dialect = new PgDialect();
/** A server bundles this file more than once; all copies know every pool. */
const shared = globalThis as typeof globalThis & { tributaryPools?: WeakMap<Database, pg.Pool> };
shared.tributaryPools ??= new WeakMap();
const pools = shared.tributaryPools;
const clients = new WeakMap<Database, pg.PoolClient>();

/**
 * Opens a pool: Neon's driver for a Neon host (or a proxy in its place), `pg` for any other `postgres://`
 * address.
 */
export function openDatabase(url: string, { max = 10, neonProxy }: Options = {}): OpenDatabase {
  const pool = neonProxy || isNeon(url) ? openNeon(url, max, neonProxy) : openPg(url, max);
  // A connection that breaks fails the query on it, or the next one; as an event it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const database: Database = drizzle(pool);
  pools.set(database, pool);
  return { database, pool, close: () => pool.end() };
}

export function isNeon(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname.endsWith(".neon.tech");
}

/**
 * Begins a transaction whose first statements travel with `begin`, so that arming it costs no trip of its
 * own.
 */
export async function begin<Result>(
  database: Database,
  opening: string,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const pool = pools.get(database);
  if (!pool) {
    return database.transaction(async (db) => {
      await db.execute(opening);
      return work(db);
    });
  }
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin; ${opening}`);
    const session = new NodePgSession<Record<string, never>, Record<string, never>>(
      client,
      dialect,
      undefined,
    );
    const db: Database = new NodePgTransaction(dialect, session, undefined);
    if (client instanceof pg.Client) clients.set(db, client);
    const result = await work(db);
    const { command } = await client.query("commit");
    if (command !== "COMMIT") throw new Error("A statement failed and was passed over; nothing was kept.");
    return result;
  } catch (error) {
    await client.query("rollback").catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * The connection of a transaction that `begin` began, for COPY; none inside a savepoint, and none on Neon's
 * driver, whose WebSocket has no stream that COPY could write to.
 */
export function clientOf(db: Database): pg.PoolClient | undefined {
  return clients.get(db);
}

export type NarrowRole = "tributary_identity" | "tributary_engine";

/**
 * The only way to the schemas `identity` and `engine`: a transaction of its own, in the one role that may.
 */
export function inRole<Result>(
  database: Database,
  role: NarrowRole,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  invariant(
    pools.has(database),
    "A narrow role begins its own transaction; inside another it would outlive its work.",
  );
  return begin(database, `set local role ${role}`, work);
}

function openPg(url: string, max: number): pg.Pool {
  return new pg.Pool({ connectionString: url, max, application_name: "tributary", keepAlive: true });
}

function openNeon(url: string, max: number, proxy?: string): pg.Pool {
  neonConfig.webSocketConstructor = ws;
  if (proxy) {
    neonConfig.wsProxy = proxy;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineConnect = false;
  }
  const pool: unknown = new NeonPool({ connectionString: url, max, application_name: "tributary" });
  return pool as pg.Pool; // It is one but for the type of `options.stream`, which nobody reads.
}
