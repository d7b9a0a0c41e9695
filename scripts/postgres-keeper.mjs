// Runs one embedded Postgres as long as the process that started this one holds its end of our stdin, and
// stops it in order afterwards, also when that process was killed. It is told one line
// of JSON, `{folder, password, throwaway}`, and answers with one, ready or in vain.
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./lock.mjs";
import { freePort } from "./ports.mjs";
import { initialise, startServer } from "./postgres-process.mjs";

const starter = createInterface({ input: process.stdin });
const { folder, password, throwaway } = JSON.parse((await once(starter, "line"))[0]);
const user = "postgres";

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
starter.on("close", stop);

try {
  await stopOrphan();
  if (!existsSync(join(folder, "PG_VERSION"))) await initialise(folder, { user, password });
  const port = await start();
  say({ port, url: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres` });
} catch (error) {
  say({ error: error.message });
  process.exit(1);
}

async function start(attempt = 1) {
  const port = await freePort();
  try {
    server = await startServer(folder, port, flags);
    server.ended.then(() => stopping || process.exit(1));
    return port;
  } catch (error) {
    // Between our look and its start another program may have taken the port.
    if (attempt === 3 || !/Address already in use/.test(error.message)) throw error;
    return start(attempt + 1);
  }
}

async function stop() {
  if (stopping) return;
  stopping = true;
  server?.child.kill("SIGINT");
  await server?.ended;
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

function say(fact) {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
}
