import { decimal, decimalToText, multiplyDecimals } from "@/server/core/decimal";
import { invariant } from "@/server/core/invariant";
import { draws } from "./draws";

/** What Nimbus Cloud sells, as its files call it, and what it is here. */
export const nimbusServices = [
  { service: "Nimbus Compute", unit: "vCPU-Hours", meter: "compute", factor: "1" },
  { service: "Nimbus Block Storage", unit: "GB-Hours", meter: "storage", factor: "1" },
  { service: "Nimbus Object Storage", unit: "TB-Hours", meter: "storage", factor: "1000" },
] as const;

export type FocusFile = {
  /** The month that is billed, as `2025-03`. */
  readonly month: string;
  /** The supplier's names of its customers' accounts; rows go round them. */
  readonly accounts: readonly string[];
  readonly rows: number;
  /** One row of an account that nobody has mapped. */
  readonly unmatched?: string;
  /** The first row once more at the end, as suppliers do. */
  readonly duplicate?: boolean;
  /** So many of the rows were used in the month before and come with this month's file. */
  readonly late?: number;
  /** One row that is no usage: a credit. */
  readonly credit?: boolean;
  /** Another seed, other quantities. */
  readonly seed?: number;
};

/**
 * A usage file of Nimbus Cloud in FOCUS 1.0: every column of the specification, prices below a cent,
 * quantities with 15 places. The same options give the same bytes. Each yield is one or more whole lines.
 */
export function* focusFile(options: FocusFile): Generator<string> {
  const { accounts, rows, unmatched, duplicate = false, late = 0, credit = false } = options;
  invariant(accounts.length > 0 && late <= rows, "a file has accounts, and no more late rows than rows");
  const month = monthOf(options.month);
  const before = monthOf(options.month, -1);
  const draw = draws(options.seed ?? 1);
  const billed = { billedFrom: month.from, billedTo: month.to };
  yield `${columns.join(",")}\n`;
  let first: string | undefined;
  for (let row = 0; row < rows; row += 1) {
    const account = accounts[row % accounts.length] ?? "";
    const spread = Math.floor(row / accounts.length);
    const line = usageLine({ ...billed, account, spread, draw, used: row < rows - late ? month : before });
    first ??= line;
    yield line;
  }
  if (unmatched !== undefined)
    yield usageLine({ ...billed, account: unmatched, spread: 0, draw, used: month });
  if (credit) yield creditLine({ ...billed, account: accounts[0] ?? "", used: month });
  if (duplicate && first !== undefined) yield first;
}

const columns = [
  ...["AvailabilityZone", "BilledCost", "BillingAccountId", "BillingAccountName", "BillingCurrency"],
  ...["BillingPeriodEnd", "BillingPeriodStart", "ChargeCategory", "ChargeClass", "ChargeDescription"],
  ...["ChargeFrequency", "ChargePeriodEnd", "ChargePeriodStart", "CommitmentDiscountCategory"],
  ...["CommitmentDiscountId", "CommitmentDiscountName", "CommitmentDiscountStatus", "CommitmentDiscountType"],
  ...["ConsumedQuantity", "ConsumedUnit", "ContractedCost", "ContractedUnitPrice", "EffectiveCost"],
  ...["InvoiceIssuerName", "ListCost", "ListUnitPrice", "PricingCategory", "PricingQuantity", "PricingUnit"],
  ...[
    "ProviderName",
    "PublisherName",
    "RegionId",
    "RegionName",
    "ResourceId",
    "ResourceName",
    "ResourceType",
  ],
  ...["ServiceCategory", "ServiceName", "SkuId", "SkuPriceId", "SubAccountId", "SubAccountName", "Tags"],
] as const;

type Sku = {
  readonly service: (typeof nimbusServices)[number]["service"];
  readonly unit: string;
  readonly category: string;
  readonly sku: string;
  readonly what: string;
  readonly type: string;
  readonly resources: readonly string[];
  /** Of one unit. */
  readonly price: string;
  /** A usual quantity of one row, in thousandths. */
  readonly usual: bigint;
};

const skus: readonly Sku[] = [
  {
    ...{ service: "Nimbus Compute", unit: "vCPU-Hours", category: "Compute", sku: "NC-GP2", price: "0.0184" },
    ...{ what: "General purpose vCPU", type: "Virtual machine", usual: 1_800n },
    resources: ["web-01", "web-02", "orders-db", "build-runner"],
  },
  {
    ...{ service: "Nimbus Block Storage", unit: "GB-Hours", category: "Storage", sku: "NB-SSD" },
    ...{ what: "SSD volume", type: "Volume", price: "0.000109589", usual: 96_000n },
    resources: ["web-01-root", "web-02-root", "orders-db-data"],
  },
  {
    ...{
      service: "Nimbus Compute",
      unit: "vCPU-Hours",
      category: "Compute",
      sku: "NC-MEM4",
      price: "0.0263",
    },
    ...{ what: "Memory optimised vCPU", type: "Virtual machine", usual: 900n },
    resources: ["cache-01", "reporting"],
  },
  {
    ...{ service: "Nimbus Object Storage", unit: "TB-Hours", category: "Storage", sku: "NO-STD" },
    ...{ what: "Standard object storage", type: "Bucket", price: "0.0315068", usual: 85n },
    resources: ["backups", "documents", "camera-archive"],
  },
];

