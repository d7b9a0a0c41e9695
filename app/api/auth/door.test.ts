import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { signInLink } from "@/emails/sign-in-link";
import { openDoor } from "@/server/access/door";
import { addMembership, addUser, blockMembership } from "@/server/access/membership";
import { readSession } from "@/server/access/session";
import type { Surroundings } from "@/server/access/sign-in";
import type { MembershipId, OperatorId, PartyId, UserId } from "@/server/core/ids";
import { sendMail } from "@/server/integrations/mail/send";
import { Browser, openProvider, openSmtp, passProvider } from "./fixtures";

const ours = "http://localhost:3000";
const cookieName = "tributary-session";
const secret = "a secret of the test, long enough";

let world: TestDatabase;
let smtp: Awaited<ReturnType<typeof openSmtp>>;
let provider: Awaited<ReturnType<typeof openProvider>>;
let clock = new Date();
let later: Promise<void>[] = [];
let notes: string[] = [];
let person = 0;

beforeAll(async () => {
  world = await openTestDatabase();
  smtp = await openSmtp();
  provider = await openProvider(`${ours}/api/auth/callback/oidc`, {
    "sub-mira": { email: "Mira@alpine.example", email_verified: true, name: "Mira Voss" },
    "sub-unverified": { email: "mira@alpine.example", email_verified: false },
    "sub-stranger": { email: "stranger@else.example", email_verified: true },
  });
  await invite("mira@alpine.example");
});
afterAll(() => Promise.all([world.close(), smtp.close(), provider.close()]));
beforeEach(() => {
  clock = new Date();
  later = [];
  notes = [];
  smtp.mails.length = 0;
});

async function invite(email: string, demo = false): Promise<{ user: UserId; membership: MembershipId }> {
  const user = await addUser(world.database, { email, name: "Mira Voss", demo }, clock);
  const membership = await addMembership(
    world.database,
    {
      userId: user,
      operatorId: "opr_meridian" as OperatorId,
      partyId: "pty_alpine" as PartyId,
      path: "/alpine/",
      partyName: "Alpine Distribution",
      partyKind: "distributor",
      role: "partner_owner",
    },
    clock,
  );
  return { user, membership };
}

function open(changed: Partial<Surroundings> = {}): Browser {
  const office = { smtpUrl: smtp.url, from: "Tributary <door@meridian.example>", folder: "/nowhere" };
  const { issuer } = provider;
  const door = openDoor({
    database: world.database,
    clock: () => clock,
    appUrl: ours,
    secret,
    demo: false,
    oidc: { issuer, clientId: "tributary", clientSecret: "a secret of the test", name: "Test" },
    sendLink: async ({ email, url, minutes }) => {
      const letter = signInLink({ url, email, minutes });
      await sendMail(office, { to: email, letter, occasion: crypto.randomUUID() });
    },
    later: (work) => later.push(work()),
    note: (what, facts) => notes.push([what, ...Object.values(facts ?? {})].join(" ")),
    ...changed,
  });
  return new Browser(ours, (request) => {
    person += 1;
    if (!request.headers.has("x-forwarded-for")) request.headers.set("x-forwarded-for", `198.51.100.${person}`);
    return door(request);
  });
}

async function linkFor(browser: Browser, email: string, to = "/partner/quotes"): Promise<Record<string, string>> {
  await browser.post(`${ours}/api/auth/signin/link`, { email, to });
  await Promise.all(later);
  const mail = smtp.mails.at(-1);
  const link = mail?.text?.match(/https?:\S+/)?.[0];
  if (!link) throw new Error("No link came.");
  return { ...Object.fromEntries(new URL(link).searchParams), link };
}

const enter = (browser: Browser, form: Record<string, string>) =>
  browser.post(`${ours}/api/auth/callback/link`, form);

function whoIs(browser: Browser) {
  return readSession(world.database, browser.cookie("localhost:3000", cookieName) ?? "", clock);
}

