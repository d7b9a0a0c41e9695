import { and, eq } from "drizzle-orm";
import { priceVersion } from "@/db/schema/offer";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { startOfDay } from "@/server/core/calendar";
import type { Id, PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { effectiveFrom } from "@/server/party/effective";
import { readParty } from "@/server/party/read";
import type { Activation, PriceVersionRef } from "./price-input";
import {
  holdPriceVersions,
  type PriceVersionRow,
  readPriceList,
  readPricesOf,
  readPriceVersion,
} from "./price-read";
import { movePrices, priceStatusAt } from "./rules/status";

/**
 * Puts a draft in force from an instant on, and ends the version before it at that same instant. One that is
 * planned for later ends it in turn. Prices that were pinned to a deal stay what they were.
 */
export async function activatePriceVersion(scope: Scope, { id, ...asked }: Activation): Promise<void> {
  const { now } = scope;
  const from = await effectiveFrom(scope, asked.from);
  const { list, versions, held } = await holdList(scope, id);
  const { timeZone } = await readParty(scope, scope.actor.operator as string as PartyId);
  if (from < startOfDay(now, timeZone)) {
    throw new Refusal("INVALID", "Prices take effect today or later: what was sold before keeps its price.");
  }
  if ((await readPricesOf(scope, id)).length === 0) {
    throw new Refusal("INVALID", "There is no price in this version yet: set one first.");
  }
  const inForce = versions.filter((version) => version.status !== "draft" && version.validFrom !== null);
  const same = inForce.find((version) => version.validFrom?.getTime() === from.getTime());
  if (same)
    throw new Refusal("CONFLICT", `Version ${same.number} takes effect at that very time: choose another.`);
  const before = inForce.find(({ validFrom, validTo }) => covers(validFrom, validTo, from));
  const later = inForce.filter(({ validFrom }) => validFrom !== null && validFrom > from);
  const validTo = later.map(({ validFrom }) => validFrom).sort(byTime)[0] ?? null;
  const status = movePrices(held.status, from <= now ? "active" : "scheduled");

  if (before) await write(scope, before.id, endingAt(before, from, now));
  await write(scope, id, { status, validFrom: from, validTo });
  await record(scope, {
    code: "price.version.activated",
    summary: `Version ${held.number} of “${list.name}” was set to take effect`,
    object: { kind: "price_list", id: list.id },
    before: before && { versionId: before.id, validTo: before.validTo },
    after: { versionId: id, status, validFrom: from, validTo },
  });
  await emit(scope, "price.version.published", { priceListId: list.id, priceVersionId: id });
}

/**
 * Takes a version back that is planned and has not taken effect; the one before it goes on until the next.
 */
export async function withdrawPriceVersion(scope: Scope, { id }: PriceVersionRef): Promise<void> {
  const { list, versions, held } = await holdList(scope, id);
  if (priceStatusAt(held, scope.now) !== "scheduled") {
    throw new Refusal("CONFLICT", "Only a version that is planned can be taken back.");
  }
  const status = movePrices("scheduled", "draft");
  if (versions.some((version) => version.status === "draft")) {
    throw new Refusal("CONFLICT", "There is another draft of this list: put it in force or empty it first.");
  }
  const before = versions.find(({ validTo }) => validTo?.getTime() === held.validFrom?.getTime());
  await write(scope, id, { status, validFrom: null, validTo: null });
  if (before) await write(scope, before.id, { validTo: held.validTo });
  await record(scope, {
    code: "price.version.withdrawn",
    summary: `Version ${held.number} of “${list.name}” is a draft again`,
    object: { kind: "price_list", id: list.id },
    before: { validFrom: held.validFrom, validTo: held.validTo },
    after: { status },
  });
}

async function holdList(scope: Scope, id: Id<"priceVersion">) {
  const { priceListId } = await readPriceVersion(scope, id);
  const list = await readPriceList(scope, priceListId);
  const versions = await holdPriceVersions(scope, priceListId);
  const held = versions.find((version) => version.id === id);
  invariant(held !== undefined, "a version belongs to its list");
  return { list, versions, held };
}

type Times = Partial<Pick<PriceVersionRow, "status" | "validFrom" | "validTo">>;

/** The state is a word for people; the times decide which prices count. */
function endingAt(before: PriceVersionRow, from: Date, now: Date): Times {
  if (from > now) return { validTo: from };
  const started = before.status === "scheduled" ? movePrices("scheduled", "active") : before.status;
  return { status: started === "active" ? movePrices(started, "expired") : started, validTo: from };
}

async function write({ db, actor }: Scope, id: Id<"priceVersion">, times: Times): Promise<void> {
  await db
    .update(priceVersion)
    .set(times)
    .where(and(eq(priceVersion.operatorId, actor.operator), eq(priceVersion.id, id)));
}

function covers(validFrom: Date | null, validTo: Date | null, at: Date): boolean {
  return validFrom !== null && validFrom < at && (validTo === null || at < validTo);
}

function byTime(left: Date | null, right: Date | null): number {
  return (left?.getTime() ?? 0) - (right?.getTime() ?? 0);
}
