import { expect, test } from "vitest";
import { nearest } from "./similar";

test("precedents come by partner, offer, closeness and age", () => {
  const past = [
    // name                        partner  offer  rate      day
    ["another partner's, same rate", "p2", "o1", 80_000n, 9],
    ["far", "p1", "o1", 200_000n, 8],
    ["close but old", "p1", "o1", 90_000n, 1],
    ["close", "p1", "o1", 70_000n, 5],
    ["another offer", "p1", "o2", 80_000n, 7],
  ] as const;
  const precedents = past.map(([name, partnerId, offerId, rate, day]) => ({
    ...{ name, partnerId, offerId, rate },
    decidedAt: new Date(Date.UTC(2026, 0, day)),
  }));
  const found = nearest(precedents, { partnerId: "p1", offerId: "o1", rate: 80_000n }, 4);
  expect(found.map(({ name }) => name)).toEqual(["close", "close but old", "far", "another offer"]);
});
