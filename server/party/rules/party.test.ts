import { describe, expect, test } from "vitest";
import { accountNumber, maskedAccount } from "./account";
import { moveParty } from "./status";
import { pathBelow, pathsAbove, slugOf } from "./tree";
import { validitiesOverlap } from "./validity";

describe("a place in the tree", () => {
  test.each([
    ["Blue Harbor IT", "blue-harbor-it"],
    ["  Großküchen & Söhne, GmbH ", "gro-kuchen-sohne-gmbh"],
    ["Café № 7", "cafe-no-7"],
  ])("is read off “%s”", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test.each(["株式会社", "!!!"])("cannot be read off “%s”", (name) => {
    expect(() => slugOf(name)).toThrow("short name in Latin letters");
  });

  test.each(["", "Alpine", "a/b", "-a", "a--b", "a_b"])("is not “%s”", (slug) => {
    expect(() => pathBelow("/", slug)).toThrow("is not a short name");
  });

  test("stands below its parents", () => {
    expect(pathBelow("/alpine/", "blue-harbor")).toBe("/alpine/blue-harbor/");
    expect(pathsAbove("/alpine/blue-harbor/")).toEqual(["/", "/alpine/", "/alpine/blue-harbor/"]);
  });
});

describe("an account", () => {
  test.each([
    ["DE89 3704 0044 0532 0130 00", null, "DE", "DE89370400440532013000", null],
    ["at61 1904 3002 3457 3201", "GIBAATWWXXX", "AT", "AT611904300234573201", "GIBAATWWXXX"],
    ["000123456789", "CHASUS33", "US", "000123456789", "CHASUS33"],
  ])("%s is read as it is paid to", (iban, bic, country, number, code) => {
    expect(accountNumber({ iban, bic }, country)).toEqual({ iban: number, bic: code });
  });

  test.each([
    ["DE89 3704 0044 0532 0130 01", null, "DE", "not a valid IBAN"],
    ["000123456789", "CHASUS33", "DE", "not a valid IBAN"],
    ["000123456789", null, "US", "needs the bank's BIC"],
    ["12", "CHASUS33", "US", "not an account number"],
    ["DE89 3704 0044 0532 0130 00", "nope", "DE", "is not a BIC"],
  ])("%s is refused", (iban, bic, country, reason) => {
    expect(() => accountNumber({ iban, bic }, country)).toThrow(reason);
  });

  test("is shown by its ends", () => {
    expect(maskedAccount("DE89370400440532013000")).toBe("DE•• 3000");
  });
});

describe("two validities", () => {
  const day = (number: number | null) => (number === null ? null : new Date(Date.UTC(2026, 0, number)));
  const from = (start: number, end: number | null) => ({ validFrom: day(start) as Date, validTo: day(end) });

  test.each([
    [from(1, 5), from(5, null), false],
    [from(1, 6), from(5, null), true],
    [from(1, null), from(5, 6), true],
    [from(7, 9), from(1, 7), false],
  ])("%o and %o", (left, right, overlap) => {
    expect(validitiesOverlap(left, right)).toBe(overlap);
    expect(validitiesOverlap(right, left)).toBe(overlap);
  });
});

describe("a party", () => {
  test("that is closed stays closed", () => {
    expect(moveParty("active", "suspended")).toBe("suspended");
    expect(() => moveParty("closed", "active")).toThrow("A party that is closed cannot become active.");
  });
});
