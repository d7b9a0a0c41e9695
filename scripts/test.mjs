// npm test: everything that a change must pass, on a clone with nothing but Node and npm.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { install, requireNode, root } from "./ground.mjs";
import { main, seconds } from "./phases.mjs";
import { freePort } from "./ports.mjs";
import { close, closeOnSignal, onClose } from "./shutdown.mjs";

await main(async () => {
  const began = performance.now();
  requireNode();
  closeOnSignal();
  const tally = { passed: 0, failed: 0 };
  await install();
  const { lint, step, types, vitest, playwright } = await import("./steps.mjs");
  const { findChromium } = await import("./chromium.mjs");
  const chromium = await findChromium();
  await step("lint", lint, tally);
  await step("types", types, tally);
  await step("unit and database tests", vitest, tally);
  const built = await step("build", buildApp, tally);
  if (built) await step("the story in a browser", () => inBrowser(playwright, chromium), tally);
  console.log(`\n${tally.passed} passed, ${tally.failed} failed (${seconds(began).trim()})`);
  if (tally.failed > 0) process.exitCode = 1;
});

async function buildApp() {
  const { build } = await import("./build.mjs");
  return build().then(
    () => ({ failed: 0 }),
    () => ({ failed: 1 }),
  );
}

/** Plays the screens against a server of its own, started as anybody starts it, on a world of its own. */
async function inBrowser(playwright, chromium) {
  const folder = mkdtempSync(join(tmpdir(), "tributary-e2e-"));
  onClose(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const port = await freePort();
    const address = await serverAt(folder, port);
    return address ? await playwright({ BASE_URL: address, CHROMIUM_PATH: chromium }) : { failed: 1 };
  } finally {
    await close();
  }
}

function serverAt(folder, port) {
  const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, APP_URL: _url, ...rest } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs", "--dir", folder, "--port", String(port)], {
    cwd: root,
    env: { ...rest, DEMO: "1", LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  onClose(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const ready = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      console.log(line);
      const [, address] = /^Ready after .*: (http\S+)$/.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
  return Promise.race([ready, ended.then(() => undefined)]);
}
