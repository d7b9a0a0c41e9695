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
    include: ["{app,bench,components,db,emails,scripts,server}/**/*.test.{ts,tsx}"],
    globalSetup: "db/test-server.ts",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
