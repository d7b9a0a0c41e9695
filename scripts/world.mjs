import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openServer, statement } from "./database.mjs";
import { root, run, Trouble } from "./ground.mjs";
import { holdLock } from "./lock.mjs";
import { phase } from "./phases.mjs";
import { requireFreePort } from "./ports.mjs";
import { secretsIn } from "./secrets.mjs";
import { onClose } from "./shutdown.mjs";

/** What `--fresh` removes; the keys stay. */
const contents = ["postgres", "uploads", "seeding", "simulator-port"];

/**
 * Everything the app stands on: database, schema, keys, demo world, simulator. Answers with its environment.
 */
export async function openWorld({ folder, port, fresh }) {
  mkdirSync(folder, { recursive: true });
  onClose(await hold(folder));
  if (fresh) for (const name of contents) rmSync(join(folder, name), { recursive: true, force: true });
  const external = Boolean(process.env.DATABASE_URL || process.env.DATABASE_OWNER_URL);
  const secrets = secretsIn(folder, { external });
  const server = {};
  await phase("database", async () => {
    Object.assign(server, await openServer(folder, secrets));
    return server.words;
  });
  if (server.ownerUrl) await phase("migrations", () => migrate(server, folder));
  const env = {
    ...process.env,
    ...secrets.env,
    DATABASE_URL: server.appUrl,
    DATA_DIR: folder,
    DEMO: process.env.DEMO || (server.embedded ? "1" : "0"),
    PORT: String(port),
  };
  await requireSense(env);
  await requireSafety(env.DATABASE_URL);
  const demo = /^(1|true|on)$/.test(env.DEMO);
  if (demo) await phase("simulator", () => simulator(env, folder));
  if (demo && server.ownerUrl) await seed(server, env);
  return { env, people: demo && server.ownerUrl ? await people(server.ownerUrl) : [], ended: server.ended };
}

async function hold(folder) {
  try {
    return await holdLock(join(folder, "lock"));
  } catch (error) {
    throw new Trouble(`Tributary already runs on ${folder} (process ${error.holder}).`);
  }
}

/** A bad variable is told now, not after the build. */
async function requireSense(env) {
  const { parseEnv } = await import("../server/env.ts");
  try {
    parseEnv(env);
  } catch (error) {
    throw new Trouble(error.message);
  }
}

async function requireSafety(url) {
  const { openDatabase } = await import("../db/client.ts");
  const { refuseUnsafeRole } = await import("../db/role.ts");
  const { database, close } = openDatabase(url, { max: 1, neonProxy: process.env.NEON_PROXY });
  try {
    await refuseUnsafeRole(database);
  } catch (error) {
    throw new Trouble(error.cause?.message ?? error.message);
  } finally {
    await close();
  }
}

async function migrate(server, folder) {
  const { migrate } = await import("../db/migrate.ts");
  try {
    const { applied } = await migrate(server.ownerUrl, server.role, { neonProxy: process.env.NEON_PROXY });
    return applied.length > 0 ? `applied ${applied.length}` : "up to date";
  } catch (error) {
    const remedy = ` To begin anew, remove ${join(folder, "postgres")} or start with --fresh.`;
    throw new Trouble(`${error.message}${server.embedded ? remedy : ""}`);
  }
}

/**
 * A stand-in for suppliers' systems. It keeps its port, because the demo's connectors know its address. More
 * than
 * forty seats it refuses once, as in the story: something to mend.
 */
async function simulator(env, folder) {
  if (env.SUPPLIER_SIMULATOR_URL) return env.SUPPLIER_SIMULATOR_URL;
  const kept = join(folder, "simulator-port");
  const port = existsSync(kept) ? Number(readFileSync(kept, "utf8")) : (Number(env.PORT) + 7) % 65_536;
  await requireFreePort(port, "127.0.0.1", "Say where suppliers listen in SUPPLIER_SIMULATOR_URL.");
  const { startSupplierSimulator } = await import("../server/integrations/supplier/simulator.ts");
  const limits = { "CAS-SEAT": 40 };
  const { url, close } = await startSupplierSimulator({ port, signingKey: env.SIGNING_SECRET, limits });
  onClose(close);
  writeFileSync(kept, String(port));
  env.SUPPLIER_SIMULATOR_URL = url;
  return url;
}

async function seed(server, env) {
  const { rows } = await statement(server.ownerUrl, "select exists (select from app.party) as settled");
  const script = "server/demo/seed.ts";
  if (rows[0].settled || !existsSync(join(root, script))) return;
  console.log("  demo world   is being played; this happens once:");
  await phase("demo world", async () => {
    server.seeding?.begins();
    const code = await run(process.execPath, ["--import", "tsx", script], { env });
    if (code !== 0) throw new Trouble("The demo world could not be played: see the message above.");
    server.seeding?.ends();
    return "played";
  });
}

async function people(ownerUrl) {
  const { rows } = await statement(
    ownerUrl,
    `select person.name, person.email, string_agg(distinct part.party_name, ', ') as parties
     from identity."user" person join identity.membership part on part.user_id = person.id
     where person.demo and person.blocked_at is null
     group by person.id, person.name, person.email order by min(part.path collate "C"), person.name`,
  );
  return rows;
}
