import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Holds a file that names this process. A file left by a process that is gone is taken over.
 * Answers with the function that lets go; refuses with the holder's id when the wait is over.
 */
export async function holdLock(path, { waitMs = 0 } = {}) {
  const until = performance.now() + waitMs;
  for (;;) {
    if (take(path)) return () => rmSync(path, { force: true });
    const holder = holderOf(path);
    if (holder !== undefined && !isAlive(holder)) {
      rmSync(path, { force: true });
    } else if (performance.now() >= until) {
      const error = new Error(`${path} is held by process ${holder ?? "unknown"}.`);
      throw Object.assign(error, { holder });
    } else {
      await sleep(100);
    }
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function take(path) {
  try {
    const file = openSync(path, "wx", 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function holderOf(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
