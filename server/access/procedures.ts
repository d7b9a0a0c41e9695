import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { Refusal, type RefusalCode } from "@/server/core/refusal";
import type { Actor } from "./actor";
import { may, type Permission } from "./permissions";
import { type Database, inScope } from "./scope";
import type { Session } from "./session";

export type Context = {
  readonly actor: Actor | null;
  readonly database: Database;
  readonly now: Date;
  readonly correlation: string;
  /** The browser's session, when the actor is a person at a screen. */
  readonly session?: Session | null | undefined;
  /** Connections for sessions alone: while a call waits for one it already holds one of `database`. */
  readonly identity?: Database | undefined;
  /**
   * What the storage kept of an upload, set by the route that took it in and by nobody who calls from
   * outside.
   */
  readonly upload?: Upload | undefined;
};

export type Upload = { readonly storageKey: string; readonly digest: string; readonly bytes: bigint };

const t = initTRPC.context<Context>().meta<{ permission: Permission }>().create({ transformer: superjson });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** A procedure for those who may. There is no procedure that asks for less than a permission. */
export function can(permission: Permission) {
  return t.procedure.meta({ permission }).use(async ({ ctx, next }) => {
    const { actor, database, now, correlation } = ctx;
    if (!actor) throw new TRPCError({ code: "UNAUTHORIZED", message: "Please sign in first." });
    if (!may(actor, permission)) {
      throw new TRPCError({ code: "FORBIDDEN", message: `Your role does not include “${permission}”.` });
    }
    try {
      return await inScope(database, { actor, now, correlation }, async (scope) => {
        const result = await next({ ctx: { scope } });
        if (!result.ok) throw result.error; // tRPC returns errors; only a throw rolls back.
        return result;
      });
    } catch (error) {
      throw told(error);
    }
  });
}

const codes = {
  NOT_FOUND: "NOT_FOUND",
  NOT_ALLOWED: "FORBIDDEN",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
} as const satisfies Record<RefusalCode, TRPCError["code"]>;

/** A refusal is told to the caller in its own words; anything else keeps its secrets. */
function told(error: unknown): TRPCError {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof Refusal)
    return new TRPCError({ code: codes[cause.code], message: cause.message, cause });
  if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return error;
  return new TRPCError({
    code: "INTERNAL_SERVER_ERROR",
    message: "Something went wrong. Nothing was changed.",
    cause,
  });
}
