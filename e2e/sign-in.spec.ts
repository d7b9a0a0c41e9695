import { expect, type Page, test } from "@playwright/test";

/** The first of the demo's cast in each portal, as the door offers them. */
const portals = ["operator", "partner", "supplier"] as const;
const role = { operator: /Finance$/, partner: /Owner/, supplier: /Desk$/ } as const;

async function enterAs(page: Page, portal: (typeof portals)[number], to = `/${portal}`) {
  await page.goto(`/sign-in?${new URLSearchParams({ to })}`);
  await page.getByRole("button").filter({ hasText: role[portal] }).first().click();
  await page.waitForURL(`**${to}`);
}

test.describe("the door", () => {
  for (const portal of portals) {
    test(`lets one of the cast into the ${portal} portal with one click`, async ({ page }) => {
      await enterAs(page, portal);
      await expect(page.getByRole("navigation", { name: "Portal" })).toBeVisible();
    });
  }

  test("leads a stranger to signing in, and from there back", async ({ page }) => {
    await page.goto("/operator?from=here");
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    expect(new URL(page.url()).searchParams.get("to")).toBe("/operator?from=here");
  });

  test("leads people of another portal to their own", async ({ page }) => {
    await enterAs(page, "partner");
    await page.goto("/operator");
    expect(new URL(page.url()).pathname).toBe("/partner");
  });

  test("says the same to any address", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill("nobody@else.example");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  });

  test("says that a link no longer works, and how to get another", async ({ page }) => {
    const query = new URLSearchParams({ token: "used", email: "mira@alpine.example", to: "/" });
    await page.goto(`/sign-in/confirm?${query}`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    await page.getByRole("link", { name: "Ask for a new link" }).click();
    await expect(page.getByLabel("E-mail address")).toBeVisible();
  });

  test("lets out who signs out, and the old cookie opens nothing", async ({ page, context }) => {
    await enterAs(page, "operator");
    const cookies = await context.cookies();
    await page.getByRole("button", { name: /: account$/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    await context.addCookies(cookies);
    const answer = await page.request.get("/api/trpc/session.me");
    expect(answer.status()).toBe(401);
  });
});

test.describe("the API", () => {
  test("takes changes from our own pages as JSON, and no endless ones", async ({ page, baseURL }) => {
    await enterAs(page, "operator");
    const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
    const send = (changed: Record<string, string>, data = '{"json":{"sessionId":"ses_none"}}') =>
      page.request.post("/api/trpc/session.revoke", { headers: { ...headers, ...changed }, data });
    expect((await send({})).status()).toBe(404);
    expect((await send({ "sec-fetch-site": "cross-site" })).status()).toBe(403);
    expect((await send({ "sec-fetch-site": "same-site", origin: baseURL ?? "" })).status()).toBe(403);
    expect((await send({ "content-type": "text/plain" })).status()).toBe(415);
    expect((await send({}, `{"json":"${"x".repeat(1_100_000)}"}`)).status()).toBe(413);
    expect((await page.request.get("/api/trpc/session.revoke?input=%7B%7D")).status()).toBe(405);
  });

  test("ends another browser of the same person at once", async ({ page, browser }) => {
    await enterAs(page, "operator");
    const other = await (await browser.newContext()).newPage();
    await enterAs(other, "operator");
    await page.getByRole("button", { name: /: account$/ }).click();
    await page.getByRole("menuitem", { name: /signed in/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).first().click();
    await expect(page.getByText("That browser is signed out")).toBeVisible();
    await other.goto("/operator");
    expect(new URL(other.url()).pathname).toBe("/sign-in");
  });
});
