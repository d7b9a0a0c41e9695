import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "./test-database";

/** The one list of append-only tables, as the migration has it. */
const guards = readFileSync(join(process.cwd(), "db/migrations/0002_guards.sql"), "utf8");
const [, list = ""] = /engine\.append_only\(\).*?array\[(.*?)\]/s.exec(guards) ?? [];
const appendOnly = [...list.matchAll(/'(\w+)'/g)].map(([, name = ""]) => name);

let world: TestDatabase;
beforeAll(async () => {
  world = await openTestDatabase();
});
afterAll(() => world.close());

describe("every table of the business", () => {
  test("has an operator, and its key begins with it, or contains it where rows are many", async () => {
    const faults = await names(
      world.owner,
      `select relname as name from pg_class where ${ofApp} and not exists (
         select from pg_index key
         join pg_attribute first on first.attrelid = key.indrelid and first.attnum = key.indkey[0]
         where key.indrelid = pg_class.oid and key.indisprimary
           and first.attname = 'operator_id' and first.attnotnull)`,
    );
    // Rows of usage are placed by their own key first, which takes fewer comparisons a row.
    expect(faults, "no operator_id at the head of the primary key").toEqual(["usage_event"]);
    const elsewhere = await names(
      world.owner,
      `select relname as name from pg_class where ${ofApp} and not exists (
         select from pg_index key
         join pg_attribute part on part.attrelid = key.indrelid and part.attnum = any(key.indkey)
         where key.indrelid = pg_class.oid and key.indisprimary
           and part.attname = 'operator_id' and part.attnotnull)`,
    );
    expect(elsewhere, "no operator_id in the primary key").toEqual([]);
  });

  test("forces row-level security, on its owner too", async () => {
    const open = `select relname as name from pg_class
      where ${ofApp} and not (relrowsecurity and relforcerowsecurity)`;
    expect(await names(world.owner, open), "call engine.guard() in a custom migration").toEqual([]);
  });

  test("has a policy for each thing that may be done to it", async () => {
    const { rows } = await world.owner.query<{ name: string; policies: string[] }>(
      `select relname as name, array(
         select polname || ' for ' || case polcmd when 'r' then 'select' when 'a' then 'insert'
         when 'w' then 'update' when 'd' then 'delete' else 'all' end
         from pg_policy where polrelid = pg_class.oid order by polname)::text[] as policies
       from pg_class where ${ofApp} order by relname`,
    );
    const whole = ["added for insert", "changed for update", "removed for delete", "seen for select"];
    const short = ["added for insert", "seen for select"];
    const faults = rows.filter(
      ({ name, policies }) =>
        policies.join() !== whole.join() && !(appendOnly.includes(name) && policies.join() === short.join()),
    );
    expect(faults, "see priced, unpriced, shared and operatorOnly in db/columns.ts").toEqual([]);
  });

  test("compares its operator in every policy, and calls nothing but settings", async () => {
    const { rows } = await world.owner.query<{ name: string; policy: string; clause: string }>(
      `select tablename as name, policyname as policy, concat_ws(' and ', qual, with_check) as clause
       from pg_policies where schemaname = 'app'`,
    );
    const blind = rows.filter(
      ({ clause }) => !clause.includes("operator_id = current_setting('app.operator_id'"),
    );
    const slow = rows.filter(
      ({ clause }) => /\bselect\b|\bany\s*\(/i.test(clause) || calls(clause).length > 0,
    );
    expect({ blind, slow }).toEqual({ blind: [], slow: [] });
  });

  test("is open to the app's role as far as it should be, and to no other", async () => {
    const { rows } = await world.owner.query<{ name: string; grants: string[] }>(
      `select relname as name, array(select grantee || ' ' || lower(privilege_type)
         from information_schema.role_table_grants
         where table_schema = 'app' and table_name = relname and grantee <> 'postgres'
         order by 1)::text[] as grants
       from pg_class where ${ofApp} order by relname`,
    );
    const all = ["delete", "insert", "select", "update"];
    const wanted = rows.map(({ name }) => ({
      name,
      grants: (appendOnly.includes(name) ? ["insert", "select"] : all).map((verb) => `tributary_app ${verb}`),
    }));
    expect(rows).toEqual(wanted);
  });

  test("goes to another schema than identity and engine, which have no operator to see by", async () => {
    const schemas = await names(
      world.owner,
      `select distinct nspname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where relkind in ('r', 'p') and nspname not like 'pg\\_%' and nspname <> 'information_schema'
       order by 1`,
    );
    expect(schemas).toEqual(["app", "drizzle", "engine", "identity", "pgboss"]);
  });
});

describe("an append-only table", () => {
  test("exists, for each name in the list", async () => {
    const present = await names(world.owner, `select relname as name from pg_class where ${ofApp}`);
    expect(appendOnly.filter((name) => !present.includes(name))).toEqual([]);
    expect(appendOnly).toEqual(expect.arrayContaining(["audit_entry", "ledger_entry", "usage_event"]));
  });

  test.each(appendOnly)("%s refuses a change, even of its owner", async (name) => {
    for (const change of [
      `update app.${name} set operator_id = ''`,
      `delete from app.${name}`,
      `truncate app.${name} cascade`,
    ]) {
      await expect(world.owner.query(change)).rejects.toThrow(/is append-only: a correction is a new row/);
    }
  });
});

describe("the app's role", () => {
  test("owns nothing, is no superuser, and makes nothing", async () => {
    const { rows } = await world.database.execute(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         has_database_privilege(current_database(), 'create') as adds,
         has_schema_privilege('app', 'create') as adds_to_app,
         has_schema_privilege('public', 'create') as adds_to_public,
         (select count(*) from pg_shdepend where refobjid = pg_roles.oid and deptype = 'o') as owned
       from pg_roles where rolname = current_user`,
    );
    const no = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      adds: false,
    };
    expect(rows).toEqual([{ ...no, adds_to_app: false, adds_to_public: false, owned: "0" }]);
  });

  test("reaches of the narrow schemas only the writing of an event", async () => {
    const { rows } = await world.database.execute(
      `select table_schema || '.' || table_name || ' ' || lower(privilege_type) as grant
       from information_schema.table_privileges
       where table_schema in ('engine', 'identity', 'pgboss', 'drizzle')
         and grantee in ('tributary_app', current_user, 'PUBLIC')`,
    );
    expect(rows).toEqual([{ grant: "engine.outbox insert" }]);
  });

  test("cannot call the owner's procedures", async () => {
    for (const call of ["call engine.guard()", "select pgboss.create_queue('x', '{}')"]) {
      await expect(world.database.execute(call)).rejects.toMatchObject({
        cause: { message: expect.stringContaining("permission denied") },
      });
    }
  });
});

describe("functions that run as their owner", () => {
  test("pin where names are looked up", async () => {
    const loose = `select proname as name from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where prosecdef and nspname not like 'pg\\_%'
        and not coalesce(array_to_string(proconfig, ' ') like '%search_path=%', false)`;
    expect(await names(world.owner, loose)).toEqual([]);
  });
});

const ofApp = "relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and not relispartition";

async function names(pool: Pool, query: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

/** Functions a policy calls, other than the two that are read as part of the plan. */
function calls(clause: string): string[] {
  const found = [...clause.matchAll(/\b([a-z_]+)\(/g)].map(([, name = ""]) => name);
  return found.filter((name) => !["current_setting", "starts_with"].includes(name));
}