describe("signing in by a one-time link", () => {
  test("sends one mail, whose link opens a session and leads back to where one was", async () => {
    await invite("link@alpine.example");
    const browser = open();
    const form = await linkFor(browser, " Link@Alpine.example ");
    const mail = smtp.mails[0];
    expect([smtp.mails.length, mail?.subject, mail?.from?.text, [mail?.to].flat()[0]?.text]).toEqual([
      1,
      "Your sign-in link",
      '"Tributary" <door@meridian.example>',
      "link@alpine.example",
    ]);
    expect(form["link"]).toMatch(/^http:\/\/localhost:3000\/sign-in\/confirm\?/);
    expect(mail?.html).toContain("Sign in to Tributary");

    const answer = await enter(browser, form);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `${ours}/partner/quotes`]);
    const [cookie] = answer.headers.getSetCookie().filter((line) => line.startsWith(cookieName));
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(await whoIs(browser)).toMatchObject({ user: { email: "link@alpine.example" } });
  });

  test("marks the cookie secure and bound to the host where people come by https", async () => {
    await invite("secure@alpine.example");
    const browser = new Browser("https://tributary.example", (request) => secure.door(request));
    const secure = { door: doorAt("https://tributary.example") };
    await browser.post("https://tributary.example/api/auth/signin/link", { email: "secure@alpine.example" });
    await Promise.all(later);
    const link = new URL(smtp.mails[0]?.text?.match(/https:\S+/)?.[0] ?? "");
    const answer = await browser.post(
      "https://tributary.example/api/auth/callback/link",
      Object.fromEntries(link.searchParams),
    );
    expect(answer.headers.getSetCookie().join("\n")).toMatch(
      /__Host-tributary-session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax/,
    );
  });

  test("works once", async () => {
    await invite("once@alpine.example");
    const form = await linkFor(open(), "once@alpine.example");
    const [first, second] = await Promise.all([enter(open(), form), enter(open(), form)]);
    const places = [first, second].map((answer) => answer.headers.get("location")).sort();
    expect(places).toEqual([`${ours}/partner/quotes`, `${ours}/sign-in/problem?error=Verification`]);
  });

  test("is not used up by a program that only looks at it", async () => {
    await invite("scanned@alpine.example");
    const form = await linkFor(open(), "scanned@alpine.example");
    const query = new URLSearchParams(form);
    expect((await open().get(`${ours}/api/auth/callback/link?${query}`)).status).toBe(404);
    expect((await enter(open(), form)).headers.get("location")).toBe(`${ours}/partner/quotes`);
  });

  test("expires", async () => {
    await invite("late@alpine.example");
    const browser = open();
    const form = await linkFor(browser, "late@alpine.example");
    clock = new Date(clock.getTime() + 601_000);
    expect((await enter(browser, form)).headers.get("location")).toContain("error=Verification");
    expect(await whoIs(browser)).toBeNull();
  });

  test("is kept as a digest only", async () => {
    await invite("digest@alpine.example");
    const { token = "" } = await linkFor(open(), "digest@alpine.example");
    const { rows } = await world.owner.query("select * from identity.verification_token");
    expect(token).toHaveLength(43);
    expect(JSON.stringify(rows)).toContain("digest@alpine.example");
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("opens for the address it was made for and for no other", async () => {
    await invite("mine@alpine.example");
    const form = await linkFor(open(), "mine@alpine.example");
    const answer = await enter(open(), { ...form, email: "mira@alpine.example" });
    expect(answer.headers.get("location")).toContain("error=Verification");
  });

  test("answers a stranger as it answers a member, and writes to the member alone", async () => {
    await invite("member@alpine.example");
    const ask = (email: string) => open().post(`${ours}/api/auth/signin/link`, { email });
    const [member, stranger] = [await ask("member@alpine.example"), await ask("nobody@alpine.example")];
    await Promise.all(later);
    const face = ({ status, headers }: Response) => [status, headers.get("location"), headers.getSetCookie()];
    expect(face(stranger)).toEqual(face(member));
    expect(smtp.mails.map(({ to }) => [to].flat()[0]?.text)).toEqual(["member@alpine.example"]);
  });

  test("does not write to somebody whose membership has ended", async () => {
    const { membership } = await invite("former@alpine.example");
    await blockMembership(world.database, membership, clock);
    await open().post(`${ours}/api/auth/signin/link`, { email: "former@alpine.example" });
    await Promise.all(later);
    expect(smtp.mails).toEqual([]);
  });

  test.each(["", "mira", "a@b", '"x"@alpine.example', "a@alpine.example,b@else.example", "a@alpine.example\nbcc: b@c.de"])(
    "refuses the address %j",
    async (email) => {
      const answer = await open().post(`${ours}/api/auth/signin/link`, { email });
      expect(answer.headers.get("location")).toContain("/sign-in?error=Address");
    },
  );

  test.each([
    ["an address, from many places", 5, (n: number) => ({ ip: `192.0.2.${n}`, email: "often@alpine.example" })],
    ["a place, for many addresses", 30, (n: number) => ({ ip: "192.0.2.200", email: `n${n}@alpine.example` })],
  ] as const)("stops after enough tries for %s", async (_name, most, each) => {
    const places: (string | null)[] = [];
    for (let n = 0; n <= most; n += 1) {
      const { ip, email } = each(n);
      const answer = await open().post(`${ours}/api/auth/signin/link`, { email }, { "x-forwarded-for": ip });
      places.push(answer.headers.get("location"));
    }
    expect(places.filter((place) => place?.includes("error=Often"))).toHaveLength(1);
    expect(places.at(-1)).toContain("error=Often");
  });
});

