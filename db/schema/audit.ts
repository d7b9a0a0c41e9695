import { sql } from "drizzle-orm";
import { index, jsonb, pgPolicy, primaryKey, text } from "drizzle-orm/pg-core";
import { app, at, id, operatorId, theirOperator } from "../columns";

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
    pgPolicy("seen", {
      for: "select",
      using: sql`${theirOperator(table)} and current_setting('app.is_operator', true) = 'on'`,
    }),
    pgPolicy("added", {
      for: "insert",
      withCheck: sql`${theirOperator(table)} and ${table.actorPartyId} = current_setting('app.party', true)`,
    }),
  ],
);
