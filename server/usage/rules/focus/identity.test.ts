import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { header, line, type Name, read } from "./fixtures";

describe("identity", () => {
  const row = (change: Partial<Record<Name, string>>) => read(`${header}\n${line(change)}`).usage[0];
  const first = row({});

  test("is the same however the row is written", () => {
    const again = row({ ConsumedQuantity: "1.50", ChargePeriodStart: "2025-03-01T11:00:00+01:00" });
    expect([again?.key, again?.hash]).toEqual([first?.key, first?.hash]);
  });

  test("begins with the day, so that keys grow with time", () => {
    expect(row({ ChargePeriodStart: "2025-02-28" })?.key.localeCompare(first?.key ?? "")).toBe(-1);
    expect(first?.key.slice(0, 12)).toBe(Date.UTC(2025, 2, 1).toString(16).padStart(12, "0"));
  });

  test("keeps its key and changes its hash with another quantity", () => {
    const other = row({ ConsumedQuantity: "1.6" });
    expect(other?.key).toBe(first?.key);
    expect(other?.hash).not.toBe(first?.hash);
  });

  test("is another for another resource, account or hour", () => {
    const others = [
      row({ ResourceId: "web-09" }),
      row({ SubAccountId: "nim-2" }),
      row({ ChargePeriodStart: "2025-03-01 09:00:00" }),
    ];
    expect(new Set([first, ...others].map((each) => each?.key)).size).toBe(4);
  });

  test("is the Id alone, within its day, where the file has one", () => {
    const withId = (change: Partial<Record<Name, string>>) =>
      read(`${header},Id\n${line(change)},4711`).usage[0];
    const moved = withId({ ChargePeriodStart: "2025-03-01 09:00:00", ResourceId: "web-09" });
    expect(moved?.key).toBe(withId({})?.key);
    expect(moved?.hash).not.toBe(withId({})?.hash);
  });
});

test("every row of any text is accounted for, however it is cut into pieces", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "é", "€", "😀", '"', ",", "\n", "\r", ";", "1", " "),
    maxLength: 6,
  });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 12 }), { maxLength: 12 });
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 40 }), (table, piece) => {
      const filled = table.map((cells) => ["x", ...cells]); // No line is blank.
      const text = [header, ...filled.map((cells) => cells.map(quoted).join(","))].join("\n");
      const { usage, rejected, refusal } = read(text, piece);
      expect(refusal).toBeUndefined();
      expect(usage.length + rejected.length).toBe(table.length);
      expect(read(text, 1 << 16)).toEqual(read(text, piece));
    }),
    { numRuns: 300 },
  );
});
