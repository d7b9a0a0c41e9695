import { and, eq, sql } from "drizzle-orm";
import { meter } from "@/db/schema/offer";
import { usageMeter } from "@/db/schema/usage";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { decimal, decimalToText } from "@/server/core/decimal";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import type { MeterMapping } from "./input";
import { told } from "./map-account";
import { readSource } from "./read/source";
import { type Replayed, replayParked } from "./replay";
import { sameUnit } from "./rules/unit";

/**
 * Says which meter a supplier's service and SKU feed when they are counted in a unit, and takes in what
 * waited for that. A mapping for one SKU goes before the one for every SKU of its service.
 */
export async function mapMeter(scope: Scope, asked: MeterMapping): Promise<Replayed> {
  const { actor, db } = scope;
  const { sourceId, service, sku, unit, meterId } = asked;
  const source = await readSource(scope, sourceId);
  const fed = await readMeter(scope, asked);
  const factor = decimalToText(decimal(asked.factor));
  if (sameUnit(fed.unit, unit) && factor !== "1") {
    throw new Refusal("INVALID", `The file and the meter both count in ${unit}, so the factor is 1.`);
  }
  const mapped = { meterId, factor, addedByName: actor.name };
  const at = { operatorId: actor.operator, sourceId, service, sku, unit };
  const [before] = await db
    .select({ meterId: usageMeter.meterId, factor: usageMeter.factor })
    .from(usageMeter)
    .where(
      and(
        eq(usageMeter.operatorId, actor.operator),
        eq(usageMeter.sourceId, sourceId),
        eq(usageMeter.service, service),
        eq(usageMeter.sku, sku),
        eq(usageMeter.unit, unit),
      ),
    );
  await db
    .insert(usageMeter)
    .values({ ...at, ...mapped })
    .onConflictDoUpdate({
      target: [
        usageMeter.operatorId,
        usageMeter.sourceId,
        usageMeter.service,
        usageMeter.sku,
        usageMeter.unit,
      ],
      set: mapped,
    });
  const waiting = sql`parked.service = ${service} and parked.unit = ${unit} and ${sku} in (parked.sku, '*')`;
  const replayed = await replayParked(scope, sourceId, waiting);
  await record(scope, {
    code: "usage.meter.mapped",
    summary: `“${service}”, ${skuWords(sku)}, of ${source.name} feeds ${fed.name}; ${told(replayed)}`,
    object: { kind: "usageSource", id: sourceId },
    ...(before ? { before } : {}),
    after: { service, sku, unit, meterId, factor, ...replayed },
  });
  await emit(scope, "usage.mapping.added", { usageSourceId: sourceId });
  return replayed;
}

function skuWords(sku: string): string {
  return sku === "*" ? "every SKU" : `SKU “${sku}”`;
}

async function readMeter({ actor, db }: Scope, { meterId }: MeterMapping) {
  const [found] = await db
    .select({ name: meter.name, unit: meter.unit })
    .from(meter)
    .where(and(eq(meter.operatorId, actor.operator), eq(meter.id, meterId)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such meter.");
  return found;
}
