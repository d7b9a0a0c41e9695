// npm run check: what is quick and needs no database: lint, types, layers, tidiness, the vocabulary and the
// rules.
import { install, requireNode } from "./ground.mjs";
import { main } from "./phases.mjs";

const quick = [
  "/rules/",
  "server/core/",
  "server/layers",
  "server/tidy",
  "server/env",
  "server/access/elevated",
];

await main(async () => {
  requireNode();
  await install();
  const { lint, step, types, vitest } = await import("./steps.mjs");
  const tally = { passed: 0, failed: 0 };
  await step("lint", lint, tally);
  await step("types", types, tally);
  await step("rules", () => vitest(quick), tally);
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  if (tally.failed > 0) process.exitCode = 1;
});
