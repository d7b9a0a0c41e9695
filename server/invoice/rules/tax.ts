import { type PartsPerMillion, partsPerMillion } from "@/server/core/money/rate";

/**
 * Tax categories of an invoice line (UNTDID 5305, as EN 16931 uses them): standard rate, zero rated,
 * reverse charge (the customer pays the tax), and outside the scope of tax.
 */
export const taxCategories = ["S", "Z", "AE", "O"] as const;
export type TaxCategory = (typeof taxCategories)[number];

export type TaxTerms = { readonly category: TaxCategory; readonly rate: PartsPerMillion };

/** Where a party is registered, and by which number its authorities know it. */
export type Taxable = { readonly country: string; readonly taxId: string | null };

type Rates = readonly { readonly from: string; readonly percent: string }[];

/**
 * Standard rates of value added tax with the day they took effect; source: the authorities' published
 * rates, as of 2026.
 */
const standardRates: Readonly<Record<string, Rates>> = {
  AT: [{ from: "1984-01-01", percent: "20" }],
  BE: [{ from: "1996-01-01", percent: "21" }],
  CH: [
    { from: "2018-01-01", percent: "7.7" },
    { from: "2024-01-01", percent: "8.1" },
  ],
  CZ: [{ from: "2013-01-01", percent: "21" }],
  DE: [{ from: "2021-01-01", percent: "19" }],
  DK: [{ from: "1992-01-01", percent: "25" }],
  EE: [
    { from: "2024-01-01", percent: "22" },
    { from: "2025-07-01", percent: "24" },
  ],
  ES: [{ from: "2012-09-01", percent: "21" }],
  FI: [
    { from: "2013-01-01", percent: "24" },
    { from: "2024-09-01", percent: "25.5" },
  ],
  FR: [{ from: "2014-01-01", percent: "20" }],
  GB: [{ from: "2011-01-04", percent: "20" }],
  IE: [{ from: "2021-03-01", percent: "23" }],
  IT: [{ from: "2013-10-01", percent: "22" }],
  LU: [{ from: "2024-01-01", percent: "17" }],
  NL: [{ from: "2012-10-01", percent: "21" }],
  NO: [{ from: "2005-01-01", percent: "25" }],
  PL: [{ from: "2011-01-01", percent: "23" }],
  PT: [{ from: "2011-01-01", percent: "23" }],
  SE: [{ from: "1990-07-01", percent: "25" }],
  SK: [
    { from: "2011-01-01", percent: "20" },
    { from: "2025-01-01", percent: "23" },
  ],
};

const union = new Set("AT BE CZ DE DK EE ES FI FR IE IT LU NL PL PT SE SK".split(" "));

const nothing = partsPerMillion(0n);

/**
 * How a service sold by one party to another is taxed on a day like `2026-03-31`. At home, at the
 * seller's standard rate; across a border of the Union to a business with a tax id, by reverse charge; to
 * or from outside, not at all.
 */
export function taxTerms(seller: Taxable, customer: Taxable, taxClass: string, day: string): TaxTerms {
  const rate = standardRate(seller.country, day);
  if (rate === null) return { category: "O", rate: nothing };
  const atHome = seller.country === customer.country;
  const inUnion = union.has(seller.country) && union.has(customer.country);
  if (!atHome && !inUnion) return { category: "O", rate: nothing };
  if (taxClass === "zero") return { category: "Z", rate: nothing };
  if (!atHome && customer.taxId !== null) return { category: "AE", rate: nothing };
  return { category: "S", rate };
}

/** What an invoice must say where it charges no tax. */
export const taxNotes: Readonly<Record<TaxCategory, string | null>> = {
  S: null,
  Z: "Zero rated.",
  AE: "Reverse charge: the customer accounts for the tax.",
  O: "Outside the scope of value added tax.",
};

function standardRate(country: string, day: string): PartsPerMillion | null {
  const rates = standardRates[country]?.filter(({ from }) => from <= day) ?? [];
  const percent = rates.at(-1)?.percent;
  if (percent === undefined) return null;
  const [whole = "", fraction = ""] = percent.split(".");
  return partsPerMillion(BigInt(whole + fraction.padEnd(4, "0")));
}
