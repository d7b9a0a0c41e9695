// npm start: from a fresh clone to a page that works. Plain Node until the packages are there.
import { install, requireNode } from "./ground.mjs";
import { main, phase } from "./phases.mjs";

await main(async () => {
  requireNode();
  console.log("Tributary");
  await phase("packages", install);
  const { start } = await import("./lifecycle.mjs");
  await start("start");
});
