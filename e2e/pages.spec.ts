import { readdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { enter, type Portal } from "./cast";

/** Who sees the most of each portal. */
const viewers = { operator: "Mara Lindqvist", partner: "Freya Jensen", supplier: "Aoife Byrne" } as const;
const app = join(import.meta.dirname, "../app");

/** Every page of a portal as the app's folders have it, lists before what is in them. */
function routesOf(portal: Portal): readonly string[] {
  return readdirSync(join(app, portal), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${join(portal, file.replace(/\/?page\.tsx$/, ""))}`.replace(/\/$/, ""))
    .sort((left, right) => left.split("/").length - right.split("/").length || left.localeCompare(right));
}

type Fault = { readonly at: string; readonly what: string };

/** Visits an address once and looks at everything a page owes: in light and dark, and on a phone. */
async function examine(page: Page, address: string): Promise<{ faults: Fault[]; links: string[] }> {
  const faults: Fault[] = [];
  const tell = (what: string) => faults.push({ at: address, what });
  const hear = (message: { type(): string; text(): string }) =>
    message.type() === "error" && tell(`console: ${message.text()}`);
  const stumble = (error: Error) => tell(`script: ${error.message}`);
  page.on("console", hear).on("pageerror", stumble);
  try {
    const answer = await page.goto(address);
    await expect(page.locator(".waiting")).toHaveCount(0); // Until then there is nothing to look at.
    if (answer?.status() !== 200) tell(`answered ${answer?.status()}`);
    const place = new URL(page.url()).pathname;
    if (place !== new URL(address, page.url()).pathname) tell(`led to ${place}`);
    const headings = await page.locator("h1").count();
    if (headings !== 1) tell(`${headings} headings of the first level`);
    const links = await linksOf(page);
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await drawn(page);
      const only =
        scheme === "light"
          ? new AxeBuilder({ page })
          : new AxeBuilder({ page }).withRules(["color-contrast"]);
      for (const { id, impact, nodes } of (await only.analyze()).violations) {
        if (impact !== "serious" && impact !== "critical") continue;
        tell(`${scheme}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
      }
    }
    await page.setViewportSize({ width: 375, height: 800 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) tell(`${over} px too wide for a phone`);
    return { faults, links };
  } finally {
    page.off("console", hear).off("pageerror", stumble);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
  }
}

/** The colours of a scheme are there when the page was drawn once more. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Where the links of a page lead; what one thing's rows are, its address says behind the question mark. */
async function linksOf(page: Page): Promise<string[]> {
  const found = await page
    .locator("main a[href]")
    .evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).search),
    );
  return [...new Set(found)];
}

/** The pattern of a route with `[id]` in it, or of one that shows what a question names. */
function patternOf(route: string): RegExp {
  const asks = isAsking(route) ? "\\?.+" : "";
  return new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/?]+")}${asks}$`);
}

/** A plain route as it is; of one thing, a link that was seen, or what stands below one. */
function addressOf(route: string, plain: ReadonlySet<string>, seen: ReadonlySet<string>) {
  if (plain.has(route)) return route;
  const linkTo = (to: string) => [...seen].find((link) => patternOf(to).test(link) && !plain.has(link));
  const [, thing, below] = /^(.*\])(\/[^[]+)$/.exec(route) ?? [];
  const above = thing === undefined ? undefined : linkTo(thing);
  return linkTo(route) ?? (above === undefined ? undefined : `${above}${below}`);
}

function isAsking(route: string): boolean {
  return route.endsWith("/parked/rows");
}

for (const [portal, name] of Object.entries(viewers) as [Portal, string][]) {
  test(`every page of the ${portal} portal does what a page owes`, async ({ browser }) => {
    test.setTimeout(300_000);
    const page = await enter(browser, name, portal);
    const routes = routesOf(portal);
    const plain = new Set(routes.filter((route) => !route.includes("[") && !isAsking(route)));
    const seen = new Set<string>(plain);
    const faults: Fault[] = [];
    const waiting = new Set(routes);
    const next = () => [...waiting].find((route) => addressOf(route, plain, seen) !== undefined);
    for (let route = next(); route !== undefined; route = next()) {
      waiting.delete(route);
      const { faults: found, links } = await examine(page, addressOf(route, plain, seen) ?? route);
      faults.push(...found);
      for (const link of links) seen.add(link);
    }
    for (const route of waiting) faults.push({ at: route, what: "no link leads there" });
    await page.context().close();
    expect(faults.map(({ at, what }) => `${at}: ${what}`)).toEqual([]);
  });
}

test("whoever has nothing yet is told what would be there", async ({ browser }) => {
  const page = await enter(browser, "Willem de Vries", "partner");
  const faults: Fault[] = [];
  for (const route of routesOf("partner").filter((each) => !each.includes("["))) {
    faults.push(...(await examine(page, route)).faults);
  }
  await page.goto("/partner/approvals");
  await expect(page.getByText("You asked for nothing yet")).toBeVisible();
  await page.context().close();
  expect(faults.map(({ at, what }) => `${at}: ${what}`)).toEqual([]);
});

test("the keyboard alone leads past the navigation and anywhere by name", async ({ browser }) => {
  const page = await enter(browser, "Helen Okafor", "operator");
  await page.goto("/operator");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: /skip/i });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Search or go to" }).fill("Invoices");
  await expect(page.getByRole("option", { name: /Invoices/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/operator/invoices");
  await page.context().close();
});
