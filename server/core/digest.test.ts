import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, sha256Hex } from "./digest";

describe("SHA-256 gives the digests of its published examples, of text in UTF-8", () => {
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["ü", "607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f"],
  ])("of “%s”", (text, digest) => {
    expect(sha256Hex(text)).toBe(digest);
  });
});

describe("canonical JSON", () => {
  test.each([
    [
      "sorts keys at every depth",
      { b: 1, a: { d: 2, c: [3, { f: 4, e: 5 }] } },
      '{"a":{"c":[3,{"e":5,"f":4}],"d":2},"b":1}',
    ],
    [
      "sorts by code unit, not by locale",
      { a: 1, B: 2, ä: 3, 10: 4, 9: 5 },
      '{"10":4,"9":5,"B":2,"a":1,"ä":3}',
    ],
    ["keeps bigints exact", { minor: 2n ** 70n }, '{"minor":"1180591620717411303424"}'],
    ["writes dates in UTC", new Date("2026-03-31T22:00:00+02:00"), '"2026-03-31T20:00:00.000Z"'],
    ["leaves out what is undefined", { a: undefined, b: null }, '{"b":null}'],
    ["escapes", 'a"\n', '"a\\"\\n"'],
    ["keeps lists in order", [2, 1, true, "x"], '[2,1,true,"x"]'],
  ])("%s", (_name, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([
    ["an undefined", undefined],
    ["an undefined in a list", [undefined]],
    ["a hole in a list", new Array(1)],
    ["a number that is none", { a: Number.NaN }],
    ["a map", new Map([["a", 1]])],
    ["a function", { a: () => 1 }],
  ])("does not hold %s", (_name, value) => {
    expect(() => canonicalJson(value)).toThrow("Broken invariant");
  });

  test("nor does it hold an invalid date", () => {
    expect(() => canonicalJson(new Date("never"))).toThrow();
  });

  test("is JSON, and does not depend on the order in which keys were set", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      const entries = Object.entries(value).reverse();
      return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
