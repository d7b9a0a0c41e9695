import { describe, expect, test } from "vitest";
import { around, good, header, line, read } from "./fixtures";

describe("a row", () => {
  const number = "is not a number like 1234.5";
  const comma = "has a comma, which may part thousands or decimals; write it as 1234.5";
  const large = "has more than 15 places or 23 digits before the point";
  const day = "can be read as more than one day; write it as 2024-09-18 23:00:00";
  const noTime = "is not a time like 2024-09-18 23:00:00";
  const q = (ConsumedQuantity: string) => line({ ConsumedQuantity });
  const at = (ChargePeriodStart: string) => line({ ChargePeriodStart });
  // name, row 3 of the file, what is said of it
  const rejected: [string, string, string][] = [
    ["quantity empty", q(""), "ConsumedQuantity is empty"],
    ["quantity NULL", q("NULL"), "ConsumedQuantity is empty"],
    ["quantity a word", q("many"), `ConsumedQuantity ${number}`],
    ["quantity NaN", q("NaN"), "ConsumedQuantity is not a quantity"],
    ["quantity infinite", q("-Infinity"), "ConsumedQuantity is not a quantity"],
    ["quantity 1e309", q("1e309"), `ConsumedQuantity ${large}`],
    ["quantity of 24 digits", q("1".repeat(24)), `ConsumedQuantity ${large}`],
    ["quantity of 16 places", q(`0.${"1".repeat(16)}`), `ConsumedQuantity ${large}`],
    ["quantity of 400 digits", q("9".repeat(400)), `ConsumedQuantity ${number}`],
    ["decimal comma", q('"1,5"'), `ConsumedQuantity ${comma}`],
    ["thousands", q('"1,234.5"'), `ConsumedQuantity ${comma}`],
    ["spaces in a number", q("1 234"), `ConsumedQuantity ${number}`],
    ["hexadecimal", q("0x10"), `ConsumedQuantity ${number}`],
    ["a formula", q("=1+1"), `ConsumedQuantity ${number}`],
    ["Arabic digits", q("١٢"), `ConsumedQuantity ${number}`],
    ["no start", at(""), "ChargePeriodStart is empty"],
    ["slashes", at("03/04/2025"), `ChargePeriodStart ${day}`],
    ["dots", at("3.4.2025 10:00"), `ChargePeriodStart ${day}`],
    ["the 30th of February", at("2025-02-30 00:00:00"), "ChargePeriodStart is no time that exists"],
    ["the 29th of February 2025", at("2025-02-29"), "ChargePeriodStart is no time that exists"],
    ["25 o'clock", at("2025-03-01 25:00:00"), "ChargePeriodStart is no time that exists"],
    [
      "a leap second",
      at("2016-12-31 23:59:60"),
      "ChargePeriodStart is a leap second, which no clock of ours has",
    ],
    [
      "an impossible offset",
      at("2025-03-01T10:00:00+19:00"),
      "ChargePeriodStart has an offset from UTC that no place has",
    ],
    ["a zone's name", at("2025-03-01 10:00:00 CET"), `ChargePeriodStart ${noTime}`],
    ["seconds since 1970", at("1740823200"), `ChargePeriodStart ${noTime}`],
    [
      "in the future",
      line({ ChargePeriodStart: "2026-01-03", ChargePeriodEnd: "2026-01-04" }),
      "ChargePeriodStart lies after the file came in",
    ],
    [
      "an end before its start",
      line({ ChargePeriodEnd: "2025-03-01 09:00:00" }),
      "ChargePeriodEnd is not after ChargePeriodStart",
    ],
    [
      "no time between",
      line({ ChargePeriodEnd: "2025-03-01T11:00:00+01:00" }),
      "ChargePeriodEnd is not after ChargePeriodStart",
    ],
    ["no account", line({ SubAccountId: " " }), "SubAccountId is empty"],
    ["no service", line({ ServiceName: "NULL" }), "ServiceName is empty"],
    ["no unit", line({ ConsumedUnit: "" }), "ConsumedUnit is empty"],
    ["a long account", line({ SubAccountId: "a".repeat(201) }), "SubAccountId is longer than 200 characters"],
    [
      "64 kB of resource",
      line({ ResourceId: "r".repeat(65_536) }),
      "ResourceId is longer than 2,000 characters",
    ],
    ["a NUL byte", line({ SkuId: "NC\0GP2" }), "SkuId holds a NUL byte"],
    [
      "a line break in a name",
      line({ SkuId: '"NC\nGP2"' }),
      "SkuId holds a control character, such as a line break",
    ],
    [
      "a lost character",
      line({ SkuId: "NC\ufffdGP2" }),
      "SkuId holds a character that was lost before the file came here",
    ],
    [
      "a credit",
      line({ ChargeCategory: "Credit" }),
      "ChargeCategory is a Credit, not usage, so it is not rated here",
    ],
    [
      "an adjustment",
      line({ ChargeCategory: "Adjustment" }),
      "ChargeCategory is an Adjustment, not usage, so it is not rated here",
    ],
    [
      "an unknown category",
      line({ ChargeCategory: "Refund" }),
      "ChargeCategory is not a charge category of FOCUS 1.0: Usage, Purchase, Tax, Credit or Adjustment",
    ],
    ["the header again", header, "ChargeCategory repeats the header"],
    ["too few columns", "nim-1,Nimbus Compute", "whole row has 2 columns where the header has 9 columns"],
    ["one too many", `${good},`, "whole row has 10 columns where the header has 9 columns"],
    [
      "100,001 columns",
      `${",".repeat(99_999) + good.slice(-1)},x`,
      "whole row has 100,001 columns where the header has 9 columns",
    ],
    ["text after a quote", line({ ResourceId: '"web"-01' }), "ResourceId has text after its closing quote"],
    ["10 MB on a line", "x".repeat(10_000_000), "whole row is longer than 1,000,000 characters"],
    ["10 MB in a quote", `"${"x".repeat(10_000_000)}`, "whole row is longer than 1,000,000 characters"],
    ["a quote never closed", line({ ResourceId: '"web-01' }), "whole row opens a quote that is never closed"],
  ];
  test.each(rejected)("%s is rejected by name, and the others are kept", (_name, row, said) => {
    const result = read(around(row), 65_536);
    expect(result.rejected).toEqual([`row 3, ${said}`]);
    expect(result.usage.map(({ resource }) => resource)).toEqual(["web-01", "web-02"]);
  });

  test("in Latin-1 is rejected with its byte, where the byte is read", () => {
    const latin = Buffer.from(around(line({ SubAccountId: "café" })), "latin1");
    expect(read(latin).rejected).toEqual([
      "row 3, SubAccountId holds the byte 0xE9, which is not UTF-8; save the file as UTF-8",
    ]);
    expect(read(latin).usage).toHaveLength(2);
    expect(read(Buffer.from(`${header},Note\n${good},café`, "latin1")).usage).toHaveLength(1);
  });

  // what stands there, what it means
  const quantities: [string, string][] = [
    ["2.000000000000000", "2"],
    ["0.002007490000000", "0.00200749"],
    ["99999999999999999999999.999999999999999", "99999999999999999999999.999999999999999"],
    ["-0", "0"],
    ["-12.50", "-12.5"],
    ["+3", "3"],
    ["007", "7"],
    ["1E-7", "0.0000001"],
    ["1.5e3", "1500"],
    [".5", "0.5"],
    ["5.", "5"],
    ["0.000", "0"],
  ];
  test.each(quantities)("keeps the quantity %s as %s", (written, kept) => {
    expect(read(around(q(written))).usage[1]?.quantity).toBe(kept);
  });

  // what stands there, which instant it is
  const instants: [string, string][] = [
    ["2024-09-18 23:00:00", "2024-09-18T23:00:00.000Z"],
    ["2024-09-18T23:00:00Z", "2024-09-18T23:00:00.000Z"],
    ["2024-09-18T23:00Z", "2024-09-18T23:00:00.000Z"],
    ["2024-09-18 23:00:00 UTC", "2024-09-18T23:00:00.000Z"],
    ["2024-09-19T01:00:00+02:00", "2024-09-18T23:00:00.000Z"],
    ["2024-09-18T18:30:00-0430", "2024-09-18T23:00:00.000Z"],
    ["2024-09-19T01:00:00.123456+02", "2024-09-18T23:00:00.123Z"],
    ["2024-09-18", "2024-09-18T00:00:00.000Z"],
    ["2024-02-29 12:00:00", "2024-02-29T12:00:00.000Z"],
    ["2024-03-31T02:30:00+01:00", "2024-03-31T01:30:00.000Z"],
  ];
  test.each(instants)("reads %s as %s", (written, meant) => {
    expect(read(around(at(written))).usage[1]?.usedAt).toBe(meant);
  });
});
