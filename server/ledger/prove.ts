import { sql } from "drizzle-orm";
import { ledgerEntry, ledgerTransaction } from "@/db/schema/ledger";
import type { Scope } from "@/server/access/scope";
import type { Currency } from "@/server/core/money/currency";
import { money, moneyText } from "@/server/core/money/money";

/** One thing that must be true of the books, and the first place where it is not. */
export type Proof = {
  readonly name: string;
  readonly holds: boolean;
  readonly checked: number;
  readonly sentence: string;
};

/**
 * Proves the books of one operator (F-11, the part that is about the books alone). Reads everything,
 * changes nothing.
 */
export async function proveBooks(scope: Scope): Promise<readonly Proof[]> {
  return [await proveTransactions(scope), await proveCurrencies(scope), await proveAccounts(scope)];
}

async function proveTransactions({ actor, db }: Scope): Promise<Proof> {
  const { rows } = await db.execute<{
    checked: string;
    event: string | null;
    amount: string;
    currency: Currency;
  }>(sql`
    with sums as (
      select event, currency, sum(amount) as amount from ${ledgerEntry}
      where operator_id = ${actor.operator} group by event, currency
    ) select (select count(*) from sums) as checked, event, amount, currency
    from (select 1) as always left join sums on amount <> 0 order by event limit 1`);
  const [found] = rows;
  const off = found?.event ? `${found.event} is off by ${text(found.amount, found.currency)}.` : null;
  return proof("Every transaction adds up to nothing in every currency", found?.checked, off);
}

async function proveCurrencies({ actor, db }: Scope): Promise<Proof> {
  const { rows } = await db.execute<{ amount: string; currency: Currency }>(sql`
    select currency, sum(amount) as amount from ${ledgerEntry}
    where operator_id = ${actor.operator} group by currency order by currency`);
  const found = rows.find(({ amount }) => BigInt(amount) !== 0n);
  const off = found ? `The books are off by ${text(found.amount, found.currency)}.` : null;
  return proof("Debits equal credits over all accounts", String(rows.length), off);
}

/**
 * What no booked transaction may lack: entries. The digest of one without any would promise amounts that
 * are gone.
 */
async function proveAccounts({ actor, db }: Scope): Promise<Proof> {
  const { rows } = await db.execute<{ checked: string; event: string | null }>(sql`
    with bare as (
      select event from ${ledgerTransaction} booked where operator_id = ${actor.operator} and not exists (
        select from ${ledgerEntry} entry
        where entry.operator_id = booked.operator_id and entry.event = booked.event
      )
    ) select event, (
      select count(*) from ${ledgerTransaction} where operator_id = ${actor.operator}
    ) as checked
    from (select 1) as always left join bare on true order by event limit 1`);
  const [found] = rows;
  const off = found?.event ? `${found.event} has no entries.` : null;
  return proof("Every transaction has its entries", found?.checked, off);
}

function proof(name: string, checked: string | undefined, off: string | null): Proof {
  return { name, holds: off === null, checked: Number(checked ?? "0"), sentence: off ?? "It holds." };
}

function text(amount: string, currency: Currency): string {
  return moneyText(money(BigInt(amount), currency));
}
