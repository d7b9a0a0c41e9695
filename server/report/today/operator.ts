import { sql } from "drizzle-orm";
import { fulfilmentTask, taskException } from "@/db/schema/activation";
import { approval } from "@/db/schema/approval";
import { invoice } from "@/db/schema/invoice";
import { offer, offerVersion } from "@/db/schema/offer";
import { order } from "@/db/schema/order";
import { party } from "@/db/schema/party";
import { payoutRun } from "@/db/schema/payout";
import { usageFile, usageParked } from "@/db/schema/usage";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import type { Job } from "../rules/job";
import { count, few, kindOfReason, parkedKinds } from "./words";

type ApprovalRow = {
  readonly id: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly summary: string;
  readonly asked_by: string;
  readonly reason: string;
  readonly asked_at: string;
};

/** Questions that this person may decide: of others, because nobody decides what they asked themselves. */
export async function approvalsWaiting({ actor, db }: Scope): Promise<readonly Job[]> {
  const { rows } = await db.execute<ApprovalRow>(sql`
    select one.id, one.subject_kind, one.subject_id, one.summary, one.reason, one.requested_at as asked_at,
      one.requested_by_name || coalesce(' of ' || who.name, '') as asked_by
    from ${approval} one left join ${party} who on who.operator_id = one.operator_id and who.id = one.party_id
    where one.operator_id = ${actor.operator} and one.status = 'pending'
      and one.requested_by is distinct from ${actor.user} order by one.requested_at limit ${few}`);
  return rows.map((row) => ({
    id: row.id,
    kind: "approval",
    title: row.summary,
    detail: row.reason === "" ? `Asked by ${row.asked_by}` : `${row.asked_by}: “${row.reason}”`,
    amount: null,
    since: new Date(row.asked_at),
    tone: "warn",
    action: "Decide",
    href:
      row.subject_kind === "payout_run"
        ? `/operator/payouts/${row.subject_id}`
        : `/operator/approvals/${row.id}`,
  }));
}

type ExceptionRow = {
  readonly id: string;
  readonly title: string;
  readonly order_number: string;
  readonly message: string;
  readonly opened_at: string;
};

/** Tasks that cannot go on until somebody mends the cause. */
export async function exceptionsOpen({ actor, db }: Scope, base: string): Promise<readonly Job[]> {
  const { rows } = await db.execute<ExceptionRow>(sql`
    select one.task_id as id, task.title, coalesce(deal.number, 'an order') as order_number, one.message,
      one.opened_at
    from ${taskException} one
    join ${fulfilmentTask} task on task.operator_id = one.operator_id and task.id = one.task_id
    left join ${order} deal on deal.operator_id = one.operator_id and deal.id = one.order_id
    where one.operator_id = ${actor.operator} and one.resolved_at is null
      order by one.opened_at limit ${few}`);
  return rows.map((row) => ({
    id: row.id,
    kind: "exception",
    title: `${row.title}, ${row.order_number}`,
    detail: row.message,
    amount: null,
    since: new Date(row.opened_at),
    tone: "bad",
    action: "Repair",
    href: `${base}/activation/${row.id}`,
  }));
}

type ParkedRow = { readonly reason: string; readonly rows: number; readonly oldest: string };

/** Usage that nobody is charged for yet, by what it waits for. */
export async function usageParkedByCause({ actor, db }: Scope, base: string): Promise<readonly Job[]> {
  const { rows } = await db.execute<ParkedRow>(sql`
    select reason, count(*)::int as rows, min(parked_at) as oldest from ${usageParked}
    where operator_id = ${actor.operator} and status = 'parked' group by reason`);
  return rows.map((row) => ({
    id: `parked ${row.reason}`,
    kind: "parked_usage",
    title: [
      ...[count(row.rows, "usage row"), row.rows === 1 ? "waits:" : "wait:"],
      kindOfReason(row.reason),
    ].join(" "),
    detail: isOperator(actor)
      ? (parkedKinds[row.reason]?.remedy ?? "Look at the rows.")
      : "Nothing of them is charged, or owed to you, until the operator has placed them.",
    amount: null,
    since: new Date(row.oldest),
    tone: "warn",
    action: "Look at the rows",
    href: `${base}/usage/parked?reason=${row.reason}`,
  }));
}

