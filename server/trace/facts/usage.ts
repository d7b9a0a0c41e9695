import { and, eq, sql } from "drizzle-orm";
import { subscription, subscriptionItem } from "@/db/schema/activation";
import { meter } from "@/db/schema/offer";
import { ratedItem } from "@/db/schema/rating";
import { usageFile } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { calendarMonth, dayText } from "@/server/core/calendar";
import type { Period } from "@/server/core/period";
import { plural } from "../rules/word";
import { readUsageRow } from "../usage-row";
import { moment, short, words } from "./deal";
import { among, type SeenById, seenById } from "./read";

export async function seeFiles({ actor, db }: Scope, ids: readonly string[]): Promise<SeenById> {
  const rows = await db
    .select()
    .from(usageFile)
    .where(and(eq(usageFile.operatorId, actor.operator), among(usageFile.id, ids)));
  return seenById(
    rows,
    ({ id }) => id,
    (file) => ({
      title: file.name,
      subtitle: `${plural(file.rowsRead, "row")}, received by ${file.receivedByName}`,
      status: file.status,
      at: file.receivedAt,
      facts: [
        { name: "Rows read", text: plural(file.rowsRead, "row") },
        { name: "Taken in", text: plural(file.rowsAccepted, "row") },
        { name: "Known already", text: plural(file.rowsDuplicate, "row") },
        { name: "Parked", text: plural(file.rowsParked, "row") },
        { name: "Rejected", text: plural(file.rowsRejected, "row") },
        ...moment("Received", file.receivedAt),
        { name: "SHA-256", code: file.digest },
      ],
      page: { kind: "usage_file", id: file.id },
    }),
  );
}

/** The measured rows of a rated item, as one: they are too many to be drawn each. */
export async function seeRows(scope: Scope, ids: readonly string[]): Promise<SeenById> {
  return seenById(
    await readRated(scope, ids),
    ({ item }) => item.id,
    ({ item, unit }) => ({
      title: plural(item.rows, "usage row"),
      subtitle: `${short(item.quantity)} ${unit}`,
      at: item.from,
      facts: [
        { name: "Rows", text: plural(item.rows, "row") },
        { name: "Sum", text: `${short(item.quantity)} ${unit}` },
        ...moment("Used from", item.from),
        ...moment("to before", item.to),
        { name: "Batches", text: `above ${item.batchAfter}, up to ${item.batchUpTo}` },
        { name: "Digest of the rows", code: item.digest },
      ],
    }),
  );
}

export async function seeRated(scope: Scope, ids: readonly string[]): Promise<SeenById> {
  return seenById(
    await readRated(scope, ids),
    ({ item }) => item.id,
    ({ item, name, unit, meterName, timeZone }) => ({
      title: name,
      subtitle: `${periodText(item, timeZone ?? "UTC")} · ${short(item.quantity)} ${unit}`,
      at: item.ratedAt,
      facts: [
        { name: "Quantity", text: `${short(item.quantity)} ${unit}` },
        ...(/^0*\.?0*$/.test(item.quantityBefore)
          ? []
          : [{ name: "Charged before", text: `${short(item.quantityBefore)} ${unit}` }]),
        ...words("Meter", meterName),
        ...moment("From", item.from),
        ...moment("to before", item.to),
        ...words(
          "Days charged",
          item.daysCharged === item.daysOfPeriod ? null : `${item.daysCharged} of ${item.daysOfPeriod}`,
        ),
        ...moment("Rated", item.ratedAt),
      ],
    }),
  );
}

function readRated({ actor, db }: Scope, ids: readonly string[]) {
  return db
    .select({
      item: ratedItem,
      meterName: meter.name,
      timeZone: subscription.timeZone,
      name: sql<string>`coalesce(${subscriptionItem.name}, 'Item')`,
      unit: sql<string>`coalesce(${meter.unit}, ${subscriptionItem.unit}, '')`,
    })
    .from(ratedItem)
    .leftJoin(
      subscriptionItem,
      and(
        eq(subscriptionItem.operatorId, ratedItem.operatorId),
        eq(subscriptionItem.id, ratedItem.subscriptionItemId),
      ),
    )
    .leftJoin(
      subscription,
      and(eq(subscription.operatorId, ratedItem.operatorId), eq(subscription.id, ratedItem.subscriptionId)),
    )
    .leftJoin(meter, and(eq(meter.operatorId, ratedItem.operatorId), eq(meter.id, ratedItem.meterId)))
    .where(and(eq(ratedItem.operatorId, actor.operator), among(ratedItem.id, ids)));
}

/**
 * A calendar month as `2026-03`, a single day as `2026-03-12`, anything else from its first to its last day.
 */
export function periodText({ from, to }: Period, timeZone: string): string {
  const first = dayText(from, timeZone);
  const last = dayText(new Date(to.getTime() - 1), timeZone);
  if (first === last) return first;
  const month = calendarMonth(from, timeZone);
  const whole = month.from.getTime() === from.getTime() && month.to.getTime() === to.getTime();
  return whole ? first.slice(0, 7) : `${first} to ${last}`;
}

/** A single row of a file, wherever it went; drawn when it is what was asked about. */
export async function seeUsageRow(scope: Scope, ids: readonly string[]): Promise<SeenById> {
  const [id] = ids;
  const row = id === undefined ? null : await readUsageRow(scope, id);
  if (row === null) return new Map();
  return seenById(
    [row],
    () => row.id,
    () => ({
      title: `Row ${row.rowNumber}`,
      subtitle: row.quantity === null ? "Row of a file" : `${row.quantity} ${row.unit}`,
      status: row.state,
      at: row.usedAt,
      facts: [
        ...words("File", row.fileName ?? row.fileId),
        { name: "Row", text: String(row.rowNumber) },
        ...words("Quantity", row.quantity === null ? null : `${row.quantity} ${row.unit}`),
        ...moment("Used", row.usedAt),
        ...words("Resource", row.resource),
        ...words("Why", row.message),
        ...(row.rowHash === null ? [] : [{ name: "Hash of the row", code: row.rowHash }]),
      ],
    }),
  );
}