const zones = ["a", "b", "c"] as const;

type Month = { readonly from: string; readonly to: string; readonly start: number; readonly hours: number };

type Line = {
  readonly account: string;
  readonly used: Month;
  readonly billedFrom: string;
  readonly billedTo: string;
};

/**
 * Rows of an account go round its SKUs and resources, and then on in time, so that no two have one identity.
 */
function usageLine(
  line: Line & { readonly spread: number; readonly draw: (below: number) => number },
): string {
  const { account, used, spread, draw } = line;
  const sku = skus[spread % skus.length] ?? skus[0];
  invariant(sku !== undefined, "Nimbus sells something");
  const round = Math.floor(spread / skus.length);
  const resource = sku.resources[round % sku.resources.length] ?? "";
  // No month has a number of hours that 241 divides: each hour comes up once before any comes again.
  const step = Math.floor(round / sku.resources.length);
  const hour = (step * 241) % used.hours;
  const again = Math.floor(step / used.hours);
  const quantity = quantityOf(sku.usual, draw);
  const cost = decimalToText(multiplyDecimals(decimal(quantity), decimal(sku.price)));
  return write(line, {
    ...{
      AvailabilityZone: `eu-north-${zones[draw(3)]}`,
      BilledCost: cost,
      ContractedCost: cost,
      EffectiveCost: cost,
    },
    ...{ ListCost: cost, ListUnitPrice: sku.price, ContractedUnitPrice: sku.price },
    ...{ ChargeCategory: "Usage", ChargeDescription: `${sku.what}, EUR ${sku.price} a unit` },
    ...{ ChargePeriodStart: hourOf(used, hour), ChargePeriodEnd: hourOf(used, hour + 1) },
    ...{
      ConsumedQuantity: quantity,
      ConsumedUnit: sku.unit,
      PricingQuantity: quantity,
      PricingUnit: sku.unit,
    },
    ...{ ResourceId: `nrn:${sku.sku.toLowerCase()}:${account}:${resource}${again > 0 ? `-${again}` : ""}` },
    ...{ ResourceName: `${resource}${again > 0 ? `-${again}` : ""}`, ResourceType: sku.type },
    ...{
      ServiceCategory: sku.category,
      ServiceName: sku.service,
      SkuId: sku.sku,
      SkuPriceId: `${sku.sku}.EUR`,
    },
    Tags: `{"environment": "${draw(4) === 0 ? "test" : "production"}"}`,
  });
}

function creditLine(line: Line): string {
  return write(line, {
    ...{ BilledCost: "-25.00", ContractedCost: "-25.00", EffectiveCost: "-25.00", ListCost: "0" },
    ...{ ChargeCategory: "Credit", ChargeDescription: "Goodwill for an outage", ChargeFrequency: "One-Time" },
    ...{ ChargePeriodStart: hourOf(line.used, 0), ChargePeriodEnd: hourOf(line.used, 1) },
    ...{ ServiceCategory: "Compute", ServiceName: "Nimbus Compute", SkuId: "NC-CREDIT" },
  });
}

function write(
  { account, billedFrom, billedTo }: Line,
  cells: Partial<Record<(typeof columns)[number], string>>,
): string {
  const all: Partial<Record<(typeof columns)[number], string>> = {
    ...{ BillingAccountId: "NIM-20417", BillingAccountName: "Meridian Telecom", BillingCurrency: "EUR" },
    ...{ BillingPeriodStart: billedFrom, BillingPeriodEnd: billedTo, ChargeFrequency: "Usage-Based" },
    ...{
      InvoiceIssuerName: "Nimbus Cloud, Inc.",
      ProviderName: "Nimbus Cloud",
      PublisherName: "Nimbus Cloud, Inc.",
    },
    ...{ PricingCategory: "Standard", RegionId: "eu-north", RegionName: "EU North", SubAccountId: account },
    SubAccountName: `Account ${account}`,
    ...cells,
  };
  return `${columns.map((name) => cell(all[name])).join(",")}\n`;
}

function cell(text: string | undefined): string {
  if (text === undefined) return "NULL";
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Between a half and one and a half of the usual, to 15 places. */
function quantityOf(usual: bigint, draw: (below: number) => number): string {
  const units = usual * 1_000_000_000_000n;
  const share = BigInt(draw(1_000_000_000)) * 1_000_000_000n + BigInt(draw(1_000_000_000));
  return decimalToText({ units: units / 2n + (units * share) / 1_000_000_000_000_000_000n, scale: 15 });
}

function monthOf(text: string, offset = 0): Month {
  const read = /^(\d{4})-(\d{2})$/.exec(text);
  invariant(read !== null, "a month is written as 2025-03");
  const [year, month] = [Number(read[1]), Number(read[2]) - 1 + offset];
  const [start, end] = [Date.UTC(year, month), Date.UTC(year, month + 1)];
  return { from: written(start), to: written(end), start, hours: (end - start) / 3_600_000 };
}

function hourOf({ start }: Month, hour: number): string {
  return written(start + hour * 3_600_000);
}

/** As the specification's own samples have it; UTC. */
function written(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19).replace("T", " ");
}
