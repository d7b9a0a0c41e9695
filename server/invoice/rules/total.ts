import { invariant } from "@/server/core/invariant";
import type { Currency } from "@/server/core/money/currency";
import { add, type Money, money, negate, sum } from "@/server/core/money/money";
import { type PartsPerMillion, portion, WHOLE } from "@/server/core/money/rate";
import { split } from "@/server/core/money/split";
import type { TaxCategory, TaxTerms } from "./tax";

export type TaxTotal = {
  readonly category: TaxCategory;
  readonly rate: PartsPerMillion;
  readonly base: Money;
  readonly tax: Money;
};

export type Totals = {
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  /** One for each category and rate, in the order in which the lines name them. */
  readonly taxes: readonly TaxTotal[];
  /** Each line's part of the tax of its category, in the order of the lines. */
  readonly lineTaxes: readonly Money[];
};

type Line = { readonly net: Money; readonly terms: TaxTerms };

/**
 * Adds up an invoice. Tax is the sum of a category's nets times its rate, rounded once (EN 16931, BR-CO-17),
 * and handed back to the lines by largest remainder.
 */
export function totalsOf(lines: readonly Line[], currency: Currency): Totals {
  const keyOf = ({ terms }: Line) => `${terms.category} ${terms.rate}`;
  const lineTaxes = lines.map(() => money(0n, currency));
  const taxes = [...new Set(lines.map(keyOf))].map((key) => {
    const members = lines.flatMap((line, index) => (keyOf(line) === key ? [{ line, index }] : []));
    const [first] = members;
    invariant(first !== undefined, "a category has a line");
    const { category, rate } = first.line.terms;
    const nets = members.map(({ line }) => line.net);
    const base = sum(nets, currency);
    const tax = portion(base, rate);
    handBack(tax, nets, rate).forEach((part, place) => {
      const index = members[place]?.index ?? 0;
      lineTaxes[index] = part;
    });
    return { category, rate, base, tax };
  });
  const net = sum(
    lines.map((line) => line.net),
    currency,
  );
  const tax = sum(
    taxes.map((each) => each.tax),
    currency,
  );
  return { net, tax, gross: add(net, tax), taxes, lineTaxes };
}

function handBack(tax: Money, nets: readonly Money[], rate: PartsPerMillion): readonly Money[] {
  const weights = nets.map(({ minor }) => minor);
  if (weights.every((weight) => weight === 0n)) return nets.map(({ currency }) => money(0n, currency));
  if (weights.every((weight) => weight >= 0n)) return split(tax, weights);
  if (weights.every((weight) => weight <= 0n))
    return split(
      tax,
      weights.map((weight) => -weight),
    );
  if (tax.minor < 0n) return handBack(negate(tax), nets.map(negate), rate).map(negate);
  return handBackMixed(tax, weights, rate);
}

/**
 * Charges and credits in one category: `split` takes no negative weight, so each line's own exact tax is cut
 * down to a whole unit, and what is left goes, one each, to the largest remainders, ties to the larger net.
 */
function handBackMixed(tax: Money, nets: readonly bigint[], rate: PartsPerMillion): readonly Money[] {
  const cut = nets.map((net, index) => {
    const exact = net * rate;
    const remainder = ((exact % WHOLE) + WHOLE) % WHOLE;
    return { index, net, units: (exact - remainder) / WHOLE, remainder };
  });
  const left = tax.minor - cut.reduce((total, { units }) => total + units, 0n);
  invariant(left >= 0n && left <= BigInt(cut.length), "what is left is less than a unit a line");
  const order = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
  const lucky = cut
    .toSorted((a, b) => order(b.remainder, a.remainder) || order(b.net, a.net) || a.index - b.index)
    .slice(0, Number(left));
  const more = new Set(lucky.map(({ index }) => index));
  return cut.map(({ index, units }) => money(units + (more.has(index) ? 1n : 0n), tax.currency));
}
