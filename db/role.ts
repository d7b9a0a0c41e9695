import { sql } from "drizzle-orm";
import type { Database } from "@/server/access/scope";

type Standing = {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: string | null;
};

/** Stops the start when row-level security would not hold for the role that the app connects as. */
export async function refuseUnsafeRole(database: Database): Promise<void> {
  const { rows } = await database.execute<Standing>(sql`
    select role.rolname as name, role.rolsuper as superuser, role.rolbypassrls as bypasses,
      (select min(format('%I.%I', schema.nspname, class.relname))
       from pg_class class join pg_namespace schema on schema.oid = class.relnamespace
       where class.relkind in ('r', 'p') and schema.nspname in ('app', 'identity', 'engine', 'pgboss')
         and pg_has_role(role.oid, class.relowner, 'member')) as owns
    from pg_roles role where role.rolname = current_user`);
  const role = rows[0];
  const fault = role && faultOf(role);
  if (fault) {
    throw new Error(
      `DATABASE_URL connects as “${role.name}”, which ${fault}, so row-level security would not hold. ` +
        "Give this address as DATABASE_OWNER_URL instead, and in DATABASE_URL a role that owns nothing, " +
        "or leave it out.",
    );
  }
}

function faultOf({ superuser, bypasses, owns }: Standing): string | undefined {
  if (superuser) return "is a superuser";
  if (bypasses) return "may bypass row-level security";
  return owns ? `owns the table ${owns}` : undefined;
}
