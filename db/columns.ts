import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  customType,
  numeric,
  pgPolicy,
  pgSchema,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { Id, IdKind, OperatorId } from "@/server/core/ids";
import type { Currency } from "@/server/core/money/currency";

/** The business: every table has an operator, forced row-level security and a policy. */
export const app = pgSchema("app");
/** Users, sessions, tokens, memberships: reached only as the role `tributary_identity`. */
export const identity = pgSchema("identity");
/** Outbox and runner: reached only as the role `tributary_engine`; the app's role may add to the outbox. */
export const engine = pgSchema("engine");

export const id = <Kind extends IdKind>(name: string) => text(name).$type<Id<Kind>>();
export const operatorId = () => text("operator_id").$type<OperatorId>().notNull();
/** An amount in minor units. */
export const minorUnits = (name: string) => bigint(name, { mode: "bigint" });
/** A rate in parts per million. */
export const ppm = (name: string) => bigint(name, { mode: "bigint" });
export const currency = (name = "currency") => text(name).$type<Currency>();
export const at = (name: string) => timestamp(name, { withTimezone: true });
/** An exact unit price, as text in code (core/decimal reads it). */
export const unitPrice = (name: string) => numeric(name, { precision: 38, scale: 12 });
/** An exact quantity, as text in code (core/decimal reads it). */
export const quantity = (name: string) => numeric(name, { precision: 38, scale: 15 });

/** A place in the tree, compared byte by byte so that a subtree is a range of an index. */
export const treePath = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

type Row = { readonly operatorId: AnyPgColumn };

const isOperator = sql`current_setting('app.is_operator', true) = 'on'`;

export function theirOperator(row: Row): SQL {
  return sql`${row.operatorId} = current_setting('app.operator_id', true)`;
}

export function isTheirParty(column: AnyPgColumn): SQL {
  return sql`${column} = current_setting('app.party', true)`;
}

export function inTheirSubtree(path: AnyPgColumn): SQL {
  return sql`(${path} >= current_setting('app.path_from', true)
    and ${path} < current_setting('app.path_to', true))`;
}

const policies = (seen: SQL, written: SQL) => [
  pgPolicy("seen", { for: "select", using: seen }),
  pgPolicy("added", { for: "insert", withCheck: written }),
  pgPolicy("changed", { for: "update", using: written, withCheck: written }),
  pgPolicy("removed", { for: "delete", using: written }),
];

/**
 * Priced rows: seen by the parties these columns name and by the operator's people; written by the operator's
 * side alone.
 */
export const priced = (row: Row, ...parties: AnyPgColumn[]) =>
  policies(
    sql`${theirOperator(row)} and (${sql.join([isOperator, ...parties.map(isTheirParty)], sql` or `)})`,
    sql`${theirOperator(row)} and ${isOperator}`,
  );

/**
 * Unpriced rows: seen and written by the owner and whoever stands above it; also by the parties that these
 * columns name.
 */
export const unpriced = (row: Row & { readonly ownerPath: AnyPgColumn }, ...parties: AnyPgColumn[]) => {
  const theirs = sql`${theirOperator(row)} and (${sql.join(
    [inTheirSubtree(row.ownerPath), ...parties.map(isTheirParty)],
    sql` or `,
  )})`;
  return policies(theirs, theirs);
};

/** Reference rows: everybody in the operator's network may read them, the operator's people write them. */
export const shared = (row: Row) =>
  policies(theirOperator(row), sql`${theirOperator(row)} and ${isOperator}`);

/** Reference rows with a draft: the network sees them once they are published. */
export const published = (row: Row & { readonly publishedAt: AnyPgColumn }) =>
  policies(
    sql`${theirOperator(row)} and (${isOperator} or ${row.publishedAt} is not null)`,
    sql`${theirOperator(row)} and ${isOperator}`,
  );

type Leg = Row & {
  readonly kind: AnyPgColumn;
  readonly sellerId: AnyPgColumn;
  readonly buyerId: AnyPgColumn;
  readonly payerId: AnyPgColumn;
  readonly payeeId: AnyPgColumn;
};

/**
 * Legs: a sale is seen by the seller and the buyer of record; a share repeats the price it is based on
 * and is seen by who pays and who earns it.
 */
export const leg = (row: Leg) =>
  policies(
    sql`${theirOperator(row)} and (${isOperator}
      or (${row.kind} = 'sale' and (${isTheirParty(row.sellerId)} or ${isTheirParty(row.buyerId)}))
      or ${isTheirParty(row.payerId)} or ${isTheirParty(row.payeeId)})`,
    sql`${theirOperator(row)} and ${isOperator}`,
  );

/** Rows of the operator's own people. */
export const operatorOnly = (row: Row) => priced(row);
