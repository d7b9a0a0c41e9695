import { describe, expect, test } from "vitest";
import { chooseQuantities, type Limits } from "./quantities";

const seats = component("cmp_seats", "Seats", "1", "500", "10");
const cloud = component("cmp_cloud", "Cloud", "0", null, "250.5");

describe("quantities are chosen", () => {
  test.each([
    //                       asked                                            chosen
    [
      "by default",
      {},
      [
        ["cmp_seats", "10"],
        ["cmp_cloud", "250.5"],
      ],
    ],
    [
      "as asked",
      { cmp_seats: "25" },
      [
        ["cmp_seats", "25"],
        ["cmp_cloud", "250.5"],
      ],
    ],
    [
      "exactly",
      { cmp_cloud: "0.000000000000001" },
      [
        ["cmp_seats", "10"],
        ["cmp_cloud", "0.000000000000001"],
      ],
    ],
    ["without what is zero", { cmp_cloud: "0.00" }, [["cmp_seats", "10"]]],
    [
      "at the upper limit",
      { cmp_seats: "500" },
      [
        ["cmp_seats", "500"],
        ["cmp_cloud", "250.5"],
      ],
    ],
  ])("%s", (_name, asked, chosen) => {
    const result = chooseQuantities([seats, cloud], asked as Record<string, string>);
    expect(result.map(({ component: { componentId }, quantity }) => [componentId, quantity])).toEqual(chosen);
  });

  test.each([
    ["below the lower limit", { cmp_seats: "0" }, "The quantity of Seats is between 1 and 500."],
    ["above the upper limit", { cmp_seats: "500.1" }, "The quantity of Seats is between 1 and 500."],
    ["below zero", { cmp_cloud: "-1" }, "The quantity of Cloud is at least 0."],
    ["of something else", { cmp_other: "1" }, "The offer has no such component."],
    ["that are no numbers", { cmp_seats: "1,000" }, "“1,000” is not a decimal number."],
  ])("but not %s", (_name, asked, message) => {
    expect(() => chooseQuantities([seats, cloud], asked as Record<string, string>)).toThrow(message);
  });

  test("but not of nothing at all", () => {
    expect(() => chooseQuantities([cloud], { cmp_cloud: "0" })).toThrow("at least one component");
  });
});

function component(id: string, name: string, min: string, max: string | null, usual: string): Limits {
  return {
    componentId: id,
    name,
    quantityMin: min,
    quantityMax: max,
    quantityDefault: usual,
  };
}
