import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, pgPolicy, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type {
  AgreementStatus,
  EdgeModel,
  PartyRole,
  PartyStatus,
  ShareDue,
} from "@/server/party/rules/vocabulary";
import {
  app,
  at,
  currency,
  id,
  inTheirSubtree,
  minorUnits,
  operatorId,
  ppm,
  priced,
  theirOperator,
  treePath,
  unpriced,
} from "../columns";

/**
 * Who there is. An operator is the root of its own tree: its party id and its operator id are one string.
 * `path` names the place in the tree (`/alpine/blue-harbor/`); `disclosed` parties (the operator, suppliers,
 * marketplaces) are known by name to the whole network, and everybody knows the parties above.
 */
export const party = app.table(
  "party",
  {
    operatorId: operatorId(),
    id: id<"party">("id").notNull(),
    parentId: id<"party">("parent_id"),
    path: treePath("path").notNull(),
    name: text("name").notNull(),
    kind: text("kind").$type<PartyRole>().notNull(),
    status: text("status").$type<PartyStatus>().notNull(),
    country: text("country").notNull(),
    timeZone: text("time_zone").notNull(),
    currency: currency().notNull(),
    disclosed: boolean("disclosed").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("party_path").on(table.operatorId, table.path),
    index("party_parent").on(table.operatorId, table.parentId),
    foreignKey({ columns: [table.operatorId, table.parentId], foreignColumns: [table.operatorId, table.id] }),
    pgPolicy("seen", {
      for: "select",
      using: sql`${theirOperator(table)} and (${inTheirSubtree(table.path)} or ${table.disclosed}
        or starts_with(current_setting('app.path_from', true), ${table.path}))`,
    }),
    pgPolicy("added", {
      for: "insert",
      withCheck: sql`${theirOperator(table)} and ${inTheirSubtree(table.path)}`,
    }),
    pgPolicy("changed", {
      for: "update",
      using: sql`${theirOperator(table)} and ${inTheirSubtree(table.path)}`,
      withCheck: sql`${theirOperator(table)} and ${inTheirSubtree(table.path)}`,
    }),
    pgPolicy("removed", {
      for: "delete",
      using: sql`${theirOperator(table)} and ${inTheirSubtree(table.path)}`,
    }),
  ],
);

/** The roles a party plays; `party.kind` is the one it joined for. */
export const partyRole = app.table(
  "party_role",
  {
    operatorId: operatorId(),
    partyId: id<"party">("party_id").notNull(),
    role: text("role").$type<PartyRole>().notNull(),
    validFrom: at("valid_from").notNull(),
    validTo: at("valid_to"),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.partyId, table.role, table.validFrom] }),
    ...unpriced(table),
  ],
);

/** What a document about the party must print. */
export const partyProfile = app.table(
  "party_profile",
  {
    operatorId: operatorId(),
    partyId: id<"party">("party_id").notNull(),
    legalName: text("legal_name").notNull(),
    taxId: text("tax_id"),
    street: text("street").notNull(),
    postcode: text("postcode").notNull(),
    city: text("city").notNull(),
    email: text("email").notNull(),
    ownerPath: treePath("owner_path").notNull(),
  },
  (table) => [primaryKey({ columns: [table.operatorId, table.partyId] }), ...unpriced(table)],
);

/** Where a party is paid. A change is a new row; the newest valid one counts. */
export const bankAccount = app.table(
  "bank_account",
  {
    operatorId: operatorId(),
    partyId: id<"party">("party_id").notNull(),
    holder: text("holder").notNull(),
    iban: text("iban").notNull(),
    bic: text("bic"),
    currency: currency().notNull(),
    validFrom: at("valid_from").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.partyId, table.validFrom] }),
    ...priced(table, table.partyId),
  ],
);

/** A relation of two parties that has terms. The terms are in its versions. */
export const agreement = app.table(
  "agreement",
  {
    operatorId: operatorId(),
    id: id<"agreement">("id").notNull(),
    parentId: id<"party">("parent_id").notNull(),
    childId: id<"party">("child_id").notNull(),
    name: text("name").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    index("agreement_child").on(table.operatorId, table.childId),
    unique("agreement_name").on(table.operatorId, table.parentId, table.childId, table.name),
    ...priced(table, table.parentId, table.childId),
  ],
);

/** Terms, immutable once active; a change is the next version. Rates are parts per million. */
export const agreementVersion = app.table(
  "agreement_version",
  {
    operatorId: operatorId(),
    id: id<"agreementVersion">("id").notNull(),
    agreementId: id<"agreement">("agreement_id").notNull(),
    number: integer("number").notNull(),
    status: text("status").$type<AgreementStatus>().notNull(),
    parentId: id<"party">("parent_id").notNull(),
    childId: id<"party">("child_id").notNull(),
    /** Share of the leg's net that a commission or agent edge pays the child. */
    commissionRate: ppm("commission_rate").notNull(),
    /** The discount on a customer's price that the child may give without asking. */
    discountBand: ppm("discount_band").notNull(),
    shareDue: text("share_due").$type<ShareDue>().notNull(),
    currency: currency().notNull(),
    minimumPayout: minorUnits("minimum_payout").notNull(),
    holdingDays: integer("holding_days").notNull(),
    withholdingRate: ppm("withholding_rate").notNull(),
    validFrom: at("valid_from").notNull(),
    validTo: at("valid_to"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    unique("agreement_version_number").on(table.operatorId, table.agreementId, table.number),
    foreignKey({
      columns: [table.operatorId, table.agreementId],
      foreignColumns: [agreement.operatorId, agreement.id],
    }),
    ...priced(table, table.parentId, table.childId),
  ],
);

/**
 * Parent and child in the tree, for one product family (`*` is every family) and a validity.
 * exclusion: no two edges of one child and family overlap in time.
 */
export const edge = app.table(
  "edge",
  {
    operatorId: operatorId(),
    id: id<"edge">("id").notNull(),
    parentId: id<"party">("parent_id").notNull(),
    childId: id<"party">("child_id").notNull(),
    family: text("family").notNull(),
    model: text("model").$type<EdgeModel>().notNull(),
    agreementId: id<"agreement">("agreement_id").notNull(),
    validFrom: at("valid_from").notNull(),
    validTo: at("valid_to"),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.id] }),
    index("edge_child").on(table.operatorId, table.childId),
    index("edge_parent").on(table.operatorId, table.parentId),
    foreignKey({ columns: [table.operatorId, table.parentId], foreignColumns: [party.operatorId, party.id] }),
    foreignKey({ columns: [table.operatorId, table.childId], foreignColumns: [party.operatorId, party.id] }),
    foreignKey({
      columns: [table.operatorId, table.agreementId],
      foreignColumns: [agreement.operatorId, agreement.id],
    }),
    ...priced(table, table.parentId, table.childId),
  ],
);

/**
 * The last number given out in a series of documents of one legal entity; gapless, so taken late and under
 * lock.
 */
export const numberSeries = app.table(
  "number_series",
  {
    operatorId: operatorId(),
    legalEntityId: id<"party">("legal_entity_id").notNull(),
    series: text("series").notNull(),
    last: minorUnits("last").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.legalEntityId, table.series] }),
    ...priced(table),
  ],
);
