import { type SQL, sql } from "drizzle-orm";
import { fulfilmentTask, subscription, taskException } from "@/db/schema/activation";
import { invoice } from "@/db/schema/invoice";
import { payout } from "@/db/schema/payout";
import { settlementLine, settlementRelease } from "@/db/schema/settlement";
import { usageFile, usageParked } from "@/db/schema/usage";
import { portalOf } from "@/server/access/actor";
import { may, type Permission } from "@/server/access/permissions";
import type { Scope } from "@/server/access/scope";
import type { Currency } from "@/server/core/money/currency";
import { type Money, money } from "@/server/core/money/money";
import type { Period } from "@/server/core/period";
import type { Home } from "./home";

/** A key figure: an amount in one's own currency and what there is in others, or a count. */
export type Figure = {
  readonly name: string;
  readonly amounts: readonly Money[];
  readonly count: number | null;
  readonly detail: string;
  readonly href: string;
};

type Asked = { readonly scope: Scope; readonly home: Home; readonly month: Period };
type Source = {
  readonly permission: Permission;
  readonly path: string;
  readonly name: string;
  readonly detail: string;
  readonly amounts?: (asked: Asked) => SQL;
  readonly count?: (asked: Asked) => SQL;
};

const at = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;
const during = (column: SQL, { from, to }: Period) => sql`${column} >= ${at(from)} and ${column} < ${at(to)}`;

const invoiced = ({ scope, month }: Asked) => sql`
  select currency, sum(net)::text as amount from ${invoice}
  where operator_id = ${scope.actor.operator} and ${during(sql`issued_at`, month)} group by currency`;

const earned = ({ scope, month }: Asked) => sql`
  select currency, sum(amount)::text as amount from ${settlementLine}
  where operator_id = ${scope.actor.operator} and party_id = ${scope.actor.party}
    and ${during(sql`accrued_at`, month)} group by currency`;

const open = ({ scope }: Asked) => sql`
  select currency, sum(gross - paid)::text as amount from ${invoice}
  where operator_id = ${scope.actor.operator} and status in ('issued', 'partially_paid') group by currency`;

/** What was released to the party, less what payouts took of it. */
const payable = ({ scope: { actor } }: Asked) => sql`
  select currency, sum(amount)::text as amount from (
    select currency, amount from ${settlementRelease}
    where operator_id = ${actor.operator} and party_id = ${actor.party}
    union all
    select currency, -gross from ${payout} where operator_id = ${actor.operator} and party_id = ${actor.party}
      and status in ('pending', 'completed')
  ) moves group by currency having sum(amount) <> 0`;

const counted = (table: SQL, where: SQL) => (asked: Asked) =>
  sql`select count(*)::int as count from ${table} where operator_id = ${asked.scope.actor.operator}
    and ${where}`;

const running = counted(sql`${subscription}`, sql`status = 'active'`);
const stuck = counted(sql`${taskException}`, sql`resolved_at is null`);
const parked = counted(sql`${usageParked}`, sql`status = 'parked'`);
const ownTasks = (asked: Asked) =>
  counted(
    sql`${fulfilmentTask}`,
    sql`supplier_id = ${asked.scope.actor.party} and status not in ('done', 'blocked')`,
  )(asked);
const rowsTaken = ({ scope, month }: Asked) => sql`
  select coalesce(sum(rows_accepted), 0)::int as count from ${usageFile}
  where operator_id = ${scope.actor.operator} and ${during(sql`received_at`, month)}`;

const earnedAt = { permission: "settlement.read", path: "/settlement", name: "Earned this month" } as const;
const payableAt = { permission: "payout.read", path: "/payouts", name: "Due to you" } as const;
const runs = { permission: "subscription.read", path: "/activation/subscriptions" } as const;

const sources: Readonly<Record<ReturnType<typeof portalOf>, readonly Source[]>> = {
  operator: [
    source("invoice.read", "/invoices", "Invoiced this month", "net, on behalf of all sellers", {
      amounts: invoiced,
    }),
    source("settlement.read", "/settlement", "Kept this month", "our margins and fees for own products", {
      amounts: earned,
    }),
    source("invoice.read", "/invoices", "Open with customers", "gross, not paid yet", { amounts: open }),
    source("task.repair", "/activation/exceptions", "Exceptions", "tasks that cannot go on", {
      count: stuck,
    }),
    source("usage.map", "/usage", "Parked usage", "rows that nobody is charged for", { count: parked }),
    { ...runs, name: "Subscriptions", detail: "running", count: running },
  ],
  partner: [
    { ...earnedAt, detail: "margins and shares", amounts: earned },
    { ...payableAt, detail: "released, not paid out", amounts: payable },
    source("invoice.read", "/invoices", "Sold this month", "net, to customers you quoted or sell to", {
      amounts: invoiced,
    }),
    { ...runs, name: "Subscriptions", detail: "running", count: running },
  ],
  supplier: [
    { ...earnedAt, detail: "your prices for what was charged", amounts: earned },
    { ...payableAt, detail: "released, not paid out", amounts: payable },
    source("task.read", "/activation", "Tasks", "under way or waiting for you", { count: ownTasks }),
    source("usage.read", "/usage", "Usage rows", "taken in this month", { count: rowsTaken }),
  ],
};

/** The few figures that this person's page is opened for. */
export async function figuresOf(scope: Scope, home: Home, month: Period): Promise<readonly Figure[]> {
  const portal = portalOf(scope.actor.role);
  const figures: Figure[] = [];
  for (const { permission, path, name, detail, amounts, count } of sources[portal]) {
    if (!may(scope.actor, permission)) continue;
    const asked = { scope, home, month };
    const shown = { name, detail, href: `/${portal}${path}` };
    if (amounts) figures.push({ ...shown, amounts: await readAmounts(asked, amounts(asked)), count: null });
    if (count) figures.push({ ...shown, amounts: [], count: await readCount(scope, count(asked)) });
  }
  return figures.slice(0, 4);
}

/** Own currency first; a sum of nothing is told in it. */
async function readAmounts({ scope, home }: Asked, query: SQL): Promise<readonly Money[]> {
  const { rows } = await scope.db.execute<{ currency: Currency; amount: string }>(query);
  const found = rows.map(({ currency, amount }) => money(BigInt(amount), currency));
  const own = found.find(({ currency }) => currency === home.currency) ?? money(0n, home.currency);
  const others = found.filter(({ currency, minor }) => currency !== home.currency && minor !== 0n);
  return [own, ...others.sort((a, b) => (a.currency < b.currency ? -1 : 1))];
}

async function readCount({ db }: Scope, query: SQL): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(query);
  return rows[0]?.count ?? 0;
}

function source(
  permission: Permission,
  path: string,
  name: string,
  detail: string,
  query: Pick<Source, "amounts" | "count">,
): Source {
  return { permission, path, name, detail, ...query };
}