describe("the door", () => {
  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another host of ours", { "sec-fetch-site": "same-site" }],
    ["a bookmark", { "sec-fetch-site": "none" }],
  ])("takes no form from %s", async (_name, headers) => {
    for (const path of ["signin/link", "callback/link", "signin/oidc", "signout", "cast"]) {
      const answer = await open({ demo: true }).post(`${ours}/api/auth/${path}`, { email: "mira@alpine.example" }, headers);
      expect(answer.status).toBe(403);
    }
    expect(smtp.mails).toEqual([]);
  });

  test("takes an old browser's word by its origin", async () => {
    const door = doorAt(ours);
    const ask = (origin?: string) =>
      door(
        new Request(`${ours}/api/auth/signin/link`, {
          method: "POST",
          body: new URLSearchParams({ email: "old@alpine.example" }),
          headers: { host: "localhost:3000", ...(origin ? { origin } : {}) },
        }),
      );
    expect([(await ask(ours)).status, (await ask("https://evil.example")).status, (await ask()).status]).toEqual([
      302, 403, 403,
    ]);
  });

  test.each(["session", "csrf", "providers", "signin", "signin/link", "error", "webauthn-options", "cast"])(
    "has nothing at GET /%s",
    async (path) => {
      expect((await open({ demo: true }).get(`${ours}/api/auth/${path}`)).status).toBe(404);
    },
  );

  test("puts its own host into links, whatever the request says", async () => {
    await invite("host@alpine.example");
    const browser = open({ appUrl: "https://tributary.example" });
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example" };
    await browser.post(`${ours}/api/auth/signin/link`, { email: "host@alpine.example" }, headers);
    await Promise.all(later);
    expect(smtp.mails[0]?.text).toContain("https://tributary.example/sign-in/confirm?");
    expect(smtp.mails[0]?.text).not.toContain("evil");
  });

  test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/api/auth/signout"])(
    "does not lead to %s",
    async (to) => {
      const { user } = await invite(`to${person}@alpine.example`, true);
      const answer = await open({ demo: true }).post(`${ours}/api/auth/cast`, { user, to });
      expect(answer.headers.get("location")).toBe(`${ours}/`);
    },
  );

  test("ends the session of who signs out, and the one that a new sign-in replaces", async () => {
    const { user } = await invite("twice@alpine.example", true);
    const browser = open({ demo: true });
    await browser.post(`${ours}/api/auth/cast`, { user });
    const first = browser.cookie("localhost:3000", cookieName) ?? "";
    await browser.post(`${ours}/api/auth/cast`, { user });
    expect(await readSession(world.database, first, clock)).toBeNull();
    const second = browser.cookie("localhost:3000", cookieName) ?? "";
    expect(second).not.toBe(first);

    const answer = await browser.post(`${ours}/api/auth/signout`, {});
    expect(answer.headers.get("location")).toBe(`${ours}/sign-in`);
    expect([browser.cookie("localhost:3000", cookieName), await readSession(world.database, second, clock)]).toEqual([
      undefined,
      null,
    ]);
  });
});

describe("the cast of the demo", () => {
  test("enters by a one-time link of its own, with one click", async () => {
    const { user } = await invite("cast@meridian.example", true);
    const browser = open({ demo: true });
    const answer = await browser.post(`${ours}/api/auth/cast`, { user, to: "/partner" });
    expect(answer.headers.get("location")).toBe(`${ours}/partner`);
    expect(await whoIs(browser)).toMatchObject({ user: { email: "cast@meridian.example" } });
    expect(smtp.mails).toEqual([]);
  });

  test("is the only one who can, and only in a demo", async () => {
    const real = await invite("real@meridian.example");
    const cast = await invite("cast2@meridian.example", true);
    const browser = open({ demo: true });
    const refused = await browser.post(`${ours}/api/auth/cast`, { user: real.user });
    expect(refused.headers.get("location")).toContain("error=Uninvited");
    expect((await open().post(`${ours}/api/auth/cast`, { user: cast.user })).status).toBe(404);
    expect(await whoIs(browser)).toBeNull();
  });
});

