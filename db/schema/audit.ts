import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  index,
  jsonb,
  pgPolicy,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { app, at, id, operatorId, theirOperator } from "../columns";

function ofOperator(table: { readonly operatorId: AnyPgColumn }) {
  return sql`${theirOperator(table)} and current_setting('app.is_operator', true) = 'on'`;
}

/**
 * The record of every change: who, for whom, what, before and after. Everybody's changes are added, the
 * operator's people read them.
 */
export const auditEntry = app.table(
  "audit_entry",
  {
    operatorId: operatorId(),
    id: id<"audit">("id").notNull(),
    /** `stage.object.action`, e.g. `quote.version.accepted`. */
    code: text("code").notNull(),
    summary: text("summary").notNull(),
    actorId: id<"user">("actor_id"),
    actorName: text("actor_name").notNull(),
    actorPartyId: id<"party">("actor_party_id").notNull(),
    role: text("role").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    correlation: text("correlation").notNull(),
    happenedAt: at("happened_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    index("audit_entry_object").on(table.operatorId, table.objectKind, table.objectId),
    index("audit_entry_happened").on(table.operatorId, table.happenedAt),
    pgPolicy("seen", { for: "select", using: ofOperator(table) }),
    pgPolicy("added", {
      for: "insert",
      withCheck: sql`${theirOperator(table)} and ${table.actorPartyId} = current_setting('app.party', true)`,
    }),
  ],
);

/** Entries that wait for their seal; one leaves as it is sealed, seconds after it was committed. */
export const auditUnsealed = app.table(
  "audit_unsealed",
  {
    operatorId: operatorId(),
    entryId: id<"audit">("entry_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.entryId] }),
    pgPolicy("seen", { for: "select", using: ofOperator(table) }),
    pgPolicy("added", { for: "insert", withCheck: theirOperator(table) }),
    pgPolicy("changed", { for: "update", using: sql`${theirOperator(table)} and false` }),
    pgPolicy("removed", { for: "delete", using: ofOperator(table) }),
  ],
);

/** The chain of an operator's entries, in the order in which they were sealed. */
export const auditSeal = app.table(
  "audit_seal",
  {
    operatorId: operatorId(),
    sequence: bigint("sequence", { mode: "bigint" }).notNull(),
    entryId: id<"audit">("entry_id").notNull(),
    digest: text("digest").notNull(),
    hash: text("hash").notNull(),
    sealedAt: at("sealed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.sequence] }),
    unique("audit_seal_entry").on(table.operatorId, table.entryId),
    pgPolicy("seen", { for: "select", using: ofOperator(table) }),
    pgPolicy("added", { for: "insert", withCheck: ofOperator(table) }),
  ],
);

/** Where the chain stood at the end of a day (UTC): to be kept elsewhere as well. */
export const auditRoot = app.table(
  "audit_root",
  {
    operatorId: operatorId(),
    day: text("day").notNull(),
    sequence: bigint("sequence", { mode: "bigint" }).notNull(),
    hash: text("hash").notNull(),
    madeAt: at("made_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.day] }),
    pgPolicy("seen", { for: "select", using: ofOperator(table) }),
    pgPolicy("added", { for: "insert", withCheck: ofOperator(table) }),
  ],
);
