import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PoolClient } from "pg";
import { openDatabase } from "./client";

export type AppRole = { readonly name: string; readonly password?: string };

export type Migrated = { readonly applied: readonly string[] };

type Migration = {
  readonly tag: string;
  readonly when: number;
  readonly text: string;
  readonly hash: string;
};

const groups = [
  ["tributary_app", "inherit true, set true"],
  ["tributary_identity", "inherit false, set true"],
  ["tributary_engine", "inherit false, set true"],
] as const;

/**
 * Brings the database up to the schema of this checkout, as its owner, and lets the app's role in.
 * One transaction under an advisory lock: two servers that start at once migrate once, and a failure leaves
 * nothing.
 */
export async function migrate(
  ownerUrl: string,
  role: AppRole,
  { folder = join(process.cwd(), "db/migrations"), neonProxy }: { folder?: string; neonProxy?: string } = {},
): Promise<Migrated> {
  const { pool, close } = openDatabase(ownerUrl, { max: 1, neonProxy });
  try {
    const client = await pool.connect();
    try {
      await client.query("begin; select pg_advisory_xact_lock(hashtextextended('tributary.migrate', 0))");
      await refuseOldServer(client);
      const applied = await applyMissing(client, readMigrations(folder));
      await letIn(client, role);
      await client.query("commit");
      return { applied };
    } finally {
      client.release(true); // Open or broken, the transaction ends with the connection.
    }
  } finally {
    await close();
  }
}

export function readMigrations(folder: string): Migration[] {
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
    readFileSync(join(folder, "meta/_journal.json"), "utf8"),
  );
  return journal.entries.map(({ tag, when }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), "utf8");
    return { tag, when, text, hash: createHash("sha256").update(text).digest("hex") };
  });
}

async function applyMissing(client: PoolClient, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(`create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations (
      id serial primary key, hash text not null, created_at bigint)`);
  const { rows } = await client.query<{ hash: string }>(
    "select hash from drizzle.__drizzle_migrations order by created_at",
  );
  const applied: string[] = [];
  for (const [index, { tag, when, text, hash }] of migrations.entries()) {
    const known = rows[index]?.hash;
    if (known === hash) continue;
    if (known)
      throw new Error(
        `The database was made by another version of ${tag}.sql, so it cannot be brought up to this one.`,
      );
    await client.query(text);
    await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
      hash,
      when,
    ]);
    applied.push(tag);
  }
  if (rows.length > migrations.length)
    throw new Error("The database was made by a later version of Tributary.");
  return applied;
}

async function letIn(client: PoolClient, { name, password }: AppRole): Promise<void> {
  const role = client.escapeIdentifier(name);
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  if (!rowCount && !password)
    throw new Error(`There is no role “${name}” in the database, and no password to make it with.`);
  if (!rowCount)
    await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  if (password) await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`);
  for (const [group, terms] of groups) await client.query(`grant ${group} to ${role} with ${terms}`);
}

/**
 * `grant … with inherit false, set true` came with 16: the app's role must not hold the narrow roles' rights
 * at rest.
 */
async function refuseOldServer(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name",
  );
  const server = rows[0];
  if (server && Number(server.number) < 160_000)
    throw new Error(`Tributary needs PostgreSQL 16 or later; this is ${server.name}.`);
}
