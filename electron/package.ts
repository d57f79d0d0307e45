// `npm run package`: builds everything and makes this platform's installers (electron-builder.yml says how).
// Arguments go on to electron-builder: `npm run package -- --dir` makes a folder instead of an installer.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildAll } from "./build.ts";

const root = join(import.meta.dirname, "..");
await buildAll();
const builder = join(root, "node_modules", "electron-builder", "cli.js");
const done = spawnSync(process.execPath, [builder, "--config", "electron-builder.yml", "--publish", "never", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exit(done.status ?? 1);
