import { and, asc, desc, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import { billRun, billShard, invoice } from "@/db/schema/invoice";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import { offsetOf, type Page } from "@/server/core/list";
import { money } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import type { BillRunList, BillRunRef, ShardList } from "../input";
import { type BillRunStatus, billRunStatuses, type ShardStatus } from "../rules/vocabulary";

const shardsDone = sql<number>`(select count(*)::int from ${billShard} shard
  where shard.operator_id = ${billRun.operatorId} and shard.bill_run_id = ${billRun.id}
    and shard.status = 'done')`;

/** Where the operator is: its days are told there. */
const timeZone = sql<string>`(select time_zone from ${party} where ${party.operatorId} = ${billRun.operatorId}
  and ${party.path} = '/')`;

const columns = {
  ...{ id: billRun.id, number: billRun.number, until: billRun.until, status: billRun.status },
  ...{ requestedByName: billRun.requestedByName, requestedAt: billRun.requestedAt },
  ...{ finishedAt: billRun.finishedAt, watermark: billRun.watermark },
  ...{ shards: billRun.shards, shardsDone, invoices: billRun.invoices, timeZone },
};

const sorts = { requestedAt: billRun.requestedAt, until: billRun.until, invoices: billRun.invoices } as const;

export async function listBillRuns({ actor, db }: Scope, input: BillRunList) {
  const where = and(eq(billRun.operatorId, actor.operator), ...matching(input));
  const rows = await db
    .select(columns)
    .from(billRun)
    .where(where)
    .orderBy((input.dir === "desc" ? desc : asc)(sorts[input.sort]), desc(billRun.id))
    .limit(input.size)
    .offset(offsetOf(input));
  return { rows, total: await db.$count(billRun, where) } satisfies Page<(typeof rows)[number]>;
}

export type BillRunSeen = Awaited<ReturnType<typeof listBillRuns>>["rows"][number];

/** One run with how far it is and what its invoices come to, drafts included. */
export async function readBillRun({ actor, db }: Scope, { billRunId }: BillRunRef) {
  const [found] = await db
    .select(columns)
    .from(billRun)
    .where(and(eq(billRun.operatorId, actor.operator), eq(billRun.id, billRunId)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such bill run.");
  const totals = await db
    .select({
      currency: invoice.currency,
      invoices: sql<number>`count(*)::int`,
      net: sql<bigint>`sum(${invoice.net})`.mapWith(BigInt),
      tax: sql<bigint>`sum(${invoice.tax})`.mapWith(BigInt),
      gross: sql<bigint>`sum(${invoice.gross})`.mapWith(BigInt),
    })
    .from(invoice)
    .where(and(eq(invoice.operatorId, actor.operator), eq(invoice.billRunId, billRunId)))
    .groupBy(invoice.currency)
    .orderBy(invoice.currency);
  return {
    ...found,
    totals: totals.map(({ currency, invoices, net, tax, gross }) => ({
      ...{
        currency,
        invoices,
        net: money(net, currency),
        tax: money(tax, currency),
        gross: money(gross, currency),
      },
    })),
  };
}

export async function listShards({ actor, db }: Scope, { billRunId, ...input }: ShardList) {
  const wanted = input.filters.status?.filter(
    (each): each is ShardStatus => each === "done" || each === "planned",
  );
  const where = and(
    eq(billShard.operatorId, actor.operator),
    eq(billShard.billRunId, billRunId),
    wanted?.length ? inArray(billShard.status, wanted) : undefined,
  );
  const by = input.sort === "doneAt" ? billShard.doneAt : billShard.number;
  const rows = await db
    .select({
      ...{ number: billShard.number, status: billShard.status, first: billShard.first, last: billShard.last },
      ...{ items: billShard.items, invoices: billShard.invoices, doneAt: billShard.doneAt },
    })
    .from(billShard)
    .where(where)
    .orderBy((input.dir === "desc" ? desc : asc)(by), asc(billShard.number))
    .limit(input.size)
    .offset(offsetOf(input));
  return { rows, total: await db.$count(billShard, where) } satisfies Page<(typeof rows)[number]>;
}

function matching({ q, filters }: BillRunList): readonly (SQL | undefined)[] {
  const wanted = filters.status?.filter((each): each is BillRunStatus =>
    billRunStatuses.some((one) => one === each),
  );
  return [
    q ? ilike(billRun.number, `%${q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
    wanted?.length ? inArray(billRun.status, wanted) : undefined,
  ];
}
