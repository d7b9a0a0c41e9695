import { foreignKey, index, integer, primaryKey, text } from "drizzle-orm/pg-core";
import type { AccountKind } from "@/server/ledger/posting";
import { app, at, currency, id, minorUnits, operatorId, priced } from "../columns";

/** One event's effect on the books. Posting the same event again with the same entries changes nothing. */
export const ledgerTransaction = app.table(
  "ledger_transaction",
  {
    operatorId: operatorId(),
    /** E.g. `invoice.issued:inv_…`; the key that makes posting idempotent. */
    event: text("event").notNull(),
    digest: text("digest").notNull(),
    description: text("description").notNull(),
    bookedAt: at("booked_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.event] }),
    index("ledger_transaction_booked").on(table.operatorId, table.bookedAt),
    ...priced(table),
  ],
);

/**
 * Positive debits the account, negative credits it; every transaction adds up to nothing in every
 * currency.
 */
export const ledgerEntry = app.table(
  "ledger_entry",
  {
    operatorId: operatorId(),
    event: text("event").notNull(),
    number: integer("number").notNull(),
    account: text("account").$type<AccountKind>().notNull(),
    ownerId: id<"party">("owner_id").notNull(),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.operatorId, table.event, table.number] }),
    index("ledger_entry_account").on(table.operatorId, table.account, table.ownerId, table.currency),
    foreignKey({
      columns: [table.operatorId, table.event],
      foreignColumns: [ledgerTransaction.operatorId, ledgerTransaction.event],
    }),
    ...priced(table, table.ownerId),
  ],
);
