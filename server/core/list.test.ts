import { describe, expect, test } from "vitest";
import { ListInput, listInput, offsetOf } from "./list";

const Orders = listInput(["placedAt", "number"], ["state"]);

describe("a list", () => {
  test("asked nothing shows its first page by its first sort", () => {
    const plain = { q: "", sort: "placedAt", dir: "asc", page: 1, size: 50, filters: {} };
    expect(Orders.parse({})).toEqual(plain);
    expect(Orders.parse({ sort: "" })).toEqual(plain);
  });

  test("takes the sorts and filters it names", () => {
    const asked = { sort: "number", dir: "desc", filters: { state: ["held"] } };
    expect(Orders.parse(asked)).toMatchObject(asked);
  });

  test.each([
    ["another sort", { sort: "price" }],
    ["another filter", { filters: { seller: ["a"] } }],
    ["a page before the first", { page: 0 }],
    ["half a page", { page: 1.5 }],
    ["more rows than a page has", { size: 201 }],
    ["a search without end", { q: "x".repeat(201) }],
  ])("refuses %s", (_name, asked) => {
    expect(Orders.safeParse(asked).success).toBe(false);
  });

  test("without filters takes none", () => {
    expect(listInput(["name"]).safeParse({ filters: { state: ["a"] } }).success).toBe(false);
    expect(listInput(["name"]).parse({}).filters).toEqual({});
  });

  test("of any kind takes any names", () => {
    expect(ListInput.parse({ sort: "x", filters: { y: ["z"] } })).toMatchObject({
      sort: "x",
      filters: { y: ["z"] },
    });
  });

  test("skips the pages before", () => {
    expect(offsetOf({ page: 1, size: 50 })).toBe(0);
    expect(offsetOf({ page: 3, size: 25 })).toBe(50);
  });
});
