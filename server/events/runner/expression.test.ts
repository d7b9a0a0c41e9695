import { describe, expect, test } from "vitest";
import { comparedPaths, readExpression } from "./expression";

const facts = {
  event: {
    name: "order.placed",
    data: { orderId: "ord_1", count: 3, big: true, none: null, "odd key": "x" },
  },
  async: { data: { orderId: "ord_1", count: 2 } },
};

describe("an expression says", () => {
  test.each([
    // expression                                                     value
    ["event.data.orderId", "ord_1"],
    ["event.data.orderId == async.data.orderId", true],
    ["event.data.orderId != async.data.orderId", false],
    ["event.data.count > async.data.count", true],
    ["event.data.count <= 3 && event.data.big", true],
    ["event.data.big == false || event.name == 'order.placed'", true],
    ["!(event.data.count < 3)", true],
    ["event.data.orderId + '-' + event.name", "ord_1-order.placed"],
    ["event.data.count + 1", 4],
    ['event.data["odd key"] == "x"', true],
    ["event.data.missing == null", true],
    ["event.data.missing.further == null", true],
    ["event.data.orderId < 5", false],
    ["event.data.orderId == 'it\\'s'", false],
    ["event.data.constructor == null", true],
  ])("%s", (text, value) => {
    expect(readExpression(text).value(facts)).toBe(value);
  });

  test.each([
    ["a call", "has(event.data.x)"],
    ["another root", "steps.first == 1"],
    ["an unfinished one", "event.data.x =="],
    ["an open bracket", "(event.data.x == 1"],
    ["two in a row", "event.data.x event.data.y"],
    ["an arithmetic that is not offered", "event.data.x * 2 == 4"],
  ])("nothing when it is %s", (_name, text) => {
    expect(() => readExpression(text)).toThrow("Broken invariant");
  });
});

describe("a plain comparison of two paths", () => {
  test.each([
    ["event.data.orderId == async.data.orderId", { event: ["data", "orderId"], async: ["data", "orderId"] }],
    ["event.data.a == async.data.b.c", { event: ["data", "a"], async: ["data", "b", "c"] }],
    ["async.data.a == event.data.a", undefined],
    ["event.data.a == async.data.a && true", undefined],
  ])("is recognised in %s", (text, paths) => {
    expect(comparedPaths(text)).toEqual(paths);
  });
});
