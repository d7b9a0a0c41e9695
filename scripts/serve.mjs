import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { root, Trouble } from "./ground.mjs";
import { onClose } from "./shutdown.mjs";

const leash = new URL("./leash.mjs", import.meta.url).href;
const next = join(root, "node_modules/next/dist/bin/next");

/** What a person may say on the command line; the environment says the rest. */
export function options() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: process.env.PORT || "3000" },
      host: { type: "string", default: process.env.HOST || "127.0.0.1" },
      dir: { type: "string", default: process.env.DATA_DIR || ".data" },
      dist: { type: "string" },
      fresh: { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble(`PORT should be a port; “${values.port}” is none.`);
  return { ...values, port, folder: resolve(root, values.dir) };
}

/** Starts Next and answers once it serves; `ended` tells when it is gone. */
export async function serve(mode, { port, host, dist }, env) {
  const child = spawn(process.execPath, ["--import", leash, next, mode, "-p", String(port), "-H", host], {
    cwd: root,
    env: {
      ...env,
      ...(dist ? { NEXT_DIST: dist } : {}),
      NODE_ENV: mode === "dev" ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stdio: ["pipe", "pipe", "inherit"],
    detached: process.platform !== "win32",
  });
  const tail = [];
  child.stdin.on("error", () => undefined);
  child.stdout.on("data", (chunk) => passOn(String(chunk), tail));
  const ended = once(child, "exit");
  onClose(() => stop(child, ended));
  const up = mode === "dev" ? listens(port, host) : answers(port, host);
  await Promise.race([up, ended.then(() => refuse(tail))]);
  return { ended };
}

/** Lets it finish what it is doing, for ten seconds. */
async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.stdin.end();
  child.kill("SIGTERM");
  const patience = sleep(10_000, "late", { ref: false });
  if ((await Promise.race([ended, patience])) === "late") process.kill(-child.pid, "SIGKILL");
}

/** Next's own greeting is ours to give; its log lines and ours go through. */
function passOn(text, tail) {
  tail.push(text);
  if (tail.length > 50) tail.shift();
  const lines = text
    .split("\n")
    .filter((line) => line && !/▲ Next|^\s*- (Local|Network)|✓ (Starting|Ready)/.test(line));
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
}

function refuse(tail) {
  throw new Trouble(`The server ended while it was starting.\n${tail.join("")}`);
}

/** In development a page is compiled when it is first asked for, which is not part of the start. */
async function listens(port, host) {
  for (;;) {
    const up = await new Promise((done) => {
      const socket = connect(port, reachable(host), () => done(true)).once("error", () => done(false));
      socket.once("connect", () => socket.end());
    });
    if (up) return;
    await sleep(100);
  }
}

async function answers(port, host) {
  for (;;) {
    const answer = await fetch(`http://${reachable(host)}:${port}/`, { redirect: "manual" }).catch(
      () => undefined,
    );
    if (answer) return;
    await sleep(100);
  }
}

function reachable(host) {
  return host === "0.0.0.0" ? "127.0.0.1" : host;
}
