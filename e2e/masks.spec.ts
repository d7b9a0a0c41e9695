import { expect, type Page, test } from "@playwright/test";
import { enter } from "./cast";
import { pdfText } from "./pdf-text";

/**
 * What stands on one edge alone: unit prices as the demo's price lists have them, and what 45 and 24 seats
 * come to at
 * them.
 */
const secrets = {
  cost: ["0.031", "0.027", "0.0225", "0.0000375", "0.00003", "38", "340", "144.00", "76.80"],
  alpineBuys: ["0.038", "0.033", "0.0275", "0.000045", "0.000036", "4.10", "410", "184.50", "98.40"],
  harborBuys: ["0.0415", "0.0365", "0.0305", "0.0000495", "4.65", "58.5", "445", "209.25", "111.60"],
  customerPays: ["0.0545", "0.0479", "0.0405", "0.000065", "0.000052", "6.40", "288.00", "153.60"],
} as const;

const walls = [
  ["Little Creek", "Sam Rivera", ["cost", "alpineBuys", "harborBuys"]],
  ["Blue Harbor", "Freya Jensen", ["cost", "alpineBuys"]],
  ["Alpine", "Lukas Gruber", ["cost", "customerPays"]],
] as const;

/** Round prices are looked for as money, because a bare 38 may count anything. */
function patternOf(price: string): RegExp {
  const [whole = "", places = ""] = price.split(".");
  if (places.length > 2) return new RegExp(`(?<![\\d.,])${whole}\\.${places}0*(?!\\d)`);
  return new RegExp(`(?<![\\d.,])${whole}\\.${places.padEnd(2, "0")}(?!\\d)`);
}

type Heard = { readonly address: string; readonly text: string };

type Ask = (address: string) => Promise<Heard & { readonly status: number }>;

/** Asks for addresses as whoever is signed in, without drawing them. */
async function askerOf(page: Page): Promise<Ask> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  return async (address) => {
    const answer = await fetch(new URL(address, page.url()), { headers: { cookie }, redirect: "manual" });
    const isPdf = answer.headers.get("content-type")?.startsWith("application/pdf");
    const text = isPdf ? pdfText(Buffer.from(await answer.arrayBuffer())) : await answer.text();
    return { address, text, status: answer.status };
  };
}

/** Everything that links lead to from the portal's first page, exports and printed invoices too. */
async function crawl(ask: Ask, begin: string, most: number): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  const known = new Set([begin]);
  const perKind = new Map<string, number>();
  for (const address of known) {
    const kind = address.replaceAll(/[a-z]+_[\w.]{10,}/g, "…");
    const times = (perKind.get(kind) ?? 0) + 1;
    if (times > 6 || heard.length >= most) continue;
    perKind.set(kind, times);
    const { text, status } = await ask(address);
    if (status >= 400) throw new Error(`${address} answered ${status}`);
    heard.push({ address, text });
    for (const [, href = ""] of text.matchAll(/href="(\/(?:partner|operator|api)[^"#]*)"/g)) {
      known.add(href.replaceAll("&amp;", "&").replace(/(?<=^\/(?:partner|operator)[^?]*)\?.*$/, ""));
    }
  }
  return heard;
}

function leaksIn(heard: readonly Heard[], edges: readonly (keyof typeof secrets)[]): string[] {
  return heard.flatMap(({ address, text }) =>
    edges.flatMap((edge) =>
      secrets[edge]
        .map((price) => ({ price, found: patternOf(price).exec(text) }))
        .filter(({ found }) => found !== null)
        .map(({ price, found }) => {
          const near = text.slice(Math.max(0, (found?.index ?? 0) - 60), (found?.index ?? 0) + 40);
          return `${address}: ${edge} ${price} in “${near}”`;
        }),
    ),
  );
}

/** Addresses of single things as the operator sees them, put into the partner's portal. */
let foreign: readonly string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await enter(browser, "Mara Lindqvist", "operator");
  const seen = await crawl(await askerOf(page), "/operator", 90);
  foreign = seen
    .map(({ address }) => address)
    .filter((address) => /_\w{10,}/.test(address))
    .map((address) => address.replace(/^\/operator/, "/partner"));
  // Whoever may see it is shown it: otherwise nothing that follows means anything.
  const shown = leaksIn(seen, ["cost", "alpineBuys", "harborBuys", "customerPays"]);
  expect(shown.length).toBeGreaterThan(10);
  await page.context().close();
});

for (const [party, name, hidden] of walls) {
  test(`${party} reads no price of an edge that is not its own`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await enter(browser, name, "partner");
    const ask = await askerOf(page);
    const heard = [...(await crawl(ask, "/partner", 120))];
    expect(heard.length).toBeGreaterThan(20);
    // Customers' invoices are printed for who sells to them, not for the tiers above.
    expect(heard.some(({ address }) => address.endsWith("/pdf"))).toBe(party !== "Alpine");
    expect(heard.some(({ address }) => address.startsWith("/api/export/"))).toBe(true);
    for (const address of foreign) heard.push(await ask(address));
    for (const q of ["Secure", "Orchard", "cost", "Nimbus", "wholesale", "Blue Harbor", "0.031", "INV"]) {
      const input = encodeURIComponent(JSON.stringify({ json: { q } }));
      const answer = await ask(`/api/trpc/search.global?input=${input}`);
      expect(answer.status).toBe(200);
      heard.push(answer);
    }
    expect(leaksIn(heard, hidden)).toEqual([]);
    await page.context().close();
  });
}
