import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requireNode, root } from "./ground.mjs";
import { holdLock } from "./lock.mjs";
import { freePort } from "./ports.mjs";
import { startPostgres } from "./postgres.mjs";
import { secretsIn } from "./secrets.mjs";

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-start-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the embedded Postgres", () => {
  const password = "s3cret with / and @";

  /** As root it also has to reach a folder that only root may enter, as this one is. */
  test("keeps its rows when its starter and its keeper are killed, and comes up again", async () => {
    const data = join(folder, "postgres");
    const first = await startByAnother(data);
    expect(await query(first.url, "create table kept as select 42 as answer; select * from kept")).toEqual([
      { answer: 42 },
    ]);
    const keeper = parentOf(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]));
    process.kill(keeper, "SIGKILL");
    first.child.kill("SIGKILL");

    const second = await startPostgres({ folder: data, password });
    expect(await query(second.url, "select * from kept")).toEqual([{ answer: 42 }]);
    await second.stop();
  }, 60_000);

  test("says what is wrong with its folder", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    await expect(startPostgres({ folder: join(file, "below"), password })).rejects.toThrow("could not start");
  });

  /** A process that starts it as `npm start` does, and can be killed in our place. */
  async function startByAnother(data) {
    const module = JSON.stringify(join(root, "scripts/postgres.mjs"));
    const code = `const { startPostgres } = await import(${module});
      const { url } = await startPostgres(${JSON.stringify({ folder: data, password })});
      console.log(url);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const url = await new Promise((resolve) =>
      child.stdout.once("data", (chunk) => resolve(String(chunk).trim())),
    );
    return { child, url };
  }

  function parentOf(pid) {
    return Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout);
  }
});

describe("the lock of a data folder", () => {
  test("is held by one, given back, and taken over from a process that is gone", async () => {
    const file = join(folder, "lock");
    const release = await holdLock(file);
    await expect(holdLock(file)).rejects.toMatchObject({ holder: process.pid });
    release();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(file, String(pid));
    (await holdLock(file))();
  });
});

describe("the keys", () => {
  test("are made once, for the owner's eyes, and the environment wins", () => {
    const { env } = secretsIn(folder, { external: false });
    expect(secretsIn(folder, { external: false }).env).toEqual(env);
    expect(Object.keys(env)).toEqual(["SESSION_SECRET", "SIGNING_SECRET", "CONNECTOR_SECRET"]);
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    const { SIGNING_SECRET: given } = process.env;
    process.env.SIGNING_SECRET = "another";
    expect(secretsIn(folder, { external: false }).env.SIGNING_SECRET).toBe("another");
    process.env.SIGNING_SECRET = given;
  });

  test("must be given in production with an external database", () => {
    const { CONNECTOR_SECRET: given } = process.env;
    Object.assign(process.env, { APP_URL: "https://tributary.example", CONNECTOR_SECRET: "" });
    expect(() => secretsIn(folder, { external: true })).toThrow(/CONNECTOR_SECRET must be set/);
    process.env.APP_URL = "http://localhost:3000";
    expect(() => secretsIn(folder, { external: true })).not.toThrow();
    process.env.CONNECTOR_SECRET = given;
  });
});

describe("npm start", () => {
  test("refuses an old Node in a sentence", () => {
    expect(() => requireNode("20.8.1")).toThrow("Tributary needs Node.js 20.9 or later; this is 20.8.1.");
    expect(() => requireNode("18.20.0")).toThrow("this is 18.20.0");
    for (const version of ["20.9.0", "22.1.0", "26.0.0"]) expect(() => requireNode(version)).not.toThrow();
  });

  test("refuses a taken port before it does anything", async () => {
    const taken = createServer();
    await new Promise((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address();
    const { status, stderr } = await start(["--port", String(port)]);
    taken.close();
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`),
    });
    expect(stderr).not.toContain("at ");
  });

  test.each([
    ["DATABASE_URL", "mysql://host/db", "DATABASE_URL is not the address of a Postgres database"],
    [
      "DATABASE_OWNER_URL",
      "postgres://a:hidden@127.0.0.1:9/x",
      "DATABASE_OWNER_URL: 127.0.0.1:9/x does not let us in",
    ],
  ])("says what is wrong with %s = %s, without its password", async (name, value, sentence) => {
    const { status, stderr } = await start([], { [name]: value, PORT: String(await freePort()) });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(sentence) });
    expect(stderr).not.toContain("hidden");
  });

  test("refuses to serve as the owner of the tables", async () => {
    const data = join(folder, "owned");
    const { url, stop } = await startPostgres({ folder: data, password: "owner", throwaway: true });
    const { status, stderr } = await start([], { DATABASE_URL: url, PORT: String(await freePort()) });
    await stop();
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining("which is a superuser"),
    });
    expect(stderr).toContain("DATABASE_OWNER_URL");
  });

  test("says so when the folder is in use", async () => {
    const data = mkdtempSync(join(tmpdir(), "tributary-used-"));
    const release = await holdLock(join(data, "lock"));
    const { stderr } = await start(["--dir", data], { PORT: String(await freePort()) });
    release();
    rmSync(data, { recursive: true });
    expect(stderr).toContain(`Tributary already runs on ${data} (process ${process.pid}).`);
  });

  function start(args, env = {}) {
    const dir = args.includes("--dir") ? [] : ["--dir", join(folder, "data")];
    const child = spawn(process.execPath, ["scripts/dev.mjs", ...args, ...dir], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: "", ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    return new Promise((resolve) => child.once("exit", (status) => resolve({ status, stderr })));
  }
});

async function query(url, text) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const results = await client.query(text).finally(() => client.end());
  return (Array.isArray(results) ? results.at(-1) : results).rows;
}
