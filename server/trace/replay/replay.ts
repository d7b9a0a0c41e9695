import { type SQL, sql } from "drizzle-orm";
import { invoiceLine } from "@/db/schema/invoice";
import { payoutItem } from "@/db/schema/payout";
import { settlementLine } from "@/db/schema/settlement";
import { isOperator } from "@/server/access/actor";
import { elevated, type Scope } from "@/server/access/scope";
import { Refusal } from "@/server/core/refusal";
import type { ReplayRef } from "../input";
import { type Check, verdict } from "../rules/check";
import { checkDivisions } from "./division";
import { checkInvoices } from "./invoice";
import { checkPayouts } from "./payout";
import { checkLegs, checkRows } from "./rated";
import { checkReleases } from "./release";

export type Replay = {
  readonly agrees: boolean;
  readonly sentence: string;
  readonly checks: readonly Check[];
};

/**
 * Computes an amount anew with the pure rules, from the inputs that were pinned, and all that it stands on:
 * usage rows,
 * prices of the edges, tax, division, release. Whoever is not the operator gets the figures that are theirs
 * to know.
 */
export async function replayAmount(scope: Scope, { kind, id }: ReplayRef): Promise<Replay> {
  const checks = await replays[kind](scope, id);
  if (checks.length === 0) throw new Refusal("NOT_FOUND", "There is nothing here that you could replay.");
  return { agrees: checks.every(({ agrees }) => agrees), sentence: verdict(checks), checks };
}

const replays: Readonly<Record<ReplayRef["kind"], (scope: Scope, id: string) => Promise<readonly Check[]>>> =
  {
    rated_item: (scope, id) => ratedChecks(scope, sql`rated.id = ${id}`),

    invoice_line: async (scope, id) => [
      ...(await ratedChecks(scope, ratedOf(sql`line.id = ${id}`))),
      ...(await checkInvoices(
        scope,
        sql`bill.id in (select line.invoice_id from ${invoiceLine} line where line.id = ${id})`,
      )),
      ...(await ownShares(scope, sql`line.id = ${id}`)),
    ],

    invoice: async (scope, id) => [
      ...(await ratedChecks(scope, ratedOf(sql`line.invoice_id = ${id}`))),
      ...(await checkInvoices(scope, sql`bill.id = ${id}`)),
      ...(await ownShares(scope, sql`line.invoice_id = ${id}`)),
    ],

    settlement_line: async (scope, id) => {
      const lineId = await lineOfShare(scope, id);
      if (lineId === null) return [];
      const shares = await ownShares(scope, sql`line.id = ${lineId}`);
      return [
        ...(await elevatedRated(scope, sql`line.id = ${lineId}`)),
        ...(isOperator(scope.actor) ? shares : shares.filter(({ of }) => of.id === id)),
      ];
    },

    payout: async (scope, id) => {
      const payouts = await checkPayouts(scope, sql`paid.id = ${id}`);
      const paidFor = sql`line.id in (select part.invoice_line_id from ${payoutItem} item
      join ${settlementLine} part on part.operator_id = item.operator_id and part.id = item.settlement_line_id
      where item.operator_id = line.operator_id and item.payout_id = ${id})`;
      return payouts.length === 0 ? [] : [...payouts, ...(await ownShares(scope, paidFor))];
    },
  };

async function ratedChecks(scope: Scope, where: SQL): Promise<readonly Check[]> {
  return [...(await checkRows(scope, where)), ...(await checkLegs(scope, where))];
}

function ratedOf(where: SQL): SQL {
  return sql`rated.id in (select line.rated_item_id from ${invoiceLine} line
    where line.operator_id = rated.operator_id and ${where})`;
}

/**
 * The usage and the prices under a line whose invoice may be another party's: the rated item is found with
 * sight of all,
 * and checked with the asker's own.
 */
async function elevatedRated(scope: Scope, where: SQL): Promise<readonly Check[]> {
  const ids = await elevated(scope, async ({ actor, db }) => {
    const { rows } = await db.execute<{ id: string }>(sql`
      select line.rated_item_id as id from ${invoiceLine} line
        where line.operator_id = ${actor.operator} and ${where}`);
    return rows.map(({ id }) => id);
  });
  return ratedChecks(scope, sql`rated.id = any(${sql.param(ids)}::text[])`);
}

/** Divisions and releases, worked out with sight of every edge, of which the asker is told its own lines. */
async function ownShares(scope: Scope, where: SQL): Promise<readonly Check[]> {
  const all = await elevated(scope, async (wide) => [
    ...(await checkDivisions(wide, where)),
    ...(await checkReleases(wide, where)),
  ]);
  if (isOperator(scope.actor)) return all;
  const { rows } = await scope.db.execute<{ id: string }>(sql`
    select part.id from ${settlementLine} part where part.operator_id = ${scope.actor.operator}
      and part.id = any(${sql.param(all.map(({ of }) => of.id))}::text[])`);
  const own = new Set(rows.map(({ id }) => id));
  return all.filter(({ of }) => own.has(of.id));
}

async function lineOfShare({ actor, db }: Scope, id: string): Promise<string | null> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select part.invoice_line_id as id from ${settlementLine} part
    where part.operator_id = ${actor.operator} and part.id = ${id}`);
  return rows[0]?.id ?? null;
}
