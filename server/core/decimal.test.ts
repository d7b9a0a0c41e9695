import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDecimals,
  compareDecimals,
  decimal,
  decimalToText,
  fromInteger,
  isZero,
  multiplyDecimals,
  negateDecimal,
  subtractDecimals,
  wholeDigits,
  ZERO,
} from "./decimal";
import { Refusal } from "./refusal";

describe("a decimal is read exactly and written plainly", () => {
  test.each([
    // read, written
    ["0", "0"],
    ["-0.00", "0"],
    ["0E5", "0"],
    ["1", "1"],
    ["+7", "7"],
    ["007.50", "7.5"],
    ["-12.50", "-12.5"],
    ["-0.05", "-0.05"],
    ["1.500000000000000", "1.5"],
    ["1.2E-7", "0.00000012"],
    ["-1.25e+2", "-125"],
    ["1.2e1", "12"],
    ["3E3", "3000"],
    ["0.100000000000000005551115123", "0.100000000000000005551115123"],
    ["9007199254740993", "9007199254740993"],
    [`${"9".repeat(49)}.${"9".repeat(27)}`, `${"9".repeat(49)}.${"9".repeat(27)}`],
  ])("%s", (read, written) => {
    expect(decimalToText(decimal(read))).toBe(written);
  });

  test("in lowest form, so that equal numbers are deeply equal", () => {
    expect(decimal("1.50")).toEqual({ units: 15n, scale: 1 });
    expect(decimal("1.5e2")).toEqual(fromInteger(150n));
    expect(decimal("-0.0")).toEqual(ZERO);
  });
});

describe("a text that is no exact decimal is refused by name", () => {
  test.each([
    "",
    " ",
    "NaN",
    "Infinity",
    "NULL",
    ".5",
    "5.",
    "1,5",
    "1 000",
    " 1",
    "1\n",
    "--1",
    "1e",
    "0x10",
    "1_000",
    "١",
    "1e-28",
    "1e9999",
    "1e50",
    `0.${"0".repeat(27)}1`,
    "9".repeat(50),
  ])("“%s”", (text) => {
    expect(() => decimal(text)).toThrow(Refusal);
    expect(() => decimal(text)).toThrow(`“${text}”`);
  });

  test("but only its beginning is repeated when it is long", () => {
    expect(() => decimal("1".repeat(1_000_000))).toThrow(`“${"1".repeat(60)}…” is not a decimal number.`);
  });
});

describe("whatever is computed", () => {
  const anyDecimal = fc
    .tuple(fc.bigInt(-(10n ** 24n), 10n ** 24n), fc.integer({ min: 0, max: 12 }))
    .map(([units, scale]) => decimal(`${units}E-${scale}`));

  const holds = (law: (left: ReturnType<typeof decimal>, right: ReturnType<typeof decimal>) => void) =>
    fc.assert(fc.property(anyDecimal, anyDecimal, law));

  test("its text reads back unchanged, also with the zeros of a numeric column", () => {
    holds((left) => {
      const text = decimalToText(left);
      expect(decimal(text)).toEqual(left);
      expect(decimal(text.includes(".") ? `${text}000` : `${text}.000`)).toEqual(left);
    });
  });

  test("a sum is exact: what was added can be taken away again", () => {
    holds((left, right) => {
      expect(subtractDecimals(addDecimals(left, right), right)).toEqual(left);
      expect(addDecimals(left, right)).toEqual(addDecimals(right, left));
      expect(isZero(addDecimals(left, negateDecimal(left)))).toBe(true);
    });
  });

  test("a product is exact: as whole numbers it is the product of whole numbers", () => {
    holds((left, right) => {
      const product = multiplyDecimals(left, right);
      const shift = BigInt(left.scale + right.scale - product.scale);
      expect(product.units * 10n ** shift).toBe(left.units * right.units);
      expect(product).toEqual(multiplyDecimals(right, left));
    });
  });

  test("a product is spread over a sum", () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyDecimal, (left, right, by) => {
        expect(multiplyDecimals(addDecimals(left, right), by)).toEqual(
          addDecimals(multiplyDecimals(left, by), multiplyDecimals(right, by)),
        );
      }),
    );
  });

  test("the order is that of the difference", () => {
    holds((left, right) => {
      const difference = subtractDecimals(left, right).units;
      expect(compareDecimals(left, right)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
    });
  });
});

test.each([
  ["0", 0],
  ["0.05", 0],
  ["-9.99", 1],
  ["10", 2],
] as const)("%s has %i digits before the point", (text, digits) => {
  expect(wholeDigits(decimal(text))).toBe(digits);
});
