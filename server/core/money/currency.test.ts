import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { currencies, currency, exponentOf, isCurrency } from "./currency";

const listOne = new URL("../../../../shared/data/reference/iso-4217-list-one.xml", import.meta.url);
const listIsThere = existsSync(listOne);

describe("a currency has the minor unit of ISO 4217", () => {
  test.each([
    ["JPY KRW VND CLP ISK XAF XOF XPF PYG UGX RWF BIF DJF GNF KMF VUV UYI", 0],
    ["EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BGN TRY CAD AUD NZD MXN BRL INR CNY SGD HKD ZAR AED", 2],
    ["KWD BHD OMR JOD TND IQD LYD", 3],
    ["CLF UYW", 4],
  ] as const)("%s: %i places", (codes, places) => {
    for (const code of codes.split(" ")) expect([code, exponentOf(currency(code))]).toEqual([code, places]);
  });

  test.each(["", "eur", "EURO", "€", "XXX", "XAU", "XDR", "XTS", "toString"])("“%s” is refused", (text) => {
    expect(isCurrency(text)).toBe(false);
    expect(() => currency(text)).toThrow(`“${text}”`);
  });

  test("and the list of them is in order and without repetition", () => {
    expect(currencies).toEqual([...new Set(currencies)].sort());
  });
});

if (!listIsThere) {
  console.warn("NOT TESTED: list one of ISO 4217 is not beside the project; only the main currencies were.");
}

describe.runIf(listIsThere)("of list one of ISO 4217, as published", () => {
  const entry = /<Ccy>(\w{3})<\/Ccy>\s*<CcyNbr>\d+<\/CcyNbr>\s*<CcyMnrUnts>(\d|N\.A\.)<\/CcyMnrUnts>/g;
  const published = listIsThere
    ? new Map([...readFileSync(listOne, "utf8").matchAll(entry)].map(([, code = "", units]) => [code, units]))
    : new Map<string, string>();

  test("the currencies with a minor unit are ours, one by one", () => {
    expect(published.size).toBeGreaterThan(170);
    const theirs = [...published].filter(([, units]) => units !== "N.A.").sort();
    expect(currencies.map((code) => [code, String(exponentOf(code))])).toEqual(theirs);
  });
});
