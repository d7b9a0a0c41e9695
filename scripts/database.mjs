import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Trouble } from "./ground.mjs";
import { startPostgres } from "./postgres.mjs";
import { onClose } from "./shutdown.mjs";

const name = "tributary";
const appRole = "tributary";

/** The server that the environment names, or an embedded one in the data folder. */
export async function openServer(folder, secrets) {
  const { DATABASE_URL: given, DATABASE_OWNER_URL: owner } = process.env;
  for (const [variable, url] of Object.entries({ DATABASE_URL: given, DATABASE_OWNER_URL: owner })) {
    if (url) requirePostgres(variable, url);
  }
  if (owner) return external(owner, given, secrets);
  if (!given) return embedded(folder, secrets);
  await requireReachable("DATABASE_URL", given);
  return { words: `${placeOf(given)}, as it stands`, appUrl: given };
}

async function external(ownerUrl, given, secrets) {
  await requireReachable("DATABASE_OWNER_URL", ownerUrl);
  const { username, password } = given ? new URL(given) : { username: appRole, password: secrets.app };
  const role = { name: decodeURIComponent(username), password: decodeURIComponent(password) };
  return { words: placeOf(ownerUrl), ownerUrl, role, appUrl: given ?? urlOf(ownerUrl, role) };
}

async function embedded(folder, secrets) {
  const data = join(folder, "postgres");
  const fresh = !existsSync(join(data, "PG_VERSION"));
  const server = await startPostgres({ folder: data, password: secrets.owner }).catch((error) => {
    throw new Trouble(error.message);
  });
  onClose(server.stop);
  // A first world whose playing was interrupted is nobody's work yet: it is begun anew.
  const seeding = join(folder, "seeding");
  if (existsSync(seeding)) await statement(server.url, `drop database if exists ${name} with (force)`);
  rmSync(seeding, { force: true });
  const { rowCount } = await statement(server.url, `select from pg_database where datname = '${name}'`);
  if (!rowCount) await statement(server.url, `create database ${name}`);
  const role = { name: appRole, password: secrets.app };
  const ownerUrl = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  return {
    words: `${fresh ? "made" : "found"} in ${data}`,
    embedded: true,
    ownerUrl,
    role,
    appUrl: urlOf(ownerUrl, role),
    ended: server.ended,
    seeding: { begins: () => writeFileSync(seeding, ""), ends: () => rmSync(seeding, { force: true }) },
  };
}

export async function statement(url, text) {
  const { openDatabase } = await import("../db/client.ts");
  const { pool, close } = openDatabase(url, { max: 1, neonProxy: process.env.NEON_PROXY });
  return pool.query(text).finally(close);
}

function requirePostgres(variable, url) {
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol) && new URL(url).hostname) return;
  const example = "postgres://user:password@host:5432/database";
  throw new Trouble(`${variable} is not the address of a Postgres database; it should look like ${example}.`);
}

async function requireReachable(variable, url) {
  try {
    await statement(url, "select");
  } catch (error) {
    const reason = error.message || error.code || "no answer";
    throw new Trouble(`${variable}: ${placeOf(url)} does not let us in (${reason}).`);
  }
}

function urlOf(url, { name: user, password }) {
  return Object.assign(new URL(url), { username: user, password }).href;
}

/** Where it is, without the password. */
function placeOf(url) {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
