import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openProvider, passProvider } from "./fixtures/provider";
import { openWorld, ours, type World } from "./fixtures/world";

let world: World;
let provider: Awaited<ReturnType<typeof openProvider>>;

beforeAll(async () => {
  provider = await openProvider(`${ours}/api/auth/callback/oidc`, {
    "sub-mira": { email: "Mira@alpine.example", email_verified: true, name: "Mira Voss" },
    "sub-unverified": { email: "mira@alpine.example", email_verified: false },
    "sub-stranger": { email: "stranger@else.example", email_verified: true },
  });
  const { issuer } = provider;
  world = await openWorld({
    oidc: { issuer, clientId: "tributary", clientSecret: "a secret of the test", name: "Test" },
  });
  await world.invite("mira@alpine.example");
});
afterAll(() => Promise.all([world.close(), provider.close()]));

describe("signing in at an identity provider", () => {
  async function passAs(account: string, browser = world.open()): Promise<Response> {
    const asked = await browser.post(`${ours}/api/auth/signin/oidc`, { to: "/partner/orders" });
    const back = await passProvider(browser, asked.headers.get("location") ?? "", account);
    return browser.get(back);
  }

  test("lets in whom it knows by a verified address, from then on by their subject", async () => {
    const browser = world.open();
    const answer = await passAs("sub-mira", browser);
    expect(answer.headers.get("location")).toBe(`${ours}/partner/orders`);
    expect(await world.whoIs(browser)).toMatchObject({ user: { email: "mira@alpine.example" } });
    const { rows } = await world.database.owner.query("select provider, subject from identity.account");
    expect(rows).toEqual([{ provider: "oidc", subject: "sub-mira" }]);
    expect((await passAs("sub-mira")).headers.get("location")).toBe(`${ours}/partner/orders`);
  });

  test.each([
    ["whose address is not verified", "sub-unverified"],
    ["whom nobody invited", "sub-stranger"],
  ])("keeps out somebody %s", async (_name, account) => {
    const browser = world.open();
    expect((await passAs(account, browser)).headers.get("location")).toBe(
      `${ours}/sign-in/problem?error=Uninvited`,
    );
    expect(await world.whoIs(browser)).toBeNull();
    const { rows } = await world.database.owner.query(
      "select 1 from identity.\"user\" where email like 'stranger%'",
    );
    expect(rows).toEqual([]);
  });

  test("does not link the account to whoever was signed in before", async () => {
    const { user } = await world.invite("before@alpine.example", true);
    const browser = world.open({ demo: true });
    await browser.post(`${ours}/api/auth/cast`, { user });
    await passAs("sub-mira", browser);
    expect(await world.whoIs(browser)).toMatchObject({ user: { email: "mira@alpine.example" } });
    const { rows } = await world.database.owner.query(
      "select subject from identity.account where user_id = $1",
      [user],
    );
    expect(rows).toEqual([]);
  });

  test("refuses an answer that was not asked for by this browser", async () => {
    const asked = await world.open().post(`${ours}/api/auth/signin/oidc`, {});
    const victim = world.open();
    const back = await passProvider(world.open(), asked.headers.get("location") ?? "", "sub-mira");
    const answer = await victim.get(back);
    expect(answer.headers.get("location")).toMatch(/error=/);
    expect(await world.whoIs(victim)).toBeNull();
  });
});
