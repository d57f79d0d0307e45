// `hexbeat document`: a project's hotspot design as one printable HTML file.

import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { givenPath, withProject } from "./cliFiles.ts";
import { recordedDesign } from "./recordedDesign.ts";

export const DOCUMENT_HELP = `hexbeat document P.hexbeat -o FILE.html [--title TEXT] [--author TEXT] [--marking TEXT]

Writes the design's record as the window does: maps, numbers, hours, neighbours and exclusions with a sheet for each hotspot, the
data, filter, methods and their parameters, and the log of every change. One file that needs no network; a browser prints it.

  --title TEXT    instead of the project's own
  --author TEXT
  --marking TEXT  protective marking on every sheet, such as OFFICIAL-SENSITIVE`;

export async function documentCommand(args: readonly string[]): Promise<unknown> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { title: { type: "string" }, author: { type: "string" }, marking: { type: "string" }, output: { type: "string", short: "o" } },
  });
  const { output, ...cover } = values;
  if (positionals.length !== 1) throw new InputError("Name one project: hexbeat document P.hexbeat.");
  if (!output) throw new InputError("Say where to: -o FILE.html.");
  return withProject(positionals[0], "read", async (project) => {
    const { record, document } = await recordedDesign(project, cover, true);
    atomicWrite(givenPath(output), new TextEncoder().encode(document ?? ""));
    return {
      file: output,
      hotspots: record.hotspots.length,
      patrolAreas: record.hotspots.reduce((sum, one) => sum + one.patrolAreas.length, record.alone.length),
      exclusions: record.exclusions.length,
      methods: record.methods.length,
      steps: record.log.length,
      violations: record.violations.length,
    };
  });
}
