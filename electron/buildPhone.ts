// Builds the tasking pack's program into core, as text: window, workers and command line then make packs without a bundler.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Rolldown } from "vite";

const root = join(import.meta.dirname, "..");
const TARGET = join(root, "core", "trial", "pack", "phoneProgram.ts");

/** As one script that phones of 2020 run, and that a person can read. */
export async function phoneProgram(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: "es2020",
      lib: { entry: join(root, "renderer", "phone", "main.ts"), formats: ["iife"], name: "pack" },
      rolldownOptions: { output: { comments: false } },
    },
  });
  const [{ output }] = built as Rolldown.RolldownOutput[];
  return output[0].code;
}

/** A line of text a line of the program, so that a change shows where it is. */
export const phoneModule = (program: string): string =>
  `// The program of a tasking pack, made from renderer/phone by \`npm run phone\`: change it there.\n\n/* oxlint-disable max-lines */\nexport const PHONE_PROGRAM = [\n${program.split("\n").map((line) => `  ${JSON.stringify(line)},\n`).join("")}].join("\\n");\n`;

if (process.argv[1] === import.meta.filename) writeFileSync(TARGET, phoneModule(await phoneProgram()));
