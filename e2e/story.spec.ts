import { expect, type Page, test } from "@playwright/test";
import { focusFile } from "../server/demo/focus-file";
import { enter } from "./cast";

/** Each chapter goes on where the last one ended, on the world that was seeded. */
test.describe.configure({ mode: "serial" });

let sales: Page;
let finance: Page;
let operations: Page;
let quote = "";
let order = "";

test.beforeAll(async ({ browser }) => {
  sales = await enter(browser, "Casey Brooks", "partner");
  finance = await enter(browser, "Helen Okafor", "operator");
  operations = await enter(browser, "Tomás Ruiz", "operator");
});
test.afterAll(async () => {
  for (const page of [sales, finance, operations]) await page?.context().close();
});

/** Opens the row of a list that has the text. */
async function open(page: Page, list: string, text: string | RegExp) {
  await page.goto(list);
  await page
    .getByRole("row")
    .filter({ hasText: text })
    .first()
    .getByRole("rowheader")
    .getByRole("link")
    .click();
}

/** Presses a button that asks first, fills in what it asks, and presses again. */
async function confirm(page: Page, ask: string, answer: string, fields: Record<string, string> = {}) {
  await page.getByRole("button", { name: ask }).click();
  const dialog = page.getByRole("alertdialog");
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole("button", { name: answer, exact: true }).dblclick();
  await expect(dialog).toBeHidden();
}

async function choose(page: Page, label: string, option: RegExp) {
  await page.getByRole("combobox", { name: label }).first().click();
  await page.getByRole("option", { name: option }).first().click();
}

test("Little Creek quotes beyond its band, and has to ask", async () => {
  await sales.goto("/partner/quotes/new");
  await choose(sales, "Customer", /Orchard Foods/);
  await choose(sales, "Offer", /Secure Branch/);
  await sales.getByLabel(/Quantity of Security seat/).fill("48");
  await sales.getByRole("textbox", { name: "Discount" }).fill("14");
  await sales.getByLabel("Why the deal is worth it").fill("A third branch, if it opens before the season.");
  await sales.getByRole("button", { name: "Save and ask for approval" }).dblclick();
  await sales.waitForURL(/\/partner\/quotes\/quo_/);
  quote = (await sales.getByRole("heading", { level: 1 }).textContent())?.match(/Q-[\w-]+/)?.[0] ?? "";
  expect(quote).not.toBe("");
  await expect(sales.getByText("Approval asked for")).toHaveCount(1);
});

test("finance sees what each tier keeps, and approves it", async () => {
  await open(finance, "/operator/approvals", quote);
  const tiers = finance.getByRole("region", { name: /tier/i }).or(finance.getByRole("table"));
  for (const name of ["Meridian", "Alpine", "Blue Harbor", "Little Creek"]) {
    await expect(tiers.getByRole("row").filter({ hasText: name }).first()).toBeVisible();
  }
  await confirm(finance, "Approve…", "Approve", { Comment: "Every tier still keeps something." });
  await expect(finance.getByRole("button", { name: "Approve…" })).toBeHidden();
});

