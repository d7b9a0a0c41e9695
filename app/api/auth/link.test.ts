import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { blockMembership } from "@/server/access/membership";
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

describe("signing in by a one-time link", () => {
  test("sends one mail, whose link opens a session and leads back to where one was", async () => {
    await world.invite("link@alpine.example");
    const browser = world.open();
    const { link, ...form } = await world.linkFor(browser, " Link@Alpine.example ");
    const mail = world.mails[0];
    expect([world.mails.length, mail?.subject, mail?.from?.text, [mail?.to].flat()[0]?.text]).toEqual([
      1,
      "Your sign-in link",
      '"Tributary" <door@meridian.example>',
      "link@alpine.example",
    ]);
    expect(link).toMatch(/^http:\/\/localhost:3000\/sign-in\/confirm\?/);
    expect(mail?.html).toContain("Sign in to Tributary");

    const answer = await world.enter(browser, form);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `${ours}/partner/quotes`]);
    const [cookie] = answer.headers.getSetCookie().filter((line) => line.startsWith(cookieName));
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(await world.whoIs(browser)).toMatchObject({ user: { email: "link@alpine.example" } });
  });

  test("marks the cookie secure and bound to the host where people come by https", async () => {
    const theirs = "https://tributary.example";
    await world.invite("secure@alpine.example");
    const browser = world.open({}, theirs);
    const answer = await world.enter(
      browser,
      await world.linkFor(browser, "secure@alpine.example", theirs),
      theirs,
    );
    expect(answer.headers.getSetCookie().join("\n")).toMatch(
      /__Host-tributary-session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax/,
    );
  });

  test("works once", async () => {
    await world.invite("once@alpine.example");
    const form = await world.linkFor(world.open(), "once@alpine.example");
    const [first, second] = await Promise.all([
      world.enter(world.open(), form),
      world.enter(world.open(), form),
    ]);
    const places = [first, second].map((answer) => answer.headers.get("location")).sort();
    expect(places).toEqual([`${ours}/partner/quotes`, `${ours}/sign-in/problem?error=Verification`]);
  });

  test("is not used up by a program that only looks at it", async () => {
    await world.invite("scanned@alpine.example");
    const form = await world.linkFor(world.open(), "scanned@alpine.example");
    const query = new URLSearchParams(form);
    expect((await world.open().get(`${ours}/api/auth/callback/link?${query}`)).status).toBe(404);
    expect((await world.enter(world.open(), form)).headers.get("location")).toBe(`${ours}/partner/quotes`);
  });

  test("expires", async () => {
    await world.invite("late@alpine.example");
    const browser = world.open();
    const form = await world.linkFor(browser, "late@alpine.example");
    world.clock.now = new Date(world.clock.now.getTime() + 601_000);
    expect((await world.enter(browser, form)).headers.get("location")).toContain("error=Verification");
    expect(await world.whoIs(browser)).toBeNull();
  });

  test("is kept as a digest only", async () => {
    await world.invite("digest@alpine.example");
    const { token = "" } = await world.linkFor(world.open(), "digest@alpine.example");
    const { rows } = await world.database.owner.query("select * from identity.verification_token");
    expect(token).toHaveLength(43);
    expect(JSON.stringify(rows)).toContain("digest@alpine.example");
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("opens for the address it was made for and for no other", async () => {
    await world.invite("mine@alpine.example");
    const form = await world.linkFor(world.open(), "mine@alpine.example");
    const answer = await world.enter(world.open(), { ...form, email: "mira@alpine.example" });
    expect(answer.headers.get("location")).toContain("error=Verification");
  });

  test("answers a stranger as it answers a member, and writes to the member alone", async () => {
    await world.invite("member@alpine.example");
    const ask = (email: string) => world.open().post(`${ours}/api/auth/signin/link`, { email });
    const [member, stranger] = [await ask("member@alpine.example"), await ask("nobody@alpine.example")];
    await world.mailed();
    const face = ({ status, headers }: Response) => [status, headers.get("location"), headers.getSetCookie()];
    expect(face(stranger)).toEqual(face(member));
    expect(world.mails.map(({ to }) => [to].flat()[0]?.text)).toEqual(["member@alpine.example"]);
  });

  test("does not write to somebody whose membership has ended", async () => {
    const { membership } = await world.invite("former@alpine.example");
    await blockMembership(world.database.database, membership, world.clock.now);
    await world.open().post(`${ours}/api/auth/signin/link`, { email: "former@alpine.example" });
    await world.mailed();
    expect(world.mails).toEqual([]);
  });

  test.each([
    "",
    "mira",
    "a@b",
    '"x"@alpine.example',
    "a@alpine.example,b@else.example",
    "a@alpine.example\nbcc: b@c.de",
  ])("refuses the address %j", async (email) => {
    const answer = await world.open().post(`${ours}/api/auth/signin/link`, { email });
    expect(answer.headers.get("location")).toContain("/sign-in?error=Address");
  });

  test.each([
    [
      "an address, from many places",
      5,
      (n: number) => ({ ip: `192.0.2.${n}`, email: "often@alpine.example" }),
    ],
    [
      "a place, for many addresses",
      30,
      (n: number) => ({ ip: "192.0.2.200", email: `n${n}@alpine.example` }),
    ],
  ] as const)("stops after enough tries for %s", async (_name, most, each) => {
    const places: (string | null)[] = [];
    for (let n = 0; n <= most; n += 1) {
      const { ip, email } = each(n);
      const answer = await world
        .open()
        .post(`${ours}/api/auth/signin/link`, { email }, { "x-forwarded-for": ip });
      places.push(answer.headers.get("location"));
    }
    expect(places.filter((place) => place?.includes("error=Often"))).toHaveLength(1);
    expect(places.at(-1)).toContain("error=Often");
  });
});
