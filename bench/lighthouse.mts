// npx tsx bench/lighthouse.mts [address]
// Lighthouse's marks of the seeded world's pages, on a desk and on a phone. Start the world first: npm start.
import lighthouse, { type Config, desktopConfig } from "lighthouse";
import { chromium } from "playwright-core";
import { chromiumFlags, findChromium } from "@/scripts/chromium.mjs";
import { freePort } from "@/scripts/ports.mjs";
import { enterAs, loopback, pagesOf } from "./session";

const base = loopback(process.argv[2]);
const cookie = await enterAs(base, "Helen Okafor");
const port = await freePort();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [...chromiumFlags(), `--remote-debugging-port=${port}`],
});

async function mark(path: string, config: Config | undefined) {
  const flags = { port, extraHeaders: { cookie }, onlyCategories: ["performance", "accessibility"] };
  const result = await lighthouse(new URL(path, base).href, { ...flags, disableStorageReset: true }, config);
  if (!result) throw new Error(`Lighthouse said nothing about ${path}.`);
  const { categories, audits } = result.lhr;
  const failed = Object.values(audits).filter(({ score, scoreDisplayMode }) => {
    return score !== null && score < 0.9 && scoreDisplayMode !== "informative";
  });
  return {
    marks: [categories["performance"], categories["accessibility"]].map(
      (each) => `${(each?.score ?? 0) * 100}`,
    ),
    times: ["largest-contentful-paint", "total-blocking-time"].map((id) => audits[id]?.displayValue ?? ""),
    failed: failed.map(({ id }) => id).join(", "),
  };
}

try {
  console.log("| page | on | performance | accessibility | largest paint | blocked | below 0.9 |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [name, path] of await pagesOf(base, cookie)) {
    for (const [device, config] of [
      ["a desk", desktopConfig],
      ["a phone", undefined],
    ] as const) {
      const { marks, times, failed } = await mark(path, config);
      console.log(`| ${[name, device, ...marks, ...times, failed].join(" | ")} |`);
    }
  }
} finally {
  await browser.close();
}
