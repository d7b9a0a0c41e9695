import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, Trouble } from "./ground.mjs";

const next = "node_modules/next/dist/bin/next";
const folders = ["app", "components", "db", "emails", "public", "server"];
const files = [
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "instrumentation.ts",
  "proxy.ts",
];
const stamp = join(root, ".next/tributary-sources");

/** Builds the app unless the last build was of exactly these sources. */
export async function build() {
  const digest = sources();
  if (
    existsSync(stamp) &&
    existsSync(join(root, ".next/BUILD_ID")) &&
    readFileSync(stamp, "utf8") === digest
  ) {
    return "as it was built";
  }
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const code = await run(process.execPath, [next, "build"], { env, stdio: ["ignore", "inherit", "inherit"] });
  if (code !== 0) throw new Trouble("The app could not be built: see the message above.");
  writeFileSync(stamp, digest);
  return "built";
}

function sources() {
  const hash = createHash("sha256");
  const all = folders.filter((folder) => existsSync(join(root, folder))).flatMap(filesIn);
  for (const file of [...files, ...all.sort()]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .filter((file) => !file.startsWith("db/migrations/"));
}
