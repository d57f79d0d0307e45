// Unit, invariant and reference tests: everything that needs no browser window.

import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "tests/bench/**", "node_modules/**"],
    testTimeout: 60_000,
    pool: "forks",
    // By default one core is left to an editor that is not there.
    maxWorkers: "100%",
  },
});
