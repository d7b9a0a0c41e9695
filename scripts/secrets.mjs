import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Trouble } from "./ground.mjs";

const variables = { SESSION_SECRET: "session", SIGNING_SECRET: "signing", CONNECTOR_SECRET: "connector" };

/**
 * The installation's keys: from the environment, else from `secrets.json` in the data folder, made on first
 * start.
 * `external` says that the database outlives the folder; in production its keys must then come from the
 * environment.
 */
export function secretsIn(folder, { external }) {
  const missing = Object.keys(variables).filter((name) => !process.env[name]);
  if (external && isProduction() && missing.length > 0) {
    throw new Trouble(
      `With an external database in production, ${missing.join(", ")} must be set: ` +
        "at least 32 characters each, e.g. from `openssl rand -hex 32`. " +
        "A key that is lost signs everybody out and locks the connectors.",
    );
  }
  const kept = keptIn(folder);
  const env = Object.entries(variables).map(([name, key]) => [name, process.env[name] || kept[key]]);
  return { env: Object.fromEntries(env), owner: kept.owner, app: kept.app };
}

function keptIn(folder) {
  const file = join(folder, "secrets.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const names = [...Object.values(variables), "owner", "app"].filter((name) => !kept[name]);
  if (names.length === 0) return kept;
  for (const name of names) kept[name] = randomBytes(32).toString("hex");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return kept;
}

/**
 * `npm start` always serves the production build; production is where others than this machine's user come
 * in.
 */
function isProduction() {
  if (process.env.NODE_ENV === "production") return true;
  const { APP_URL: address } = process.env;
  if (!address || !URL.canParse(address)) return false;
  return !/^(localhost|127\.|\[::1\])/.test(new URL(address).hostname);
}
