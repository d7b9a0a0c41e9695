import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readSession } from "@/server/access/session";
import { cookieName, openWorld, ours, type World } from "./fixtures/world";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.clock.now = new Date();
  world.mails.length = 0;
});

describe("the door", () => {
  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another host of ours", { "sec-fetch-site": "same-site" }],
    ["a bookmark", { "sec-fetch-site": "none" }],
  ])("takes no form from %s", async (_name, headers) => {
    for (const path of ["signin/link", "callback/link", "signin/oidc", "signout", "cast"]) {
      const answer = await world
        .open({ demo: true })
        .post(`${ours}/api/auth/${path}`, { email: "mira@alpine.example" }, headers);
      expect(answer.status).toBe(403);
    }
    expect(world.mails).toEqual([]);
  });

  test("takes an old browser's word by its origin", async () => {
    const door = world.doorAt(ours);
    const ask = (origin?: string) =>
      door(
        new Request(`${ours}/api/auth/signin/link`, {
          method: "POST",
          body: new URLSearchParams({ email: "old@alpine.example" }),
          headers: { host: "localhost:3000", ...(origin ? { origin } : {}) },
        }),
      );
    expect([
      (await ask(ours)).status,
      (await ask("https://evil.example")).status,
      (await ask()).status,
    ]).toEqual([302, 403, 403]);
  });

  test.each(["session", "csrf", "providers", "signin", "signin/link", "error", "webauthn-options", "cast"])(
    "has nothing at GET /%s",
    async (path) => {
      expect((await world.open({ demo: true }).get(`${ours}/api/auth/${path}`)).status).toBe(404);
    },
  );

  test("puts its own host into links, whatever the request says", async () => {
    await world.invite("host@alpine.example");
    const browser = world.open({ appUrl: "https://tributary.example" });
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example" };
    await browser.post(`${ours}/api/auth/signin/link`, { email: "host@alpine.example" }, headers);
    await world.mailed();
    expect(world.mails[0]?.text).toContain("https://tributary.example/sign-in/confirm?");
    expect(world.mails[0]?.text).not.toContain("evil");
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "/api/auth/signout",
  ])("does not lead to %s", async (to) => {
    const { user } = await world.invite("led@alpine.example", true);
    const answer = await world.open({ demo: true }).post(`${ours}/api/auth/cast`, { user, to });
    expect(answer.headers.get("location")).toBe(`${ours}/`);
  });

  test("ends the session of who signs out, and the one that a new sign-in replaces", async () => {
    const { user } = await world.invite("twice@alpine.example", true);
    const browser = world.open({ demo: true });
    await browser.post(`${ours}/api/auth/cast`, { user });
    const first = browser.cookie("localhost:3000", cookieName) ?? "";
    await browser.post(`${ours}/api/auth/cast`, { user });
    expect(await readSession(world.database.database, first, world.clock.now)).toBeNull();
    const second = browser.cookie("localhost:3000", cookieName) ?? "";
    expect(second).not.toBe(first);

    const answer = await browser.post(`${ours}/api/auth/signout`, {});
    expect(answer.headers.get("location")).toBe(`${ours}/sign-in`);
    expect([
      browser.cookie("localhost:3000", cookieName),
      await readSession(world.database.database, second, world.clock.now),
    ]).toEqual([undefined, null]);
  });
});

describe("the cast of the demo", () => {
  test("enters by a one-time link of its own, with one click", async () => {
    const { user } = await world.invite("cast@meridian.example", true);
    const browser = world.open({ demo: true });
    const answer = await browser.post(`${ours}/api/auth/cast`, { user, to: "/partner" });
    expect(answer.headers.get("location")).toBe(`${ours}/partner`);
    expect(await world.whoIs(browser)).toMatchObject({ user: { email: "cast@meridian.example" } });
    expect(world.mails).toEqual([]);
  });

  test("is the only one who can, and only in a demo", async () => {
    const real = await world.invite("real@meridian.example");
    const cast = await world.invite("cast2@meridian.example", true);
    const browser = world.open({ demo: true });
    const refused = await browser.post(`${ours}/api/auth/cast`, { user: real.user });
    expect(refused.headers.get("location")).toContain("error=Uninvited");
    expect((await world.open().post(`${ours}/api/auth/cast`, { user: cast.user })).status).toBe(404);
    expect(await world.whoIs(browser)).toBeNull();
  });
});
