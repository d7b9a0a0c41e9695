import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { around, good, header, line, read, utf16be } from "./fixtures";

describe("a whole file", () => {
  const headerFault = (why: string) => `Row 1, the header, cannot be used: ${why}.`;
  // name, content, what is said
  const refused: [string, Uint8Array | string, string][] = [
    ["empty", "", "The file is empty: it has no header."],
    ["of line breaks alone", "\n\n\r\n", "The file is empty: it has no header."],
    ["of a byte-order mark alone", Buffer.from([0xef, 0xbb, 0xbf]), "The file is empty: it has no header."],
    [
      "without a header",
      good,
      headerFault("none of the columns of FOCUS 1.0 is in it; the first row must name the columns"),
    ],
    ["that lacks a column", header.replace("SkuId,", ""), headerFault("SkuId is missing from it")],
    [
      "that lacks two",
      header.replace("SkuId,", "").replace("ConsumedUnit,", ""),
      headerFault("SkuId, ConsumedUnit are missing from it"),
    ],
    [
      "with a column twice",
      `${header},SkuId`,
      headerFault("SkuId stands in it twice, as column 3 and as column 10"),
    ],
    [
      "of 100,001 columns",
      `${header},${"x,".repeat(99_991)}y`,
      headerFault("it has 100,001 columns, and at most 1,000 are read"),
    ],
    [
      "whose header never ends",
      "x".repeat(1_200_000),
      "Row 1, the header, is longer than 1,000,000 characters.",
    ],
    [
      "whose header opens a quote",
      `"SubAccountId,${header}\n${good}`,
      "Row 1, the header, opens a quote that is never closed.",
    ],
    [
      "with spaces for delimiters",
      header.replaceAll(",", " "),
      headerFault("none of the columns of FOCUS 1.0 is in it; the first row must name the columns"),
    ],
    ["compressed", gzipSync(around(good)), "The file is compressed with gzip; unpack it first."],
    [
      "that is a workbook",
      Buffer.from("PK\u0003\u0004 and so on, as a workbook does"),
      "The file is a ZIP archive or an Excel workbook; unpack it, or save the sheet as CSV.",
    ],
    [
      "that is an old workbook",
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
      "The file is an old Excel workbook; save the sheet as CSV.",
    ],
    ["that is a PDF", "%PDF-1.7", "The file is a PDF; export it as CSV."],
    ["that is Parquet", "PAR1\u0015\u0004", "The file is a Parquet file; export it as CSV."],
    [
      "in UTF-32",
      Buffer.from([0xff, 0xfe, 0, 0, 0x53, 0, 0, 0]),
      "The file is UTF-32 text; save it as UTF-8.",
    ],
    [
      "in UTF-16 without its mark",
      Buffer.from(around(good), "utf16le"),
      "Byte 2 of the file is zero, so it is not UTF-8. UTF-16 is read only with its byte-order mark; " +
        "save the file as UTF-8.",
    ],
  ];
  test.each(refused)("%s is refused", (_name, content, said) => {
    expect(read(content, 4096).refusal).toBe(said);
  });

  // name, content; each reads as the same three rows
  const three = [header, good, line({ ResourceId: "größe" }), line({ ResourceId: "web-02" })];
  const taken: [string, Uint8Array | string][] = [
    ["with LF", `${three.join("\n")}\n`],
    ["without a last line break", three.join("\n")],
    ["with CRLF", three.join("\r\n")],
    ["with CR", three.join("\r")],
    ["with empty lines and lines of commas", `${three.join("\n\n,,,,,,,,\n")}\n\n`],
    ["with a byte-order mark", `\ufeff${three.join("\n")}`],
    ["in UTF-16 LE", Buffer.from(`\ufeff${three.join("\r\n")}`, "utf16le")],
    ["in UTF-16 BE", utf16be(three.join("\r\n"))],
    ["with semicolons", three.join("\n").replaceAll(",", ";")],
    ["with tabs", three.join("\n").replaceAll(",", "\t")],
    [
      "all quoted",
      three
        .map((row) =>
          row
            .split(",")
            .map((cell) => `"${cell}"`)
            .join(","),
        )
        .join("\r\n"),
    ],
    [
      "with spaces around",
      three
        .map((row) =>
          row
            .split(",")
            .map((cell) => ` ${cell} `)
            .join(","),
        )
        .join("\n"),
    ],
    [
      "with more columns",
      three.map((row, at) => (at === 0 ? `X,${row},Y` : `"a,""b""\nc",${row},`)).join("\n"),
    ],
    ["with columns in another order", three.map((row) => row.split(",").reverse().join(",")).join("\n")],
    ["with headings in other cases", three.map((row, at) => (at === 0 ? row.toLowerCase() : row)).join("\n")],
  ];
  test.each(taken)("%s is read", (_name, content) => {
    for (const piece of [1, 3, 64, 4096]) {
      const { usage, rejected, refusal } = read(content, piece);
      expect({ rejected, refusal, resources: usage.map(({ resource }) => resource) }).toEqual({
        rejected: [],
        refusal: undefined,
        resources: ["web-01", "größe", "web-02"],
      });
    }
  });
});
