import { sql } from "drizzle-orm";
import { index, jsonb, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { ApprovalStatus, ApprovalSubject } from "@/server/approval/rules/vocabulary";
import { app, at, id, operatorId, priced } from "../columns";

/**
 * A question to somebody who may decide it. It pins a digest of what was asked; a change of that voids it.
 * Reasons and comments speak of prices, so a request is seen by the party that asked and by the operator
 * alone.
 */
export const approval = app.table(
  "approval",
  {
    operatorId: operatorId(),
    id: id<"approval">("id").notNull(),
    subjectKind: text("subject_kind").$type<ApprovalSubject>().notNull(),
    subjectId: text("subject_id").notNull(),
    subjectDigest: text("subject_digest").notNull(),
    policy: text("policy").notNull(),
    summary: text("summary").notNull(),
    reason: text("reason").notNull(),
    /** The few figures the question turns on, as they were when it was asked: exact numbers in text. */
    facts: jsonb("facts").$type<Readonly<Record<string, string>>>().notNull(),
    status: text("status").$type<ApprovalStatus>().notNull(),
    requestedBy: id<"user">("requested_by"),
    requestedByName: text("requested_by_name").notNull(),
    /** Whose people asked. */
    partyId: id<"party">("party_id").notNull(),
    requestedAt: at("requested_at").notNull(),
    decidedBy: id<"user">("decided_by"),
    decidedByName: text("decided_by_name"),
    decidedAt: at("decided_at"),
    comment: text("comment"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    index("approval_subject").on(table.operatorId, table.subjectKind, table.subjectId),
    index("approval_open").on(table.operatorId, table.status, table.requestedAt),
    uniqueIndex("approval_pending")
      .on(table.operatorId, table.subjectKind, table.subjectId)
      .where(sql`${table.status} = 'pending'`),
    ...priced(table, table.partyId),
  ],
);