test("the quote is sent and accepted once, and an order is placed", async () => {
  await sales.reload();
  await confirm(sales, "Send…", "Send quote");
  await confirm(sales, "Accept…", "Accept and order", { "Accepted by": "Olive Orchard" });
  const link = sales.getByRole("link", { name: /O-|ORD/ }).first();
  await expect(async () => {
    await sales.reload();
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass();
  order = (await link.textContent())?.match(/O-\d+/)?.[0] ?? "";
  await sales.goto("/partner/orders");
  await expect(sales.getByRole("row").filter({ hasText: order })).toHaveCount(1);
});

/** Opens a task of the order as soon as it has the state. */
async function openTask(title: string, state: string) {
  const tasks = `/operator/activation?q=${encodeURIComponent(order)}`;
  const row = operations.getByRole("row").filter({ hasText: title });
  await expect(async () => {
    await operations.goto(tasks);
    await expect(row).toContainText(state, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await row.getByRole("rowheader").getByRole("link").click();
  await expect(operations.getByRole("heading", { level: 1 })).toContainText(title);
}

test("operations do what people do, mend what a supplier refused, and the subscription runs", async () => {
  test.setTimeout(180_000);
  for (const [title, proof] of [
    ["Prepare the branch", "Branch folder signed off"],
    ["Provision the line", "Line test passed, 941 Mbit/s"],
  ] as const) {
    await openTask(title, "Ready");
    await confirm(operations, "Mark as done…", "It is done", { "What proves it": proof });
  }
  await openTask("Assign the seats", "Exception");
  await open(operations, "/operator/activation/exceptions?state=open&q=", order);
  await expect(operations.getByText("The tenant's limit is 40; 48").first()).toBeVisible();
  await confirm(operations, "Retry…", "Try again", { "What was mended": "Castellan raised the seat limit." });
  await openTask("Install on site", "Ready");
  await confirm(operations, "Mark as done…", "It is done", { "What proves it": "Protocol signed on site" });
  const row = operations.getByRole("row").filter({ hasText: "Orchard Foods" });
  await expect(async () => {
    await operations.goto(`/operator/activation/subscriptions?q=${order}`);
    await expect(row).toContainText("Active", { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
});

test("a usage file is taken in, and what nobody had mapped finds its place", async () => {
  const today = new Date();
  const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1)).toISOString().slice(0, 7);
  const account = `NIM-ACC-E2E-${today.getTime()}`;
  const options = {
    month,
    accounts: ["NIM-ACC-1001"],
    rows: 60,
    unmatched: account,
    seed: today.getTime() % 9_973,
  };
  const name = `nimbus-${account}.csv`;
  await operations.goto("/operator/usage");
  const input = operations.locator("input[type=file]");
  await expect(input).toBeEnabled();
  await input.setInputFiles({
    ...{ name, mimeType: "text/csv", buffer: Buffer.from([...focusFile(options)].join("")) },
  });
  await operations.waitForURL(/\/operator\/usage\/fil_|\/operator\/usage\/[a-z]+_/);
  await operations.goto(`/operator/usage/parked?q=${account}`);
  const waiting = operations.getByRole("row").filter({ hasText: account });
  await expect(async () => {
    await operations.reload();
    await expect(waiting).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await waiting.getByRole("button", { name: "Map…" }).click();
  const dialog = operations.getByRole("dialog");
  await choose(operations, "Subscription", /Tidewater Logistics/);
  await dialog.getByRole("button", { name: "Map and take in" }).click();
  await expect(dialog).toBeHidden();
  await expect(waiting).toHaveCount(0);
});

test("finance bills what is due; an invoice is printed and paid once, and divided", async () => {
  test.setTimeout(180_000);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date());
  await finance.goto("/operator/invoices/runs");
  await finance.getByRole("button", { name: "Start bill run…" }).click();
  await choose(finance, "Charge what ended before", new RegExp(today));
  await expect(
    finance.getByText("Customers will owe").or(finance.getByText("Nothing is due")).first(),
  ).toBeVisible();
  await finance
    .getByRole("alertdialog")
    .getByRole("button", { name: /Start and issue|Open the run/ })
    .click();
  await finance.waitForURL(/\/operator\/invoices\/runs\/\w+/);
  await expect(async () => {
    await finance.reload();
    await expect(finance.getByText("Issued", { exact: true }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await open(finance, "/operator/invoices?status=issued", "Orchard Foods");
  const pdf = await finance.getByRole("link", { name: "PDF" }).getAttribute("href");
  const printed = await finance.request.get(pdf ?? "");
  expect(printed.headers()["content-type"]).toBe("application/pdf");
  expect((await printed.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await finance.getByRole("button", { name: "Record payment…" }).click();
  await finance.getByRole("dialog").getByLabel("Bank reference").fill("Orchard, thank you");
  await finance.getByRole("dialog").getByRole("button", { name: "Record payment" }).dblclick();
  await expect(finance.getByRole("dialog")).toBeHidden();
  await expect(finance.getByRole("row").filter({ hasText: "Orchard, thank you" })).toHaveCount(1);
  const share = finance.getByRole("row").filter({ hasText: "Little Creek" });
  await expect(async () => {
    await finance.goto("/operator/settlement?q=Orchard");
    await expect(share.filter({ hasText: "Payable" }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
});

test("one proposes the payouts and another lets them go", async ({ browser }) => {
  await finance.goto("/operator/payouts");
  await confirm(finance, "Propose payouts…", "Propose");
  await finance.waitForURL(/\/operator\/payouts\/\w+_/);
  const run = new URL(finance.url()).pathname;
  await expect(finance.getByRole("button", { name: "Approve…" })).toHaveCount(0);
  const controller = await enter(browser, "David Stern", "operator");
  await controller.goto(run);
  await confirm(controller, "Approve…", "Approve and pay out", { Comment: "Checked against the bank." });
  const file = controller.getByRole("link", { name: "File for the bank" });
  await expect(async () => {
    await controller.reload();
    await expect(file).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  const taken = await controller.request.get((await file.getAttribute("href")) ?? "");
  expect(taken.headers()["content-disposition"]).toContain("attachment");
  expect(await taken.text()).toContain("Little Creek");
  await controller.context().close();
});

test("the owner of Little Creek follows a statement to the rows of usage in three clicks", async ({
  browser,
}) => {
  const owner = await enter(browser, "Sam Rivera", "partner");
  await owner.goto("/partner/payouts");
  // The newest statement tells of today's payout, which is for the installation; the one before it has usage.
  await owner.getByRole("row").nth(2).getByRole("rowheader").getByRole("link").click();
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("Statement");
  const line = owner
    .getByRole("row")
    .filter({ hasText: /compute/i })
    .first();
  await line.getByRole("cell").last().getByRole("link").click(); // The first click.
  await owner.waitForURL(/\/partner\/trace\/settlement_line\//);
  await owner
    .getByRole("button", { name: /\d usage rows/ })
    .first()
    .click(); // The second: the rows of the file.
  await expect(
    owner.getByRole("region", { name: "Usage rows", exact: true }).getByRole("row").nth(1),
  ).toBeVisible();
  await expect(owner.getByText(/Count, sum and digest prove/)).toBeVisible();
  await owner.getByRole("navigation", { name: "The way to it" }).getByRole("button").first().click();
  await expect(owner.getByRole("button", { name: "Replay" })).toBeVisible();
  await owner.getByRole("button", { name: "Replay" }).click();
  await expect(owner.getByText("It agrees")).toBeVisible();
  await owner.context().close();
});
