import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    include: ["{app,bench,components,db,emails,scripts,server}/**/*.test.{ts,tsx,mjs}"],
    globalSetup: "db/test-server.ts",
    server: { deps: { inline: ["next-auth"] } }, // It imports "next/server" as only a bundler finds it.
    env: {
      DATABASE_URL: "postgres://nobody@127.0.0.1:9/ask-openTestDatabase",
      SESSION_SECRET: "for tests alone: sessions sign with it",
      SIGNING_SECRET: "for tests alone: calls sign with this",
      CONNECTOR_SECRET: "for tests alone: connectors use this",
      LOG_LEVEL: "silent",
    },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