type FileRow = {
  readonly id: string;
  readonly name: string;
  readonly error: string;
  readonly received_at: string;
};

/** Files of the last month that could not be read. */
export async function filesRefused({ actor, db, now }: Scope, base: string): Promise<readonly Job[]> {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const { rows } = await db.execute<FileRow>(sql`
    select id, name, coalesce(error, 'It could not be read.') as error, received_at from ${usageFile}
    where operator_id = ${actor.operator} and status = 'invalid' and received_at >= ${since.toISOString()}
    order by received_at desc limit ${few}`);
  return rows.map((row) => ({
    id: row.id,
    kind: "usage_file",
    title: `${row.name} was refused`,
    detail: row.error,
    amount: null,
    since: new Date(row.received_at),
    tone: "bad",
    action: "See why",
    href: `${base}/usage/${row.id}`,
  }));
}

type OverdueRow = {
  readonly currency: Currency;
  readonly invoices: number;
  readonly open: string;
  readonly oldest: string;
};

/** Invoices that were due and are not paid, one sum a currency. */
export async function invoicesOverdue({ actor, db, now }: Scope, base: string): Promise<readonly Job[]> {
  const { rows } = await db.execute<OverdueRow>(sql`
    select currency, count(*)::int as invoices, sum(gross - paid)::text as open,
      min(due_at) as oldest from ${invoice}
    where operator_id = ${actor.operator} and status in ('issued', 'partially_paid')
      and due_at < ${now.toISOString()} and paid < gross group by currency`);
  return rows.map((row) => ({
    id: `overdue ${row.currency}`,
    kind: "invoice",
    title: `${count(row.invoices, "invoice")} overdue`,
    detail: "The shares in them are released when they are paid.",
    amount: money(BigInt(row.open), row.currency),
    since: new Date(row.oldest),
    tone: "bad",
    action: "See invoices",
    href: `${base}/invoices?status=overdue`,
  }));
}

type RunRow = {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly proof_error: string | null;
  readonly proposed_at: string;
};

/** Payout runs that a proof stopped; those under review wait as approvals. */
export async function payoutRunsStuck({ actor, db }: Scope): Promise<readonly Job[]> {
  const { rows } = await db.execute<RunRow>(sql`
    select id, number, status, proof_error, proposed_at from ${payoutRun}
    where operator_id = ${actor.operator} order by proposed_at desc, id desc limit 1`);
  return rows
    .filter(({ status }) => status === "proof_failed")
    .map((row) => ({
      id: row.id,
      kind: "payout_run",
      title: `${row.number} was stopped by a proof of the books`,
      detail: row.proof_error ?? "",
      amount: null,
      since: new Date(row.proposed_at),
      tone: "bad",
      action: "See the proof",
      href: `/operator/payouts/${row.id}`,
    }));
}

type OfferRow = {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly created_at: string;
};

/** Offers that are approved and not on sale. */
export async function offersApproved({ actor, db }: Scope): Promise<readonly Job[]> {
  const { rows } = await db.execute<OfferRow>(sql`
    select of.id, of.name, one.number, one.created_at from ${offerVersion} one
    join ${offer} of on of.operator_id = one.operator_id and of.id = one.offer_id
    where one.operator_id = ${actor.operator} and one.status = 'approved'
      order by one.created_at limit ${few}`);
  return rows.map((row) => ({
    id: `${row.id} ${row.number}`,
    kind: "offer",
    title: `${row.name}, version ${row.number}, is approved`,
    detail: "Nobody can quote it until it is published.",
    amount: null,
    since: new Date(row.created_at),
    tone: "info",
    action: "Publish",
    href: `/operator/offers/${row.id}`,
  }));
}
