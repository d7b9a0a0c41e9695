import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveItem, orderStatusOf } from "./transition";
import type { OrderItemStatus } from "./vocabulary";

const states: readonly OrderItemStatus[] = ["acknowledged", "inProgress", "completed", "failed", "cancelled"];

describe("an order item moves", () => {
  const allowed = new Set([
    "acknowledged → inProgress",
    "acknowledged → completed",
    "acknowledged → failed",
    "acknowledged → cancelled",
    "inProgress → completed",
    "inProgress → failed",
    "inProgress → cancelled",
    "failed → inProgress",
    "failed → cancelled",
  ]);
  const moves = states.flatMap((from) => states.map((to) => [`${from} → ${to}`, from, to] as const));
  test.each(moves)("%s", (name, from, to) => {
    if (allowed.has(name)) expect(moveItem(from, to)).toBe(to);
    else expect(() => moveItem(from, to)).toThrow("cannot become");
  });
});

describe("an order stands where its items stand", () => {
  test.each([
    // items                                    order
    ["acknowledged acknowledged", "acknowledged"],
    ["acknowledged inProgress", "inProgress"],
    ["acknowledged completed", "inProgress"],
    ["completed inProgress failed", "inProgress"],
    ["acknowledged failed", "inProgress"],
    ["completed completed", "completed"],
    ["completed failed", "partial"],
    ["completed cancelled", "partial"],
    ["completed failed cancelled", "partial"],
    ["failed failed", "failed"],
    ["failed cancelled", "failed"],
    ["cancelled cancelled", "cancelled"],
  ])("%s → %s", (items, order) => {
    expect(orderStatusOf(items.split(" ") as OrderItemStatus[])).toBe(order);
  });

  test("whatever the order of its items", () => {
    const some = fc.array(fc.constantFrom(...states), { minLength: 1 });
    fc.assert(
      fc.property(some, (items) => {
        expect(orderStatusOf([...items].sort())).toBe(orderStatusOf(items));
      }),
    );
  });
});
