import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { urlAs } from "./address";
import { openDatabase } from "./client";
import { migrate, readMigrations } from "./migrate";
import { openTestDatabase, type TestDatabase } from "./test-database";

const migrations = join(process.cwd(), "db/migrations");

let world: TestDatabase;
beforeAll(async () => {
  world = await openTestDatabase();
});
afterAll(() => world.close());

describe("migrating", () => {
  test("brings an empty database up once, however many servers start together", async () => {
    const ownerUrl = await emptyDatabase();
    const role = { name: "tributary_second", password: "its own" };
    const runs = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, role)));
    const tags = readMigrations(migrations).map(({ tag }) => tag);
    expect(runs.map(({ applied }) => applied.length).sort()).toEqual([0, 0, tags.length]);

    const app = openDatabase(urlAs(ownerUrl, role), { max: 1 });
    expect((await app.database.execute("select count(*) from app.party")).rows).toEqual([{ count: "0" }]);
    await app.close();
  });

  test("changes the password of a role that is there", async () => {
    const again = { name: "tributary_second", password: "changed" };
    await migrate(world.ownerUrl, again);
    const app = openDatabase(urlAs(world.ownerUrl, again), { max: 1 });
    await expect(app.database.execute("select")).resolves.toBeDefined();
    await app.close();
  });

  test("says what is missing when there is neither a role nor a password for it", async () => {
    await expect(migrate(world.ownerUrl, { name: "nobody" })).rejects.toThrow("There is no role “nobody”");
  });

  test.each([
    ["a changed migration", "0002_guards.sql", "-- other\n", "made by another version of 0002_guards.sql"],
    ["a faulty one", "0002_guards.sql", "select 1/0", "division by zero"],
  ])("leaves the database as it was after %s", async (name, file, text, refusal) => {
    const folder = mkdtempSync(join(tmpdir(), "tributary-migrations-"));
    cpSync(migrations, folder, { recursive: true });
    writeFileSync(join(folder, file), text);
    const faulty = name === "a faulty one";
    const ownerUrl = faulty ? await emptyDatabase() : world.ownerUrl;
    await expect(migrate(ownerUrl, { name: "tributary_second" }, { folder })).rejects.toThrow(refusal);
    rmSync(folder, { recursive: true });
    if (faulty) await expect(migrate(ownerUrl, { name: "tributary_second" })).resolves.toBeDefined();
  });
});

let made = 0;

async function emptyDatabase(): Promise<string> {
  const name = `${new URL(world.ownerUrl).pathname.slice(1)}_${++made}`;
  await world.owner.query(`create database ${name}`);
  return urlAs(world.ownerUrl, { database: name });
}
