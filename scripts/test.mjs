// npm test: everything that a change must pass, on a clone with nothing but Node and npm. `npm test -- unit`
// does
// one of its steps: lint, types, unit, build, browser.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { install, requireNode, root, Trouble } from "./ground.mjs";
import { main, seconds } from "./phases.mjs";
import { freePort } from "./ports.mjs";
import { close, closeOnSignal, onClose } from "./shutdown.mjs";

await main(async () => {
  const began = performance.now();
  requireNode();
  closeOnSignal();
  await install();
  const { lint, step, types, vitest, playwright } = await import("./steps.mjs");
  const { findChromium } = await import("./chromium.mjs");
  const steps = {
    lint,
    types,
    unit: () => vitest(),
    build: buildApp,
    browser: () => inBrowser(playwright, findChromium),
  };
  const chosen = process.argv.slice(2);
  const strange = chosen.filter((name) => !(name in steps));
  if (strange.length > 0)
    throw new Trouble(`npm test -- ${Object.keys(steps).join(" ")}: there is no “${strange[0]}”.`);
  const tally = { passed: 0, failed: 0 };
  for (const [name, work] of Object.entries(steps)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const passed = await step(name, work, tally);
    if (name === "build" && !passed) break; // There is nothing to open in a browser.
  }
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
async function inBrowser(playwright, findChromium) {
  const folder = mkdtempSync(join(tmpdir(), "tributary-e2e-"));
  onClose(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const port = await freePort();
    const address = await serverAt(folder, port);
    return address
      ? await playwright({ BASE_URL: address, CHROMIUM_PATH: await findChromium() })
      : { failed: 1 };
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
