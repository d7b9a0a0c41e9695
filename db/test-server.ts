import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "@/scripts/postgres.mjs";
import { urlAs } from "./address";
import { openDatabase } from "./client";
import { migrate } from "./migrate";
import { type TestServer, template } from "./test-database";

/**
 * Vitest's global setup. One embedded Postgres a run, started and migrated when the first test file asks for
 * it, so that
 * a run of pure rules starts none. It goes with the run, also when the run is killed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let postgres: ReturnType<typeof start> | undefined;
  const desk = createServer((_request, response) => {
    postgres ??= start();
    postgres.then(
      ({ server }) => response.end(JSON.stringify(server)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
  const { port } = desk.address() as AddressInfo;
  project.provide("testServer", `http://127.0.0.1:${port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    await postgres?.then(({ stop }) => stop()).catch(() => undefined);
  };
}

async function start(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const secret = () => randomBytes(16).toString("hex");
  const folder = mkdtempSync(join(tmpdir(), "tributary-test-"));
  const { url, stop } = await startPostgres({ folder, password: secret(), throwaway: true });
  try {
    const app = { name: "tributary", password: secret() };
    const { pool, close } = openDatabase(url, { max: 1 });
    await pool.query(`create database ${template}`).finally(close);
    await migrate(urlAs(url, { database: template }), app);
    return { server: { url, app }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
