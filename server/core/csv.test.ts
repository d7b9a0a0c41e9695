import { describe, expect, test } from "vitest";
import { csvText } from "./csv";

const columns = [{ header: "Cell", cell: (row: string | null) => row }];
const cellOf = (text: string | null) =>
  csvText(columns, [text]).split("\r\n").slice(1).join("\r\n").slice(0, -2);

describe("a cell cannot become a formula", () => {
  test.each([
    //                          cell                   written
    ["an equals sign", "=1+1", "'=1+1"],
    ["a plus before words", "+cmd|'/C calc'!A0", "'+cmd|'/C calc'!A0"],
    ["a minus before words", "-2+3", "'-2+3"],
    ["an at sign", "@SUM(A1)", "'@SUM(A1)"],
    ["a tab first", "\t=1", "'\t=1"],
    ["a return first", "\r=1", '"\'\r=1"'],
    ["spaces before it", "  =1", "'  =1"],
    ["a byte order mark", "\ufeff=1", "'\ufeff=1"],
    ["a wide equals sign", "＝1", "'＝1"],
    ["NUL before it", "\0=1", "'=1"],
    ["a comma inside", "=1,2", '"\'=1,2"'],
  ])("with %s", (_name, cell, written) => {
    expect(cellOf(cell)).toBe(written);
  });
});

describe("a cell keeps", () => {
  test.each([
    ["a negative amount", "-1234.50"],
    ["a signed number", "+7"],
    ["fifteen decimals", "0.000000000000001"],
    ["words", "Orchard Foods"],
    ["an address", "ines@meridian.example"],
    ["nothing", ""],
  ])("%s", (_name, cell) => {
    expect(cellOf(cell)).toBe(cell);
  });

  test("quotes and line breaks, quoted", () => {
    expect(cellOf('say "yes"\nor no')).toBe('"say ""yes""\nor no"');
  });

  test("what is missing as nothing", () => {
    expect(cellOf(null)).toBe("");
  });
});

test("headings stand first, and lines end as spreadsheets expect", () => {
  const two = [
    { header: "Number", cell: (row: { number: string; seats: bigint }) => row.number },
    { header: "Seats", cell: (row: { number: string; seats: bigint }) => row.seats },
  ];
  expect(csvText(two, [{ number: "ORD-1", seats: 25n }])).toBe("Number,Seats\r\nORD-1,25\r\n");
});
