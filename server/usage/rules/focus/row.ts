import type { SplitRow } from "../text/split";
import { readAmount } from "./amount";
import type { ColumnName, Columns, OptionalColumn } from "./columns";
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

export const wholeRow = "whole row";

const notUsage = ["Credit", "Tax", "Purchase", "Adjustment"];
const resourceMost = 2_000;
/** Clocks differ, and a day that has begun in Auckland has not in Los Angeles. */
const aheadMost = 86_400_000;
const remembered = 10_000;

/** Stands in no cell that is read. */
const apart = "\u0001";

/** Without an Id, rows of one account, SKU and period are told apart by those of these that a file has. */
const distinct = [
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

type Moment = { readonly ms: number; readonly text: string; readonly day: string };

/** Reads the rows of one file: checks every cell that is used and names the first at fault. */
export class RowReader {
  private readonly starts = new Map<string, Told<Moment>>();
  private readonly distinct: readonly number[];

  constructor(
    private readonly columns: Columns,
    private readonly receivedAt: Date,
  ) {
    this.distinct = distinct.map((name) => columns.placeOf[name]);
  }

  read(row: SplitRow): UsageRow | Rejection {
    const wanted = this.columns.headings.length;
    if (row.width !== wanted) return rejectWidth(row, wanted);
    const category = this.at(row, "ChargeCategory");
    if (category !== "Usage") return this.reject(row, "ChargeCategory", this.categoryFault(category));
    const account = this.cell(row, "SubAccountId", readLabel);
    if (isRejection(account)) return account;
    const service = this.cell(row, "ServiceName", readLabel);
    if (isRejection(service)) return service;
    const sku = this.cell(row, "SkuId", readLabel);
    if (isRejection(sku)) return sku;
    const unit = this.cell(row, "ConsumedUnit", readLabel);
    if (isRejection(unit)) return unit;
    const quantity = this.cell(row, "ConsumedQuantity", readAmount);
    if (isRejection(quantity)) return quantity;
    const start = this.cell(row, "ChargePeriodStart", this.moment);
    if (isRejection(start)) return start;
    const end = this.cell(row, "ChargePeriodEnd", this.moment);
    if (isRejection(end)) return end;
    if (start.ms > this.receivedAt.getTime() + aheadMost) {
      return this.reject(row, "ChargePeriodStart", "lies after the file came in");
    }
    if (end.ms <= start.ms) return this.reject(row, "ChargePeriodEnd", "is not after ChargePeriodStart");
    const resource = this.resource(row);
    if (isRejection(resource)) return resource;

    const what = `${account}${apart}${service}${apart}${sku}${apart}${unit}${apart}${start.text}`;
    const usedAt = start.text;
    const key = identityKey(start.day, this.identity(row, what, end.text));
    const hash = contentHash(`${what}${apart}${quantity}`);
    return { account, service, sku, unit, quantity, usedAt, key, hash, resource };
  }

  private at(row: SplitRow, name: ColumnName): string {
    return cellText(row.cells[this.columns.placeOf[name]]);
  }

  private cell<Value extends string | Moment>(
    row: SplitRow,
    name: ColumnName,
    read: (text: string) => Told<Value>,
  ): Value | Rejection {
    const text = this.at(row, name);
    if (text === "") return this.reject(row, name, "is empty");
    const told = read(text);
    return "reason" in told ? this.reject(row, name, told.reason) : told.value;
  }

  /** Rows of a file share their hours, so each is read once. */
  private readonly moment = (text: string): Told<Moment> => {
    const known = this.starts.get(text);
    if (known) return known;
    const read = readInstant(text);
    const told: Told<Moment> = "reason" in read ? read : { value: momentOf(read.value) };
    if (this.starts.size >= remembered) this.starts.clear();
    // A part of a text keeps the whole of it in memory; what is remembered is a copy.
    this.starts.set(Buffer.from(text).toString(), told);
    return told;
  };

  private resource(row: SplitRow): string | null | Rejection {
    const name = this.at(row, "ResourceName") === "" ? "ResourceId" : "ResourceName";
    if (this.at(row, name) === "") return null;
    return this.cell(row, name, (text) => readLabel(text, resourceMost));
  }

  private identity(row: SplitRow, what: string, end: string): string {
    const id = this.at(row, "Id");
    if (id !== "") return id;
    let identity = `${what}${apart}${end}`;
    for (const place of this.distinct) identity += apart + cellText(row.cells[place]);
    return identity;
  }

  private reject(row: SplitRow, column: ColumnName, reason: string): Rejection {
    return { column, reason, value: row.cells[this.columns.placeOf[column]] ?? "" };
  }

  private categoryFault(category: string): string {
    const { headings, placeOf } = this.columns;
    if (notUsage.includes(category)) {
      return `is ${article(category)} ${category}, not usage, so it is not rated here`;
    }
    if (category === "") return "is empty";
    if (category === headings[placeOf.ChargeCategory]) return "repeats the header";
    return "is not a charge category of FOCUS 1.0: Usage, Purchase, Tax, Credit or Adjustment";
  }
}

function isRejection(value: string | Moment | Rejection | null): value is Rejection {
  return typeof value === "object" && value !== null && "reason" in value;
}

function momentOf(instant: Date): Moment {
  return { ms: instant.getTime(), text: instant.toISOString(), day: dayDigits(instant) };
}

function rejectWidth({ width, cells }: SplitRow, wanted: number): Rejection {
  const columns = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "column" : "columns"}`;
  const reason = `has ${columns(width)} where the header has ${columns(wanted)}`;
  return { column: wholeRow, reason, value: cells.slice(0, 8).join(" ") };
}

function article(noun: string): string {
  return /^[AEIOU]/.test(noun) ? "an" : "a";
}
