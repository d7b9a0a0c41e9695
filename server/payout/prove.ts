import { sql } from "drizzle-orm";
import { invoiceLine } from "@/db/schema/invoice";
import { ledgerEntry } from "@/db/schema/ledger";
import { payout, payoutItem, statement, statementLine } from "@/db/schema/payout";
import { settlementLine, settlementRelease } from "@/db/schema/settlement";
import type { Scope } from "@/server/access/scope";
import { type Proof, proveBooks } from "@/server/ledger/prove";

/**
 * Everything that must be true before money moves (F-11). A proof that fails names the first place where
 * it does.
 */
export async function provePayouts(scope: Scope): Promise<readonly Proof[]> {
  const books = await proveBooks(scope);
  return [
    ...books,
    await prove(scope, "Every divided line adds up to its net", lines(scope)),
    await prove(scope, "No more is released than was earned", releases(scope)),
    await prove(scope, "Every payout is the sum of its lines", payouts(scope)),
    await prove(scope, "Every statement closes at opening plus its lines", statements(scope)),
    await prove(scope, "What the books owe each party is what its lines say", payables(scope)),
  ];
}

type Found = { readonly checked: string; readonly broken: string | null };

async function prove({ db }: Scope, name: string, query: ReturnType<typeof sql>): Promise<Proof> {
  const { rows } = await db.execute<Found>(query);
  const [found] = rows;
  const broken = found?.broken ?? null;
  return {
    name,
    holds: broken === null,
    checked: Number(found?.checked ?? "0"),
    sentence: broken ?? "It holds.",
  };
}

function lines({ actor }: Scope) {
  return sql`
    with divided as (
      select part.invoice_line_id as id, sum(part.amount) as amount from ${settlementLine} part
      where part.operator_id = ${actor.operator} group by 1
    ) select count(*)::text as checked,
      min('Invoice line ' || divided.id || ' is divided into ' || divided.amount
        || ', but its net is ' || line.net || '.')
        filter (where divided.amount <> line.net) as broken
    from divided join ${invoiceLine} line on line.operator_id = ${actor.operator} and line.id = divided.id`;
}

function releases({ actor }: Scope) {
  return sql`
    with released as (
      select settlement_line_id as id, sum(amount) as amount from ${settlementRelease}
      where operator_id = ${actor.operator} group by 1
    ) select count(*)::text as checked,
      min('Settlement line ' || part.id || ' released ' || released.amount || ' of ' || part.amount || '.')
        filter (where abs(released.amount) > abs(part.amount) or released.amount * part.amount < 0) as broken
    from released join ${settlementLine} part on part.operator_id = ${actor.operator}
      and part.id = released.id`;
}

function payouts({ actor }: Scope) {
  return sql`
    select count(*)::text as checked,
      min('Payout ' || paid.id || ' is ' || paid.gross || ', but its lines are '
        || coalesce(items.amount, 0) || '.')
        filter (where paid.gross <> coalesce(items.amount,
          0) or paid.net + paid.withheld <> paid.gross) as broken
    from ${payout} paid left join (
      select payout_id, sum(amount) as amount from ${payoutItem}
        where operator_id = ${actor.operator} group by 1
    ) items on items.payout_id = paid.id
    where paid.operator_id = ${actor.operator} and paid.status in ('pending', 'completed')`;
}

function statements({ actor }: Scope) {
  return sql`
    select count(*)::text as checked,
      min('Statement ' || told.number || ' closes at ' || told.closing || ', but opening and lines make '
        || told.opening + coalesce(items.amount, 0) || '.')
        filter (where told.closing <> told.opening + coalesce(items.amount, 0)) as broken
    from ${statement} told left join (
      select statement_id, sum(amount) as amount from ${statementLine}
        where operator_id = ${actor.operator} group by 1
    ) items on items.statement_id = told.id
    where told.operator_id = ${actor.operator}`;
}

/** Payable in the books (a credit) = released − paid out and carried out, for every party and currency. */
function payables({ actor }: Scope) {
  return sql`
    with due as (
      select party_id, currency, sum(amount) as amount from (
        select party_id, currency, amount from ${settlementRelease} where operator_id = ${actor.operator}
        union all
        select party_id, currency, -gross from ${payout} where operator_id = ${actor.operator}
          and status = 'completed'
      ) moves group by 1, 2
    ), booked as (
      select owner_id, currency, -sum(amount) as amount from ${ledgerEntry}
      where operator_id = ${actor.operator} and account = 'payable' group by 1, 2
    ) select count(*)::text as checked,
      min('The books owe ' || coalesce(due.party_id, booked.owner_id) || ' ' || coalesce(booked.amount, 0)
        || ' ' || coalesce(due.currency, booked.currency) || ', its lines say ' || coalesce(due.amount,
          0) || '.')
        filter (where coalesce(due.amount, 0) <> coalesce(booked.amount, 0)) as broken
    from due full join booked on booked.owner_id = due.party_id and booked.currency = due.currency`;
}
