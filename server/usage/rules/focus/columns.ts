import { Refusal } from "@/server/core/refusal";

/** Columns of FOCUS 1.0 (focus.finops.org) without which a row is no usage that we can place. */
export const requiredColumns = [
  "SubAccountId",
  "ServiceName",
  "SkuId",
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "ConsumedQuantity",
  "ConsumedUnit",
  "ChargeCategory",
] as const;

/** Columns that are read where the file has them: they name the resource and tell rows apart. */
export const optionalColumns = [
  "Id",
  "ResourceName",
  "ResourceId",
  "SkuPriceId",
  "RegionId",
  "AvailabilityZone",
  "BillingPeriodStart",
  "ChargeClass",
  "PricingCategory",
  "CommitmentDiscountId",
  "Tags",
] as const;

export type RequiredColumn = (typeof requiredColumns)[number];
export type OptionalColumn = (typeof optionalColumns)[number];
export type ColumnName = RequiredColumn | OptionalColumn;

export type Columns = {
  /** The headings as the file spells them. */
  readonly headings: readonly string[];
  /** The place of each column that is read; -1 for one that the file does not have. */
  readonly placeOf: Readonly<Record<ColumnName, number>>;
};

const columnsMost = 1_000;

/** Finds the columns by their names, in any order; or refuses the header, saying what is wrong with it. */
export function readHeader(cells: readonly string[]): Columns {
  if (cells.length > columnsMost) {
    throw refused(`it has ${cells.length.toLocaleString("en")} columns, and at most 1,000 are read`);
  }
  const headings = cells.map((cell) => cell.trim());
  const placesOf = new Map<string, number[]>();
  for (const [place, heading] of headings.entries()) {
    const key = heading.toLowerCase();
    placesOf.set(key, [...(placesOf.get(key) ?? []), place]);
  }
  const entries = [...requiredColumns, ...optionalColumns].map((name) => {
    const [place = -1, again] = placesOf.get(name.toLowerCase()) ?? [];
    if (again !== undefined) {
      throw refused(`${name} stands in it twice, as column ${place + 1} and as column ${again + 1}`);
    }
    return [name, place] as const;
  });
  const placeOf = Object.fromEntries(entries) as Record<ColumnName, number>;
  const missing = requiredColumns.filter((name) => placeOf[name] < 0);
  if (missing.length === requiredColumns.length) {
    throw refused("none of the columns of FOCUS 1.0 is in it; the first row must name the columns");
  }
  if (missing.length > 0) {
    throw refused(`${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing from it`);
  }
  return { headings, placeOf };
}

function refused(why: string): Refusal {
  return new Refusal("INVALID", `Row 1, the header, cannot be used: ${why}.`);
}
