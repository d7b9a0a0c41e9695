import type { Browser, Page } from "@playwright/test";

export type Portal = "operator" | "partner" | "supplier";

/** Signs in as one of the demo's cast by one click at the door, in a browser of their own. */
export async function enter(browser: Browser, name: string, portal: Portal): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await enterIn(page, name, portal);
  return page;
}

export async function enterIn(page: Page, name: string, portal: Portal): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ to: `/${portal}` })}`);
  await page.getByRole("button", { name }).click();
  await page.waitForURL(`**/${portal}`);
}
