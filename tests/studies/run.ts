// `npm run study NAME [options]`: a study of the models on real data; prints its tables as markdown and writes them beside itself.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** Every other file of this folder is a study, which runs by itself. */
const all = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== basename(import.meta.filename))
  .map((file) => file.slice(0, -".ts".length))
  .sort();
const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !all.includes(name)) {
  console.error(`${name === undefined ? "Name a study" : `There is no study ${name}`}. Choose from: ${all.join(", ")}.`);
  process.exit(2);
}
const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...rest], { stdio: "inherit" });
process.exit(status ?? 1);
