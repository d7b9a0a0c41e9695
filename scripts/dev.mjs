// npm run dev: the same as npm start, with reload instead of a build.
import { install, requireNode } from "./ground.mjs";
import { main, phase } from "./phases.mjs";

await main(async () => {
  requireNode();
  console.log("Tributary, for development");
  await phase("packages", install);
  const { start } = await import("./lifecycle.mjs");
  await start("dev");
});
