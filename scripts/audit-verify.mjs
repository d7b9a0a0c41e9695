// npm run audit:verify [-- --dir folder]: recomputes the chain of every operator's record of changes, on a
// database that is in use or not. It ends with 1 when a link does not hold.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { install, requireNode, root, Trouble } from "./ground.mjs";
import { main } from "./phases.mjs";

await main(async () => {
  requireNode();
  await install();
  process.chdir(root);
  const { register } = await import("tsx/esm/api");
  register();
  const { options } = await import("./serve.mjs");
  const { close } = await import("./shutdown.mjs");
  const { folder } = options();
  const { openDatabase } = await import("../db/client.ts");
  try {
    const url = await addressOf(folder);
    const opened = openDatabase(url, { max: 2, neonProxy: process.env.NEON_PROXY });
    const { verifyAll } = await import("../server/audit/verify-all.ts");
    const told = await verifyAll(opened.database, new Date()).finally(opened.close);
    for (const { sentence } of told) console.log(sentence);
    if (told.length === 0) console.log("There is no operator yet, and so no record of changes.");
    if (told.some(({ holds }) => !holds)) process.exitCode = 1;
  } finally {
    await close();
  }
});

/** The database that the environment names, the embedded one that runs, or the same, started for this. */
async function addressOf(folder) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const pidFile = join(folder, "postgres/postmaster.pid");
  if (!process.env.DATABASE_OWNER_URL && !existsSync(join(folder, "postgres/PG_VERSION")))
    throw new Trouble(`There is no database in ${folder} yet: npm start makes one.`);
  const { secretsIn } = await import("./secrets.mjs");
  const secrets = secretsIn(folder, { external: false });
  const { isAlive } = await import("./lock.mjs");
  const [pid, , , port] = existsSync(pidFile) ? readFileSync(pidFile, "utf8").split("\n") : [];
  if (pid && port && isAlive(Number(pid)))
    return `postgres://tributary:${secrets.app}@127.0.0.1:${port}/tributary`;
  const { openServer } = await import("./database.mjs");
  return (await openServer(folder, secrets)).appUrl;
}
