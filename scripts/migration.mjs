// npm run migration: writes db/migrations/0000_schema.sql anew from db/schema, and keeps the hand-written
// ones.
// Until the first release there is one generated migration; what drizzle-kit cannot say stands in the files
// after it.
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import PgBoss from "pg-boss";
import { holdLock } from "./lock.mjs";

const root = new URL("..", import.meta.url).pathname;
const folder = join(root, "db/migrations");
const generated = "0000_schema";
const queue = "0001_queue";
/** Journal times are fixed, so that a schema in the making does not look like a later migration. */
const firstRelease = 1_767_225_600_000;

mkdirSync(join(root, ".data"), { recursive: true });
const release = await holdLock(join(root, ".data/migration.lock"), { waitMs: 60_000 });
const out = mkdtempSync(join(root, ".data/migration-"));
try {
  generate();
  mkdirSync(join(folder, "meta"), { recursive: true });
  place(`${generated}.sql`, readFileSync(join(out, `${generated}.sql`), "utf8"));
  place("meta/0000_snapshot.json", readFileSync(join(out, "meta/0000_snapshot.json"), "utf8"));
  place(`${queue}.sql`, queueSql());
  for (const file of readdirSync(folder)) {
    if (/^0000_.*\.sql$/.test(file) && file !== `${generated}.sql`) rmSync(join(folder, file));
  }
  const tags = readdirSync(folder)
    .filter((file) => /^\d{4}_.*\.sql$/.test(file))
    .map((file) => file.slice(0, -".sql".length))
    .sort();
  place("meta/_journal.json", journal(tags));
  console.log(`db/migrations: ${tags.join(", ")}`);
} finally {
  rmSync(out, { recursive: true, force: true });
  release();
}

function generate() {
  const kit = join(root, "node_modules/drizzle-kit/bin.cjs");
  const schema = ["--dialect", "postgresql", "--schema", "./db/schema/index.ts"];
  const args = [kit, "generate", ...schema, "--out", out.slice(root.length), "--name", "schema"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status === 0 && readdirSync(out).includes(`${generated}.sql`)) return;
  console.error(`${stdout}\n${stderr}\nThe migration could not be written: see drizzle-kit's message above.`);
  process.exitCode = 1;
  throw new Error("drizzle-kit generate failed");
}

/**
 * pg-boss's own tables. Our migrator brings the transaction; creating a queue adds a partition, as the owner.
 */
function queueSql() {
  const plan = PgBoss.getConstructionPlans("pgboss");
  const body = plan
    .replace(/^[\s\S]*?(?=CREATE SCHEMA)/, "")
    .replace(/COMMIT;\s*$/, "")
    .replaceAll(/^ {4}/gm, "")
    .trim();
  const definer = ["create_queue(text, json)", "delete_queue(text)"].map(
    (signature) =>
      `ALTER FUNCTION pgboss.${signature} SECURITY DEFINER SET search_path = pgboss, pg_temp;\n` +
      `REVOKE ALL ON FUNCTION pgboss.${signature} FROM public;`,
  );
  return `-- pg-boss, as its getConstructionPlans() gives it.\n${body}\n${definer.join("\n")}\n`;
}

function journal(tags) {
  const entries = tags.map((tag, idx) => ({
    idx,
    version: "7",
    when: firstRelease + idx,
    tag,
    breakpoints: true,
  }));
  return `${JSON.stringify({ version: "7", dialect: "postgresql", entries }, null, 2)}\n`;
}

/** In one step, so that a test run which reads the folder meanwhile finds a whole file. */
function place(file, text) {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  writeFileSync(join(folder, `${file}.new`), whole);
  renameSync(join(folder, `${file}.new`), join(folder, file));
}
