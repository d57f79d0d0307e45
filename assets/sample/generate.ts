// Writes the sample project's files beside this script: npm run sample.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { sampleFiles } from "./sampleFiles.ts";

let total = 0;
for (const [name, bytes] of sampleFiles()) {
  writeFileSync(join(import.meta.dirname, name), bytes);
  total += bytes.length;
  console.error(`${name.padEnd(24)} ${String(Math.ceil(bytes.length / 1024)).padStart(6)} KiB`);
}
console.error(`${"total".padEnd(24)} ${String(Math.ceil(total / 1024)).padStart(6)} KiB`);
