import { and, asc, desc, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import { ledgerEntry, ledgerTransaction } from "@/db/schema/ledger";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { PartyId } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import { type Currency, isCurrency } from "@/server/core/money/currency";
import { type Money, money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import type { AccountList, AccountRef, EntryList, TransactionRef } from "./input";
import { type AccountKind, accountKinds } from "./posting";

const ours = ({ actor }: Scope) => eq(ledgerEntry.operatorId, actor.operator);
const whole = sql<bigint>`sum(${ledgerEntry.amount})`.mapWith(BigInt);
const debits =
  sql<bigint>`coalesce(sum(${ledgerEntry.amount}) filter (where ${ledgerEntry.amount} > 0), 0)`.mapWith(
    BigInt,
  );
const credits =
  sql<bigint>`coalesce(sum(-${ledgerEntry.amount}) filter (where ${ledgerEntry.amount} < 0), 0)`.mapWith(
    BigInt,
  );

/**
 * The trial balance: for every kind of account and currency what was debited, what was credited, and the
 * difference.
 */
export async function readTrialBalance(scope: Scope) {
  const rows = await scope.db
    .select({
      account: ledgerEntry.account,
      currency: ledgerEntry.currency,
      debits,
      credits,
      balance: whole,
      entries: sql<number>`count(*)::int`,
    })
    .from(ledgerEntry)
    .where(ours(scope))
    .groupBy(ledgerEntry.account, ledgerEntry.currency);
  const place = (kind: AccountKind) => accountKinds.indexOf(kind);
  return rows
    .map(({ account, currency, entries, ...amounts }) => ({
      account,
      currency,
      entries,
      debits: money(amounts.debits, currency),
      credits: money(amounts.credits, currency),
      balance: money(amounts.balance, currency),
    }))
    .sort(
      (left, right) =>
        left.currency.localeCompare(right.currency) || place(left.account) - place(right.account),
    );
}

/** What each owner has on each account; of one kind of account when asked, as settlement and payout do. */
export async function readBalances(
  scope: Scope,
  account: AccountKind,
): Promise<readonly { readonly ownerId: PartyId; readonly balance: Money }[]> {
  const rows = await scope.db
    .select({ ownerId: ledgerEntry.ownerId, currency: ledgerEntry.currency, balance: whole })
    .from(ledgerEntry)
    .where(and(ours(scope), eq(ledgerEntry.account, account)))
    .groupBy(ledgerEntry.ownerId, ledgerEntry.currency);
  return rows.map(({ ownerId, currency, balance }) => ({ ownerId, balance: money(balance, currency) }));
}

export async function listAccounts(scope: Scope, input: AccountList) {
  const wanted = and(ours(scope), ...matching(input));
  const grouped = scope.db
    .select({
      account: ledgerEntry.account,
      ownerId: ledgerEntry.ownerId,
      owner: party.name,
      currency: ledgerEntry.currency,
      balance: sql<bigint>`sum(${ledgerEntry.amount})`.mapWith(BigInt).as("balance"),
      entries: sql<number>`count(*)::int`.as("entries"),
      total: sql<number>`count(*) over ()::int`.as("total"),
    })
    .from(ledgerEntry)
    .innerJoin(party, and(eq(party.operatorId, ledgerEntry.operatorId), eq(party.id, ledgerEntry.ownerId)))
    .where(wanted)
    .groupBy(ledgerEntry.account, ledgerEntry.ownerId, party.name, ledgerEntry.currency);
  const found = await grouped
    .orderBy(
      direction(input)(sortOf[input.sort]),
      asc(ledgerEntry.account),
      asc(party.name),
      asc(ledgerEntry.currency),
    )
    .limit(input.size)
    .offset(offsetOf(input));
  const rows = found.map(({ total: _, balance, ...row }) => ({
    ...row,
    balance: money(balance, row.currency),
  }));
  return { rows, total: found[0]?.total ?? 0 } satisfies Page<(typeof rows)[number]>;
}

/** The entries of one account, newest first unless asked, each with the balance after it. */
export async function listEntries(scope: Scope, input: EntryList) {
  const { account, ownerId, currency } = input;
  const mine = and(
    ours(scope),
    eq(ledgerEntry.account, account),
    eq(ledgerEntry.ownerId, ownerId),
    eq(ledgerEntry.currency, currency),
  );
  const order = [ledgerTransaction.bookedAt, ledgerEntry.event, ledgerEntry.number] as const;
  const found = await scope.db
    .select({
      event: ledgerEntry.event,
      number: ledgerEntry.number,
      description: ledgerTransaction.description,
      bookedAt: ledgerTransaction.bookedAt,
      amount: ledgerEntry.amount,
      balance:
        sql<bigint>`sum(${ledgerEntry.amount}) over (order by ${sql.join([...order], sql`, `)})`.mapWith(
          BigInt,
        ),
      total: sql<number>`count(*) over ()::int`,
    })
    .from(ledgerEntry)
    .innerJoin(ledgerTransaction, joined)
    .where(mine)
    .orderBy(...order.map((column) => direction(input)(column)))
    .limit(input.size)
    .offset(offsetOf(input));
  const rows = found.map(({ total: _, amount, balance, ...row }) => ({
    ...row,
    amount: money(amount, currency),
    balance: money(balance, currency),
  }));
  return { rows, total: found[0]?.total ?? 0 } satisfies Page<(typeof rows)[number]>;
}

/** One account by its kind, owner and currency, with its balance. */
export async function readAccount(scope: Scope, { account, ownerId, currency }: AccountRef) {
  const [found] = await scope.db
    .select({ owner: party.name, balance: whole, entries: sql<number>`count(*)::int` })
    .from(ledgerEntry)
    .innerJoin(party, and(eq(party.operatorId, ledgerEntry.operatorId), eq(party.id, ledgerEntry.ownerId)))
    .where(
      and(
        ours(scope),
        eq(ledgerEntry.account, account),
        eq(ledgerEntry.ownerId, ownerId),
        eq(ledgerEntry.currency, currency),
      ),
    )
    .groupBy(party.name);
  if (!found) throw new Refusal("NOT_FOUND", "There is no such account in the books.");
  return {
    account,
    ownerId,
    currency,
    owner: found.owner,
    entries: found.entries,
    balance: money(found.balance, currency),
  };
}

/** One transaction with its entries, as it was booked. */
export async function readTransaction({ actor, db }: Scope, { event }: TransactionRef) {
  const [booked] = await db
    .select()
    .from(ledgerTransaction)
    .where(and(eq(ledgerTransaction.operatorId, actor.operator), eq(ledgerTransaction.event, event)));
  if (!booked) throw new Refusal("NOT_FOUND", "There is no such transaction in the books.");
  const found = await db
    .select({
      number: ledgerEntry.number,
      account: ledgerEntry.account,
      ownerId: ledgerEntry.ownerId,
      owner: party.name,
      amount: ledgerEntry.amount,
      currency: ledgerEntry.currency,
    })
    .from(ledgerEntry)
    .innerJoin(party, and(eq(party.operatorId, ledgerEntry.operatorId), eq(party.id, ledgerEntry.ownerId)))
    .where(and(eq(ledgerEntry.operatorId, actor.operator), eq(ledgerEntry.event, event)))
    .orderBy(asc(ledgerEntry.number));
  const entries = found.map(({ amount, ...entry }) => ({ ...entry, amount: money(amount, entry.currency) }));
  return {
    event,
    description: booked.description,
    bookedAt: booked.bookedAt,
    digest: booked.digest,
    entries,
  };
}

const joined = and(
  eq(ledgerTransaction.operatorId, ledgerEntry.operatorId),
  eq(ledgerTransaction.event, ledgerEntry.event),
);

const sortOf = {
  account: ledgerEntry.account,
  owner: party.name,
  currency: ledgerEntry.currency,
  balance: sql`balance`,
  entries: sql`entries`,
} as const;

function direction({ dir }: { readonly dir: "asc" | "desc" }) {
  return dir === "desc" ? desc : asc;
}

function matching({ q, filters }: AccountList): SQL[] {
  const kinds = filters.account?.filter((kind): kind is AccountKind =>
    accountKinds.some((known) => known === kind),
  );
  const currencies = filters.currency?.filter((text): text is Currency => isCurrency(text));
  return [
    q ? ilike(party.name, `%${q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
    kinds?.length ? inArray(ledgerEntry.account, kinds) : undefined,
    currencies?.length ? inArray(ledgerEntry.currency, currencies) : undefined,
  ].filter((condition) => condition !== undefined);
}
