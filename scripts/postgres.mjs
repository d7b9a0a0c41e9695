import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const keeper = fileURLToPath(new URL("./postgres-keeper.mjs", import.meta.url));

/**
 * Starts an embedded Postgres on a folder and a free port of the loopback. It ends when `stop` is called or
 * when this
 * process is gone, however it went; a `throwaway` one trades safety for speed and takes its folder with it.
 */
export async function startPostgres({ folder, password, throwaway = false }) {
  const child = spawn(process.execPath, [keeper], { stdio: ["pipe", "pipe", "inherit"], detached: true });
  child.stdin.on("error", () => undefined);
  // Not as an argument, which everybody on the machine may read.
  child.stdin.write(`${JSON.stringify({ folder, password, throwaway })}\n`);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const first = await Promise.race([firstLine(child.stdout), ended]);
  const fact =
    typeof first === "string" ? JSON.parse(first) : { error: "Postgres ended while it was starting." };
  if (fact.error) throw new Error(`The embedded Postgres could not start.\n${fact.error}`);
  return {
    url: fact.url,
    port: fact.port,
    ended,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

function firstLine(stream) {
  return new Promise((resolve) => createInterface({ input: stream }).once("line", resolve));
}
