import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { root, run, Trouble } from "./ground.mjs";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The browser for the tests: the one named, Playwright's own, the machine's, the npm package's, or a
 * download.
 */
export async function findChromium() {
  const { CHROMIUM_PATH: named } = process.env;
  if (named) {
    if (runs(named)) return named;
    throw new Trouble(`CHROMIUM_PATH names ${named}, which does not run.`);
  }
  const { chromium } = await import("playwright-core");
  const present = [chromium.executablePath(), ...installed].find(runs) ?? (await packaged());
  if (present) return present;
  await run(process.execPath, [`${root}node_modules/playwright-core/cli.js`, "install", "chromium"]);
  if (runs(chromium.executablePath())) return chromium.executablePath();
  throw new Trouble(
    "There is no Chromium for the tests. Install it (apt install chromium) or set CHROMIUM_PATH to one.",
  );
}

/** A container's root has no user namespaces to build the sandbox with, and little shared memory. */
export function chromiumFlags() {
  const always = ["--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"];
  return userInfo().uid === 0 ? ["--no-sandbox", ...always] : always;
}

async function packaged() {
  const { default: chromium } = await import("@sparticuz/chromium");
  const path = await chromium.executablePath().catch(() => undefined);
  return path && runs(path) ? path : undefined;
}

function runs(path) {
  return existsSync(path) && spawnSync(path, ["--version", "--no-sandbox"], { timeout: 20_000 }).status === 0;
}
