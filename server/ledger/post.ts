import { sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { ledgerEntry, ledgerTransaction } from "@/db/schema/ledger";
import type { Scope } from "@/server/access/scope";
import { canonicalJson, sha256Hex } from "@/server/core/digest";
import { Refusal } from "@/server/core/refusal";
import { expectFlow } from "./flows";
import type { Transaction } from "./posting";

/**
 * Writes transactions to the books, each once: posting the same event again with the same entries changes
 * nothing, with other entries it is refused. Set-based: three statements, whatever the number of
 * transactions.
 */
export async function post(scope: Scope, transactions: readonly Transaction[]): Promise<void> {
  const moving = transactions.filter(({ entries }) => entries.length > 0);
  if (moving.length === 0) return;
  moving.forEach(expectFlow);
  const posted = await addTransactions(scope, moving);
  const fresh = moving.filter(({ event }) => posted.has(event));
  await insertRows(scope.db, ledgerEntry, fresh.flatMap(rowsOf(scope)));
}

/** The digest of what a transaction moves; its description may be worded anew. */
export function digestOf({ event, entries }: Transaction): string {
  return sha256Hex(canonicalJson({ event, entries }));
}

async function addTransactions(scope: Scope, all: readonly Transaction[]): Promise<ReadonlySet<string>> {
  const { actor, db, now } = scope;
  const given = all.map((each) => ({
    event: each.event,
    digest: digestOf(each),
    description: each.description,
  }));
  const { rows } = await db.execute<{ event: string }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as (event text, digest text, description text)
    ), added as (
      insert into ${ledgerTransaction} (operator_id, event, digest, description, booked_at)
      select ${actor.operator}, event, digest, description, ${now.toISOString()}::timestamptz from given
      on conflict do nothing returning event
    ) select event from added`);
  const posted = new Set(rows.map(({ event }) => event));
  const known = given.filter(({ event }) => !posted.has(event));
  if (known.length > 0) await expectSame(scope, known);
  return posted;
}

async function expectSame(
  { actor, db }: Scope,
  known: readonly { readonly event: string; readonly digest: string }[],
): Promise<void> {
  const { rows } = await db.execute<{ event: string }>(sql`
    select given.event
    from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as given(event text, digest text)
    left join ${ledgerTransaction} booked on booked.operator_id = ${actor.operator}
      and booked.event = given.event and booked.digest = given.digest
    where booked.event is null limit 1`);
  const [other] = rows;
  if (other) throw new Refusal("CONFLICT", `The books already hold “${other.event}” with other amounts.`);
}

function rowsOf({ actor }: Scope) {
  return ({ event, entries }: Transaction) =>
    entries.map(({ account, amount }, index) => ({
      operatorId: actor.operator,
      event,
      number: index + 1,
      account: account.kind,
      ownerId: account.owner,
      amount: amount.minor,
      currency: amount.currency,
    }));
}
