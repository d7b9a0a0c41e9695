import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./ground.mjs";
import { seconds } from "./phases.mjs";

const bin = (path) => `node_modules/${path}`;

/** One step of a check, with its own output. A step that is no test suite counts when it fails. */
export async function step(name, work, tally) {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const { passed = 0, failed = 0 } = await work();
  tally.passed += passed;
  tally.failed += failed;
  const outcome = failed > 0 ? `${failed} FAILED` : "passed";
  console.log(`── ${name}: ${outcome} after ${seconds(began).trim()}`);
  return failed === 0;
}

export const lint = () => program([bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]);

export async function types() {
  const generated = await program([bin("next/dist/bin/next"), "typegen"]);
  return generated.failed > 0 ? generated : program([bin("typescript/bin/tsc"), "--noEmit"]);
}

export async function vitest(filters = []) {
  const report = join(tmpdir(), `tributary-vitest-${process.pid}.json`);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const { failed } = await program([bin("vitest/vitest.mjs"), "run", ...reporters, ...filters]);
  return counted(report, failed, (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }));
}

export async function playwright(env) {
  const report = join(tmpdir(), `tributary-playwright-${process.pid}.json`);
  const { failed } = await program([bin("@playwright/test/cli.js"), "test", "--reporter=list,json"], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return counted(report, failed, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
}

/**
 * A suite that ended badly without a failed test of its own, such as a file that cannot be loaded, is one
 * failure.
 */
function counted(report, ended, read) {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(report, "utf8")));
    return { passed, failed: Math.max(failed, ended) };
  } catch {
    return { passed: 0, failed: Math.max(ended, 1) };
  } finally {
    rmSync(report, { force: true });
  }
}

async function program(args, env = {}) {
  const whole = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env };
  return { failed: (await run(process.execPath, args, { env: whole })) === 0 ? 0 : 1 };
}
