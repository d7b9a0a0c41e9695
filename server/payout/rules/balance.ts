import { invariant } from "@/server/core/invariant";
import { type Money, money, moneyText, subtract } from "@/server/core/money/money";
import { partsPerMillion, portion } from "@/server/core/money/rate";
import type { PayoutStatus } from "./vocabulary";

/** What stands for a party at the cutoff, and the terms under which it is paid. */
export type Standing = {
  /** Everything due and not paid yet; negative when the party owes. */
  readonly balance: Money;
  /** Below this nothing is paid, and the balance is carried. */
  readonly minimum: Money;
  /** Tax kept from a payout, in parts per million. */
  readonly withholdingRate: bigint;
  readonly hasAccount: boolean;
};

export type Decision = {
  readonly status: Extract<PayoutStatus, "pending" | "below_threshold" | "carried_forward_negative" | "held">;
  /** Fit to show to the party. */
  readonly reason: string;
  readonly gross: Money;
  readonly withheld: Money;
  readonly net: Money;
};

/**
 * Whether a balance is paid, and how much (F-5): a negative one is carried, one below the minimum waits,
 * else all of it is paid. withheld = gross × rate, rounded once half away from zero; net = gross −
 * withheld. A party that has given no account to pay to is held, not skipped.
 */
export function decidePayout({ balance, minimum, withholdingRate, hasAccount }: Standing): Decision {
  invariant(balance.currency === minimum.currency, "the minimum is in the currency of the balance");
  const nothing = money(0n, balance.currency);
  const carried = { gross: nothing, withheld: nothing, net: nothing };
  if (balance.minor < 0n) {
    return {
      ...carried,
      status: "carried_forward_negative",
      reason: `${moneyText(balance)} is carried forward.`,
    };
  }
  if (balance.minor === 0n || balance.minor < minimum.minor) {
    const least = moneyText(minimum);
    const reason = `${moneyText(balance)} is below the minimum of ${least} and is carried forward.`;
    return { ...carried, status: "below_threshold", reason };
  }
  if (!hasAccount) {
    return { ...carried, status: "held", reason: "There is no bank account to pay to. Add one to be paid." };
  }
  const withheld = portion(balance, partsPerMillion(withholdingRate));
  const reason = withheld.minor === 0n ? "Paid in full." : `${moneyText(withheld)} of tax is withheld.`;
  return { status: "pending", reason, gross: balance, withheld, net: subtract(balance, withheld) };
}
