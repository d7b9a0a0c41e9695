import { describe, expect, test } from "vitest";
import { numberAsked, readAsked } from "./asked";

describe("what is typed asks for a document", () => {
  test.each([
    // typed, series, found
    ["INV-42", "INV", { is: "INV-000042" }],
    ["inv 000042", "INV", { is: "INV-000042" }],
    ["inv000042", "INV", { is: "INV-000042" }],
    ["42", "INV", { is: "INV-000042" }],
    ["42", "Q", { is: "Q-000042" }],
    ["1234567", "O", { is: "O-1234567" }],
    ["0", "O", { is: "O-000000" }],
    ["O-42", "INV", null],
    ["IN-42", "INV", null],
    ["inv", "INV", "newest"],
    ["in", "INV", "newest"],
    ["q", "Q", "newest"],
    ["i", "INV", null],
    ["Orchard", "O", null],
    ["Orchard 42", "INV", null],
    ["", "INV", null],
  ] as const)("“%s” of series %s", (typed, series, found) => {
    expect(numberAsked(readAsked(typed), series)).toEqual(found);
  });

  test("and its name is taken literally", () => {
    expect(readAsked("50%_\\").name).toBe("%50\\%\\_\\\\%");
  });
});
