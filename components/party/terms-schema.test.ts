import { describe, expect, test } from "vitest";
import { TermsSchema } from "./terms-schema";

const written = {
  ...{ commissionRate: "12.5", discountBand: "0", withholdingRate: "0.0001", shareDue: "payment" },
  ...{ currency: "EUR", minimumPayout: "50.5", holdingDays: "14", validFrom: "2026-04-01" },
};

describe("terms as people write them", () => {
  test("are read exactly", () => {
    expect(TermsSchema.parse(written)).toMatchObject({
      ...{ commissionRate: 125_000n, withholdingRate: 1n, minimumPayout: 50_50n, holdingDays: 14 },
    });
    expect(TermsSchema.parse({ ...written, currency: "jpy", minimumPayout: "500" }).minimumPayout).toBe(500n);
  });

  test.each([
    [{ commissionRate: "12,5" }, "Write a percentage like 12.5"],
    [{ commissionRate: "100.0001" }, "A rate is at most 100 %."],
    [{ minimumPayout: "50.555" }, "The currency has fewer places than that."],
    [{ currency: "JPY", minimumPayout: "50.5" }, "The currency has fewer places than that."],
    [{ currency: "EURO" }, "Give a currency such as EUR."],
    [{ holdingDays: "1.5" }, "Give whole days."],
    [{ validFrom: "soon" }, "Choose the day."],
  ])("are refused: %o", (wrong, sentence) => {
    const { error } = TermsSchema.safeParse({ ...written, ...wrong });
    expect(error?.issues.map(({ message }) => message).join()).toContain(sentence);
  });
});
