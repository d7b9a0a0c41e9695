import { invariant } from "@/server/core/invariant";
import { add, type Money, money, negate, subtract, sum } from "@/server/core/money/money";
import { reverse } from "@/server/core/money/reversal";
import { divideRounded } from "@/server/core/money/rounding";

/** One settlement line of an invoice line: all of it, and what earlier payments released. */
export type Releasable = { readonly amount: Money; readonly released: Money };

/**
 * What a payment of `paid` of the line's `net` releases of each settlement line. Cumulatively pro rata:
 * the parts add up to `paid`, none is released beyond its amount, and the payment that completes the net
 * releases exactly what is left (F-2). Negative lines go first, in proportion to the net paid so far, and
 * make room for the others. Minor units, in line order.
 */
export function releaseParts(
  net: Money,
  paidBefore: Money,
  paid: Money,
  lines: readonly Releasable[],
): readonly Money[] {
  invariant(net.minor >= 0n && paid.minor >= 0n, "a payment pays for something that was charged");
  const paidNow = add(paidBefore, paid);
  invariant(paidNow.minor <= net.minor, "no more is paid than was charged");
  if (paidNow.minor === net.minor) return lines.map(({ amount, released }) => subtract(amount, released));

  const taken = lines.map((line) => (line.amount.minor < 0n ? negativePart(line, net, paidNow) : zero(net)));
  const toGive = add(paid, negate(sum(taken, net.currency)));
  const given = reverse(
    toGive,
    lines.map(({ amount }) => positive(amount)),
    lines.map(({ amount, released }) => positive(subtract(amount, released))),
  );
  return lines.map((_line, index) => add(taken[index] as Money, given[index] as Money));
}

function negativePart({ amount, released }: Releasable, net: Money, paidNow: Money): Money {
  const due = money(divideRounded(amount.minor * paidNow.minor, net.minor, "half_away"), net.currency);
  return subtract(due, released);
}

function positive(amount: Money): Money {
  return amount.minor > 0n ? amount : zero(amount);
}

function zero({ currency }: Money): Money {
  return money(0n, currency);
}