describe("signing in at an identity provider", () => {
  async function passAs(account: string, browser = open()): Promise<Response> {
    const asked = await browser.post(`${ours}/api/auth/signin/oidc`, { to: "/partner/orders" });
    const back = await passProvider(browser, asked.headers.get("location") ?? "", account);
    return browser.get(back);
  }

  test("lets in whom it knows by a verified address, and knows them by their subject from then on", async () => {
    const browser = open();
    const answer = await passAs("sub-mira", browser);
    expect(answer.headers.get("location")).toBe(`${ours}/partner/orders`);
    expect(await whoIs(browser)).toMatchObject({ user: { email: "mira@alpine.example" } });
    const { rows } = await world.owner.query("select provider, subject from identity.account");
    expect(rows).toEqual([{ provider: "oidc", subject: "sub-mira" }]);
    expect((await passAs("sub-mira")).headers.get("location")).toBe(`${ours}/partner/orders`);
  });

  test.each([
    ["whose address is not verified", "sub-unverified"],
    ["whom nobody invited", "sub-stranger"],
  ])("keeps out somebody %s", async (_name, account) => {
    const browser = open();
    expect((await passAs(account, browser)).headers.get("location")).toBe(`${ours}/sign-in/problem?error=Uninvited`);
    expect(await whoIs(browser)).toBeNull();
    const { rows } = await world.owner.query("select 1 from identity.\"user\" where email like 'stranger%'");
    expect(rows).toEqual([]);
  });

  test("does not link the account to whoever was signed in before", async () => {
    const { user } = await invite("before@alpine.example", true);
    const browser = open({ demo: true });
    await browser.post(`${ours}/api/auth/cast`, { user });
    await passAs("sub-mira", browser);
    expect(await whoIs(browser)).toMatchObject({ user: { email: "mira@alpine.example" } });
    const { rows } = await world.owner.query("select subject from identity.account where user_id = $1", [user]);
    expect(rows).toEqual([]);
  });

  test("refuses an answer that was not asked for by this browser", async () => {
    const asked = await open().post(`${ours}/api/auth/signin/oidc`, {});
    const victim = open();
    const back = await passProvider(open(), asked.headers.get("location") ?? "", "sub-mira");
    const answer = await victim.get(back);
    expect(answer.headers.get("location")).toMatch(/error=/);
    expect(await whoIs(victim)).toBeNull();
  });
});

describe("a mail", () => {
  test("is kept in a folder where there is no server for it, for its owner alone", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "mail-")), "mail");
    const letter = signInLink({ url: `${ours}/sign-in/confirm?token=t`, email: "a@b.example", minutes: 10 });
    const sent = await sendMail({ smtpUrl: undefined, from: "T <t@x.example>", folder }, { to: "a@b.example", letter, occasion: "evt_1" });
    expect([sent.by, readdirSync(folder)]).toEqual(["folder", ["evt_1.eml"]]);
    expect(readFileSync(join(folder, "evt_1.eml"), "utf8")).toMatch(/Message-ID: <evt_1@x\.example>/);
  });

  test("that the server refuses is an error, so that it is tried again", async () => {
    const letter = signInLink({ url: ours, email: "a@b.example", minutes: 10 });
    const office = { smtpUrl: "smtp://127.0.0.1:9", from: "t@x.example", folder: "/nowhere" };
    await expect(sendMail(office, { to: "a@b.example", letter, occasion: "evt_2" })).rejects.toThrow(/ECONNREFUSED/);
  });
});

function doorAt(appUrl: string) {
  const office = { smtpUrl: smtp.url, from: "door@meridian.example", folder: "/nowhere" };
  return openDoor({
    database: world.database,
    clock: () => clock,
    appUrl,
    secret,
    demo: false,
    sendLink: ({ email, url, minutes }) =>
      sendMail(office, { to: email, letter: signInLink({ url, email, minutes }), occasion: "x" }).then(() => undefined),
    later: (work) => later.push(work()),
    note: () => undefined,
  });
}
