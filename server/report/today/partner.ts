import { sql } from "drizzle-orm";
import { fulfilmentTask } from "@/db/schema/activation";
import { approval } from "@/db/schema/approval";
import { order } from "@/db/schema/order";
import { party } from "@/db/schema/party";
import { statement } from "@/db/schema/payout";
import { quote, quoteVersion } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import type { Job } from "../rules/job";
import { few } from "./words";

type QuoteRow = {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly customer: string;
  readonly valid_until: string;
  readonly since: string;
  readonly decided: string | null;
  readonly comment: string | null;
};

/**
 * Own quotes that wait for somebody here: to be sent, answered, or worked over because they were sent back.
 */
export async function quotesWaiting({ actor, db, now }: Scope): Promise<readonly Job[]> {
  const soon = new Date(now.getTime() + 7 * 86_400_000);
  const { rows } = await db.execute<QuoteRow>(sql`
    select deal.id, deal.number, one.status, coalesce(who.name, 'a customer') as customer, one.valid_until,
      coalesce(one.sent_at, one.approved_at, asked.decided_at, one.created_at) as since,
      asked.status as decided, asked.comment
    from ${quoteVersion} one
    join ${quote} deal on deal.operator_id = one.operator_id and deal.id = one.quote_id
    left join ${party} who on who.operator_id = one.operator_id and who.id = deal.customer_id
    left join ${approval} asked on asked.operator_id = one.operator_id and asked.id = one.approval_id
    where one.operator_id = ${actor.operator} and deal.partner_id = ${actor.party} and (
      (one.status = 'approved' and one.valid_until > ${now.toISOString()})
      or (one.status = 'sent' and one.valid_until > ${now.toISOString()}
        and one.valid_until < ${soon.toISOString()})
      or (one.status = 'draft' and asked.status in ('sent_back', 'rejected')))
    order by one.valid_until limit ${few * 2}`);
  return rows.map(quoteJob);
}

function quoteJob(row: QuoteRow): Job {
  const href = `/partner/quotes/${row.id}`;
  const base = { id: row.id, kind: "quote", amount: null, href } as const;
  const until = `Valid until ${row.valid_until.slice(0, 10)}.`;
  if (row.status === "draft") {
    return {
      ...base,
      title: `${row.number} for ${row.customer} was ${row.decided === "rejected" ? "refused" : "sent back"}`,
      detail: row.comment ?? "",
      since: new Date(row.since),
      tone: "warn",
      action: "Change it",
    };
  }
  if (row.status === "approved") {
    const title = `${row.number} for ${row.customer} can be sent`;
    return { ...base, title, detail: until, since: new Date(row.since), tone: "warn", action: "Send" };
  }
  const title = `${row.number} for ${row.customer} is about to expire`;
  return {
    ...base,
    title,
    detail: until,
    since: new Date(row.valid_until),
    tone: "warn",
    action: "Follow up",
  };
}

type StatementRow = {
  readonly id: string;
  readonly number: string;
  readonly currency: Currency;
  readonly paid: string;
  readonly closing: string;
  readonly issued_at: string;
};

/** Own statements of the last month. */
export async function statementsIssued({ actor, db, now }: Scope, base: string): Promise<readonly Job[]> {
  const since = new Date(now.getTime() - 31 * 86_400_000);
  const { rows } = await db.execute<StatementRow>(sql`
    select id, number, currency, paid::text, closing::text, issued_at from ${statement}
    where operator_id = ${actor.operator} and party_id = ${actor.party} and "to" >= ${since.toISOString()}
      and issued_at <= ${now.toISOString()}
    order by "to" desc, id desc limit 3`);
  return rows.map((row) => {
    const paid = BigInt(row.paid);
    return {
      id: row.id,
      kind: "statement",
      title: `${row.number} was issued`,
      detail:
        paid > 0n ? "It was paid to your account." : "Nothing was paid; the balance is carried forward.",
      amount: money(paid > 0n ? paid : BigInt(row.closing), row.currency),
      since: new Date(row.issued_at),
      tone: "info",
      action: "Read it",
      href: `${base}/payouts/${row.id}`,
    };
  });
}

type TaskRow = {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly kind: string;
  readonly order_number: string | null;
  readonly due_at: string;
};

/** Tasks that this organisation does by hand, those due first. */
export async function tasksDue({ actor, db, now }: Scope, base: string): Promise<readonly Job[]> {
  const { rows } = await db.execute<TaskRow>(sql`
    select one.id, one.title, one.status, one.kind, deal.number as order_number, one.due_at
      from ${fulfilmentTask} one
    left join ${order} deal on deal.operator_id = one.operator_id and deal.id = one.order_id
    where one.operator_id = ${actor.operator} and one.supplier_id = ${actor.party} and (
      (one.kind = 'manual' and one.status in ('ready', 'running')) or one.status = 'exception')
    order by one.due_at limit ${few}`);
  return rows.map((row) => {
    const due = new Date(row.due_at);
    const late = due < now;
    return {
      id: row.id,
      kind: "task",
      title: row.order_number === null ? row.title : `${row.title}, ${row.order_number}`,
      detail:
        row.status === "exception" ? "It could not go on. The operator was told." : late ? "It is late." : "",
      amount: null,
      since: due,
      tone: late || row.status === "exception" ? "bad" : "warn",
      action: row.status === "exception" ? "See why" : "Do it",
      href: `${base}/activation/${row.id}`,
    };
  });
}
