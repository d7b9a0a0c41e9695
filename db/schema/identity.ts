import { sql } from "drizzle-orm";
import { boolean, check, index, integer, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Role } from "@/server/access/actor";
import type { PartyKind } from "@/server/access/membership";
import { at, id, identity, operatorId, treePath } from "../columns";

/** A person who was invited. Nobody becomes one by signing in. */
export const user = identity.table(
  "user",
  {
    id: id<"user">("id").primaryKey(),
    /** In lower case; one person, one address. */
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    /** One of the demo's cast, who may be signed in from the sign-in page with one click. */
    demo: boolean("demo").notNull().default(false),
    createdAt: at("created_at").notNull(),
    verifiedAt: at("verified_at"),
    blockedAt: at("blocked_at"),
  },
  (row) => [check("email_is_lower_case", sql`${row.email} = lower(${row.email})`)],
);

/** Whom an identity provider knows a person as. Its tokens are not kept: we never act in its name. */
export const account = identity.table(
  "account",
  {
    provider: text("provider").notNull(),
    subject: text("subject").notNull(),
    userId: id<"user">("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    linkedAt: at("linked_at").notNull(),
  },
  (row) => [primaryKey({ columns: [row.provider, row.subject] }), index("account_user").on(row.userId)],
);

/**
 * What a person is at one organisation. The organisation's name, kind and place are copies that its events
 * keep true.
 */
export const membership = identity.table(
  "membership",
  {
    id: id<"membership">("id").primaryKey(),
    userId: id<"user">("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    operatorId: operatorId(),
    partyId: id<"party">("party_id").notNull(),
    path: treePath("path").notNull(),
    partyName: text("party_name").notNull(),
    partyKind: text("party_kind").$type<PartyKind>().notNull(),
    role: text("role").$type<Role>().notNull(),
    invitedAt: at("invited_at").notNull(),
    blockedAt: at("blocked_at"),
  },
  (row) => [
    unique("one_membership_a_party").on(row.userId, row.operatorId, row.partyId),
    index("membership_party").on(row.operatorId, row.partyId),
  ],
);

/** A browser that is signed in. Its token is in the browser's cookie; here is only the token's SHA-256. */
export const session = identity.table(
  "session",
  {
    id: id<"session">("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    userId: id<"user">("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** The membership it acts as. */
    membershipId: id<"membership">("membership_id")
      .notNull()
      .references(() => membership.id, { onDelete: "cascade" }),
    userAgent: text("user_agent").notNull(),
    ip: text("ip").notNull(),
    createdAt: at("created_at").notNull(),
    lastSeenAt: at("last_seen_at").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (row) => [index("session_user").on(row.userId), index("session_expires").on(row.expiresAt)],
);

/** A one-time link that was asked for; the row goes when the link is used. */
export const verificationToken = identity.table(
  "verification_token",
  {
    tokenHash: text("token_hash").primaryKey(),
    email: text("email").notNull(),
    createdAt: at("created_at").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (row) => [index("verification_token_expires").on(row.expiresAt)],
);

/** How often something was tried in a window of time; the key is a digest of what is limited and for whom. */
export const attempt = identity.table(
  "attempt",
  {
    key: text("key").notNull(),
    startedAt: at("started_at").notNull(),
    count: integer("count").notNull(),
  },
  (row) => [primaryKey({ columns: [row.key, row.startedAt] }), index("attempt_started").on(row.startedAt)],
);
