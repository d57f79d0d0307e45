// Builds what both shells run: the renderer with its manifest, and Electron's main process and preload.

import { join } from "node:path";
import { build, type InlineConfig } from "vite";
import { writeManifest } from "./assetsManifest.ts";

const root = join(import.meta.dirname, "..");
export const RENDERER_FOLDER = join(root, "out", "renderer");

/** @throws with the bundler's message where a source does not build. */
export async function buildAll(logLevel: "info" | "error" = "error"): Promise<void> {
  await build({ configFile: join(root, "renderer", "vite.config.ts"), logLevel });
  writeManifest(RENDERER_FOLDER);
  await build(nodeBundle("main.ts", "main.js", "es", logLevel));
  // A sandboxed preload is CommonJS, and may require nothing but Electron.
  await build(nodeBundle("preload.ts", "preload.cjs", "cjs", logLevel));
}

function nodeBundle(entry: string, output: string, format: "es" | "cjs", logLevel: "info" | "error"): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel,
    publicDir: false,
    ssr: { noExternal: true, external: ["electron", "better-sqlite3"] },
    build: {
      ssr: join(root, "electron", entry),
      outDir: join(root, "out", "electron"),
      emptyOutDir: false,
      target: "node24",
      rolldownOptions: { output: { format, entryFileNames: output, codeSplitting: false } },
    },
  };
}

if (process.argv[1] === import.meta.filename) await buildAll("info");
