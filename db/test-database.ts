import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { inject } from "vitest";
import type { Database } from "@/server/access/scope";
import { urlAs } from "./address";
import { openDatabase } from "./client";

declare module "vitest" {
  interface ProvidedContext {
    testServer: string;
  }
}

export type TestServer = {
  readonly url: string;
  readonly app: { readonly name: string; readonly password: string };
};

export type TestDatabase = {
  /** As the app connects: it owns nothing, and row-level security holds. */
  readonly database: Database;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** As the owner, a superuser: for looking behind the walls, never for what a test is about. */
  readonly owner: Pool;
  close(): Promise<void>;
};

export const template = "tributary_template";

/** A database of its own for a test file: a clone of the migrated template, empty of rows. */
export async function openTestDatabase({ max = 10 }: { max?: number } = {}): Promise<TestDatabase> {
  const { url, app } = await askForServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  const ownerUrl = urlAs(url, { database: name });
  const appUrl = urlAs(ownerUrl, app);
  await atServer(url, `create database ${name} template ${template}`);
  const ours = openDatabase(appUrl, { max });
  const owners = openDatabase(ownerUrl, { max: 4 });
  return {
    database: ours.database,
    appUrl,
    ownerUrl,
    owner: owners.pool,
    async close() {
      await Promise.all([ours.close(), owners.close()]);
      await atServer(url, `drop database ${name} with (force)`);
    },
  };
}

async function askForServer(): Promise<TestServer> {
  const answer = await fetch(inject("testServer"));
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as TestServer;
}

async function atServer(url: string, statement: string): Promise<void> {
  const { pool, close } = openDatabase(url, { max: 1 });
  await pool.query(statement).finally(close);
}
