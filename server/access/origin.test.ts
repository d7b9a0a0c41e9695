import { describe, expect, test } from "vitest";
import { isFromOurPage, originOf, returnPath } from "./origin";

describe("our origin", () => {
  test.each([
    // app url                       host header              origin
    ["https://tributary.example", "tributary.example", "https://tributary.example"],
    ["https://tributary.example", "evil.example", "https://tributary.example"],
    ["https://tributary.example", "localhost:3000", "https://tributary.example"],
    ["http://localhost:3000", "127.0.0.1:3000", "http://127.0.0.1:3000"],
    ["http://localhost:3000", "[::1]:3000", "http://[::1]:3000"],
    ["http://localhost:3000", "localhost.evil.example", "http://localhost:3000"],
    ["http://localhost:3000", "localhost:3000@evil.example", "http://localhost:3000"],
    ["http://localhost:3000", "", "http://localhost:3000"],
  ])("at %s, asked as %j, is %s", (appUrl, host, origin) => {
    expect(originOf(new Headers({ host }), appUrl)).toBe(origin);
  });
});

describe("a request from our page", () => {
  const ours = "https://tributary.example";
  test.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "same-origin", origin: "null" }, true],
    [{ "sec-fetch-site": "same-site", origin: ours }, false],
    [{ "sec-fetch-site": "cross-site", origin: ours }, false],
    [{ "sec-fetch-site": "none" }, false],
    [{ origin: ours }, true],
    [{ origin: "http://tributary.example" }, false],
    [{ origin: "null" }, false],
    [{}, false],
  ])("with %j: %s", (headers, expected) => {
    expect(isFromOurPage(new Headers(headers as Record<string, string>), ours)).toBe(expected);
  });
});

describe("the way back", () => {
  test.each([
    ["/operator", "/operator"],
    ["/partner/quotes?page=2&q=a%20b#top", "/partner/quotes?page=2&q=a%20b"],
    ["/", "/"],
    ["", "/"],
    [null, "/"],
    ["operator", "/"],
    ["https://evil.example", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/\n/evil.example", "/"],
    ["/x/..//evil.example", "/"],
    ["/api/trpc/session.me", "/"],
    ["/x/../api/auth/signout", "/"],
    ["/sign-in", "/"],
    [`/${"a".repeat(3000)}`, "/"],
  ])("from %j is %j", (wanted, path) => {
    expect(returnPath(wanted)).toBe(path);
  });
});
