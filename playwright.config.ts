import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./scripts/chromium.mjs";

// Found once: the workers, which read this file again, inherit it.
process.env["CHROMIUM_PATH"] ??= await findChromium();
const { CHROMIUM_PATH: executablePath, BASE_URL: baseURL = "http://localhost:3000" } = process.env;

/** Against a server that is up, by `npm test` or by hand: `BASE_URL=… npx playwright test`. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL,
    browserName: "chromium",
    launchOptions: { executablePath, args: chromiumFlags() },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
});
