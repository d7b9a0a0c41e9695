import { describe, expect, test } from "vitest";
import { inputOf, listHref, loadListQuery } from "./query";

const spec = { sort: "placedAt", dir: "desc", filters: ["state", "seller"] } as const;
const read = (search: string) => loadListQuery(new URLSearchParams(search), spec);

describe("a list's address", () => {
  test.each([
    //                        address                        part of what is asked
    ["empty", "", { q: "", sort: "placedAt", dir: "desc", page: 1, size: 50 }],
    ["with a search", "q=orchard&page=3", { q: "orchard", page: 3 }],
    ["with filters", "state=held,failed", { filters: { state: ["held", "failed"] } }],
    ["with a stranger's", "tenant=other", { filters: {} }],
    ["beyond its bounds", "page=-4&size=100000", { page: 1, size: 200 }],
    ["with nonsense", "page=x&dir=sideways", { page: 1, dir: "desc" }],
  ])("%s", async (_name, search, asked) => {
    expect(inputOf(await read(search))).toMatchObject(asked);
  });

  test("leads back to what it was read from", async () => {
    const search = "q=a&sort=number&dir=asc&page=2&cols=term&state=held";
    const href = listHref("/operator/orders", await read(search));
    expect(new URL(href, "http://x").search.slice(1).split("&").sort()).toEqual(search.split("&").sort());
  });

  test("says nothing of what goes without saying", async () => {
    expect(listHref("/operator/orders", await read("page=2"), { page: 1 })).toBe("/operator/orders");
  });
});
