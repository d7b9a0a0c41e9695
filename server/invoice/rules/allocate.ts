import { invariant } from "@/server/core/invariant";
import { add, type Money, money, subtract, sum } from "@/server/core/money/money";
import { split } from "@/server/core/money/split";

/** What is still open of a line's net and of its tax. */
export type Open = { readonly net: Money; readonly tax: Money };

/**
 * Divides a payment over the lines it pays, each part into net and tax, by largest remainder over what is
 * open.
 *
 * Credit lines are used up by the first payment, so that the charges beside them can be paid in full. No
 * part is more than what is open, and a payment of all that is open closes every line exactly.
 */
export function allocate(payment: Money, lines: readonly Open[]): readonly Open[] {
  const { currency } = payment;
  const gross = lines.map((line) => add(line.net, line.tax));
  invariant(payment.minor > 0n, "a payment is more than nothing");
  invariant(payment.minor <= sum(gross, currency).minor, "a payment is at most what is open");
  const credits = sum(
    gross.filter(({ minor }) => minor < 0n),
    currency,
  );
  const charges = gross.map(({ minor }) => (minor > 0n ? minor : 0n));
  const parts = split(subtract(payment, credits), charges);
  return lines.map((line, index) => {
    const whole = gross[index] ?? money(0n, currency);
    if (whole.minor <= 0n) return line;
    return divide(parts[index] ?? money(0n, currency), line);
  });
}

function divide(part: Money, { net, tax }: Open): Open {
  if (net.minor === 0n || tax.minor === 0n) return net.minor === 0n ? { net, tax: part } : { net: part, tax };
  const [toNet, toTax] = split(part, [net.minor, tax.minor]);
  invariant(toNet !== undefined && toTax !== undefined, "a part is divided in two");
  return { net: toNet, tax: toTax };
}
