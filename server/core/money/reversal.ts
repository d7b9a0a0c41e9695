import { invariant } from "../invariant";
import { add, type Money, money, negate, subtract, sum } from "./money";
import { split } from "./split";

/**
 * Takes a refund back from the legs that were paid: the bounded reversal (F-2).
 *
 * The refund is split by what each leg was paid; no leg gives more than it has left, and what it cannot give
 * is split again among those that can. The parts add up to the refund, each lies between nothing and what
 * remains, and a full refund returns exactly what was paid. Amounts share one sign: a refund of a credit is
 * the mirror of a refund of a charge. All in minor units, legs in leg order.
 *
 * The caller has made sure that the refund is no more than what remains, and that no leg has more left than
 * it was paid.
 */
export function reverse(
  refund: Money,
  paid: readonly Money[],
  remaining: readonly Money[],
): readonly Money[] {
  const whole = [...paid, ...remaining, refund];
  if (whole.some(({ minor }) => minor < 0n)) {
    invariant(
      whole.every(({ minor }) => minor <= 0n),
      "a reversal has one sign",
    );
    return reverse(negate(refund), paid.map(negate), remaining.map(negate)).map(negate);
  }
  expectRoom(refund, paid, remaining);
  let taken: readonly Money[] = paid.map(() => money(0n, refund.currency));
  let left = refund;
  while (left.minor > 0n) {
    taken = takeOnce(left, paid, remaining, taken);
    left = subtract(refund, sum(taken, refund.currency));
  }
  return taken;
}

/** One round: legs with room are asked for their shares and give what they have. It ends or fills a leg. */
function takeOnce(
  left: Money,
  paid: readonly Money[],
  remaining: readonly Money[],
  taken: readonly Money[],
): readonly Money[] {
  const room = remaining.map((amount, leg) => amount.minor - (taken[leg]?.minor ?? 0n));
  const asked = split(
    left,
    paid.map(({ minor }, leg) => ((room[leg] ?? 0n) > 0n ? minor : 0n)),
  );
  return asked.map((part, leg) => {
    const most = room[leg] ?? 0n;
    const given = part.minor < most ? part : money(most, left.currency);
    return add(taken[leg] ?? money(0n, left.currency), given);
  });
}

function expectRoom(refund: Money, paid: readonly Money[], remaining: readonly Money[]): void {
  invariant(paid.length === remaining.length, "every leg that was paid says what remains");
  invariant(
    remaining.every(({ minor }, leg) => minor <= (paid[leg]?.minor ?? 0n)),
    "no leg has more left than it was paid",
  );
  invariant(sum(remaining, refund.currency).minor >= refund.minor, "a refund is no more than what remains");
}
