import { describe, expect, test } from "vitest";
import type { PartyId } from "@/server/core/ids";
import { discountOf, exceptionCauses } from "./discount";

const [operator, seller, partner, other] = ["operator", "seller", "partner", "other"] as PartyId[] as [
  PartyId,
  PartyId,
  PartyId,
  PartyId,
];
const chain = { sellerId: seller, partnerId: partner, operatorId: operator };

describe("a discount is given", () => {
  test.each([
    //                      rate        asked bearer  bearer
    ["by the seller", 50_000n, null, seller],
    ["by the partner", 50_000n, partner, partner],
    ["by the operator", 50_000n, operator, operator],
    ["down to nothing", 1_000_000n, null, seller],
  ] as const)("%s", (_name, rate, bearerId, bearer) => {
    expect(discountOf({ ...chain, rate, bearerId })).toEqual({ rate, bearerId: bearer });
  });

  test("by nobody when there is none", () => {
    expect(discountOf({ ...chain, rate: 0n, bearerId: null })).toBeNull();
  });

  test.each([
    ["more than everything", 1_000_001n, null, "between 0 % and 100 %"],
    ["less than nothing", -1n, null, "between 0 % and 100 %"],
    ["at the cost of somebody else", 50_000n, other, "by the seller, by yourself or by the operator"],
  ] as const)("but not %s", (_name, rate, bearerId, message) => {
    expect(() => discountOf({ ...chain, rate, bearerId })).toThrow(message);
  });
});

describe("a discount needs a decision", () => {
  test.each([
    //                                   rate       band       bearer    seller    causes
    ["not at the edge of the band", 50_000n, 50_000n, seller, seller, []],
    ["a millionth beyond the band", 50_001n, 50_000n, seller, seller, ["beyond_band"]],
    ["when there is no band", 1n, 0n, partner, seller, ["beyond_band"]],
    ["when the operator bears it", 1n, 50_000n, operator, seller, ["borne_by_operator"]],
    ["not when the operator sells", 1n, 50_000n, operator, operator, []],
    ["for both reasons", 60_000n, 50_000n, operator, seller, ["beyond_band", "borne_by_operator"]],
  ] as const)("%s", (_name, rate, band, bearerId, sellerId, causes) => {
    expect(exceptionCauses({ rate, bearerId }, { band, sellerId, operatorId: operator })).toEqual(causes);
  });

  test("not when there is none", () => {
    expect(exceptionCauses(null, { band: 0n, sellerId: seller, operatorId: operator })).toEqual([]);
  });
});
