import type { SplitRow } from "../text/split";
import { readAmount } from "./amount";
import type { ColumnName, Columns, OptionalColumn, RequiredColumn } from "./columns";
import { contentHash, dayDigits, identityKey } from "./identity";
import { readInstant, type Told } from "./instant";
import { cellText, readLabel } from "./label";

/** A sound row of usage, as far as it can be told without looking anything up. */
export type UsageRow = {
  readonly account: string;
  readonly service: string;
  readonly sku: string;
  readonly unit: string;
  /** Exact, in the file's unit. */
  readonly quantity: string;
  /** The start of the charge period, ISO 8601 in UTC. */
  readonly usedAt: string;
  readonly key: string;
  readonly hash: string;
  readonly resource: string | null;
};

export type Rejection = { readonly column: string; readonly reason: string; readonly value: string };

export type RowReader = (row: SplitRow) => UsageRow | Rejection;

export const wholeRow = "whole row";

const notUsage = ["Credit", "Tax", "Purchase", "Adjustment"];
const resourceMost = 2_000;
/** Clocks differ, and a day that has begun in Auckland has not in Los Angeles. */
const aheadMost = 86_400_000;
const remembered = 10_000;

/** Makes the function that reads the rows of one file: checks every cell that is used and names the first at fault. */
export function openRowReader(columns: Columns, receivedAt: Date): RowReader {
  const { headings, placeOf } = columns;
  const instants = new Map<string, Told<Moment>>();
  const at = (row: SplitRow, name: ColumnName) => cellText(row.cells[placeOf[name]]);

  function moment(text: string): Told<Moment> {
    const known = instants.get(text);
    if (known) return known;
    const read = momentOf(text, receivedAt);
    if (instants.size >= remembered) instants.clear();
    instants.set(text, read);
    return read;
  }

  return (row) => {
    if (row.width !== headings.length) return rejectWidth(row, headings.length);
    const reject = (column: RequiredColumn | OptionalColumn, { reason }: Fault): Rejection => ({
      column,
      reason,
      value: row.cells[placeOf[column]] ?? "",
    });

    const category = at(row, "ChargeCategory");
    if (category !== "Usage") return reject("ChargeCategory", { reason: categoryFault(columns, category) });
    const account = readLabel(at(row, "SubAccountId"));
    if ("reason" in account) return reject("SubAccountId", account);
    const service = readLabel(at(row, "ServiceName"));
    if ("reason" in service) return reject("ServiceName", service);
    const sku = readLabel(at(row, "SkuId"));
    if ("reason" in sku) return reject("SkuId", sku);
    const unit = readLabel(at(row, "ConsumedUnit"));
    if ("reason" in unit) return reject("ConsumedUnit", unit);
    const quantity = filled(at(row, "ConsumedQuantity"), readAmount);
    if ("reason" in quantity) return reject("ConsumedQuantity", quantity);
    const start = filled(at(row, "ChargePeriodStart"), moment);
    if ("reason" in start) return reject("ChargePeriodStart", start);
    if (start.value.ahead) return reject("ChargePeriodStart", { reason: "lies after the file came in" });
    const end = filled(at(row, "ChargePeriodEnd"), moment);
    if ("reason" in end) return reject("ChargePeriodEnd", end);
    if (end.value.ms <= start.value.ms) {
      return reject("ChargePeriodEnd", { reason: "is not after ChargePeriodStart" });
    }
    const named = at(row, "ResourceName");
    const resource = readLabel(named || at(row, "ResourceId") || "-", resourceMost);
    if ("reason" in resource) return reject(named ? "ResourceName" : "ResourceId", resource);

    const what = [account.value, service.value, sku.value, unit.value] as const;
    const id = at(row, "Id");
    const identity = id ? [id] : [...what, start.value.text, end.value.text, ...apart.map((name) => at(row, name))];
    return {
      account: account.value,
      service: service.value,
      sku: sku.value,
      unit: unit.value,
      quantity: quantity.value,
      usedAt: start.value.text,
      key: identityKey(start.value.day, identity),
      hash: contentHash([quantity.value, start.value.text, ...what]),
      resource: resource.value === "-" ? null : resource.value,
    };
  };
}

/** Without an Id, rows of one account, SKU and period are told apart by these. */
const apart = [
  "ResourceId",
  "ResourceName",
  "SkuPriceId",
  "RegionId",
  "AvailabilityZone",
  "BillingPeriodStart",
  "ChargeClass",
  "PricingCategory",
  "CommitmentDiscountId",
  "Tags",
] as const satisfies readonly OptionalColumn[];

type Fault = { readonly reason: string };
type Moment = { readonly ms: number; readonly text: string; readonly day: string; readonly ahead: boolean };

function momentOf(text: string, receivedAt: Date): Told<Moment> {
  const read = readInstant(text);
  if ("reason" in read) return read;
  const { value } = read;
  const ms = value.getTime();
  const ahead = ms > receivedAt.getTime() + aheadMost;
  return { value: { ms, text: value.toISOString(), day: dayDigits(value), ahead } };
}

function filled<Value>(text: string, read: (text: string) => Told<Value>): Told<Value> {
  return text === "" ? { reason: "is empty" } : read(text);
}

function rejectWidth({ width, cells }: SplitRow, wanted: number): Rejection {
  const columns = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "column" : "columns"}`;
  const reason = `has ${columns(width)} where the header has ${columns(wanted)}`;
  return { column: wholeRow, reason, value: cells.slice(0, 8).join(" ") };
}

function categoryFault({ headings, placeOf }: Columns, category: string): string {
  if (notUsage.includes(category)) return `is ${article(category)} ${category}, not usage, so it is not rated here`;
  const heading = headings[placeOf.ChargeCategory];
  if (category === heading) return "repeats the header";
  if (category === "") return "is empty";
  return "is not a charge category of FOCUS 1.0: Usage, Purchase, Tax, Credit or Adjustment";
}

function article(noun: string): string {
  return /^[AEIOU]/.test(noun) ? "an" : "a";
}
