import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EUR } from "@/server/core/money/currency";
import { add, money } from "@/server/core/money/money";
import { decidePayout } from "./balance";

const eur = (minor: bigint) => money(minor, EUR);

describe("a balance is paid, carried or held", () => {
  test.each([
    //                                   balance  minimum  rate      account  status
    // gross    withheld  net
    ["T4: June is negative, carried", -1407n, 5000n, 100_000n, true, "carried_forward_negative", 0n, 0n, 0n],
    ["T4: July stays below the minimum", 4593n, 5000n, 100_000n, true, "below_threshold", 0n, 0n, 0n],
    ["T4: August is paid, less tax", 6593n, 5000n, 100_000n, true, "pending", 6593n, 659n, 5934n],
    ["just the minimum is paid", 5000n, 5000n, 0n, true, "pending", 5000n, 0n, 5000n],
    ["nothing is not paid", 0n, 0n, 0n, true, "below_threshold", 0n, 0n, 0n],
    ["a single cent, without a minimum", 1n, 0n, 0n, true, "pending", 1n, 0n, 1n],
    ["nowhere to pay to", 6593n, 5000n, 0n, false, "held", 0n, 0n, 0n],
  ] as const)("%s", (_name, balance, minimum, withholdingRate, hasAccount, status, gross, withheld, net) => {
    const decided = decidePayout({
      balance: eur(balance),
      minimum: eur(minimum),
      withholdingRate,
      hasAccount,
    });
    expect(decided).toMatchObject({ status, gross: eur(gross), withheld: eur(withheld), net: eur(net) });
  });

  test("and net and withheld are always what leaves the balance", () => {
    const anyMinor = fc.bigInt(-(10n ** 15n), 10n ** 15n);
    fc.assert(
      fc.property(
        anyMinor,
        fc.bigInt(0n, 10n ** 6n),
        fc.bigInt(0n, 1_000_000n),
        fc.boolean(),
        (minor, minimum, withholdingRate, hasAccount) => {
          const balance = eur(minor);
          const { status, gross, withheld, net } = decidePayout({
            balance,
            minimum: eur(minimum),
            withholdingRate,
            hasAccount,
          });
          expect(add(net, withheld)).toEqual(gross);
          expect(gross).toEqual(status === "pending" ? balance : eur(0n));
          expect(withheld.minor >= 0n && withheld.minor <= gross.minor).toBe(true);
        },
      ),
    );
  });
});
