// What must be there before anything else is loaded. Nothing in this file needs an installed package.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Something a person can mend; it is told as a sentence, without a stack. */
export class Trouble extends Error {}

export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  throw new Trouble(`Tributary needs Node.js 20.9 or later; this is ${version}. See https://nodejs.org.`);
}

/** Answers with what was done. Packages that fit the lock file stay as they are. */
export async function install() {
  if (isInstalled()) return "as locked";
  console.log("  packages     are being installed; this takes a minute or two");
  const quiet = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const [command, ...before] = npm;
  if ((await run(command, [...before, "ci", ...quiet])) === 0) return "installed";
  // A registry that lacks a package for some other platform fails `ci`, which wants them all, but not
  // `install`.
  if ((await run(command, [...before, "install", "--no-save", ...quiet])) === 0) return "installed";
  throw new Trouble("npm could not install: see its message above. The npm registry must be reachable.");
}

/** Whether every package of the lock file that this machine needs is there in the locked version. */
function isInstalled() {
  const hidden = join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || present[path]?.version === version || (!present[path] && (optional || devOptional)),
  );
}

const running = new Set();

/** Ends the programs that `run` started and that still run. */
export function endRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/** Runs a program in the project's folder with our output; answers with its exit code. */
export function run(command, args, { env = process.env, stdio = "inherit" } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio, shell: process.platform === "win32" });
    running.add(child);
    child.once("exit", () => running.delete(child));
    child.once("error", reject).once("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
