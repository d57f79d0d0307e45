// `hexbeat document`: a project's hotspot design as one printable HTML file.

import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import type { StoredLayer } from "../core/host.ts";
import { selectIncidents } from "../core/incidents/selectIncidents.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import type { JsonValue } from "../core/json.ts";
import { EMPTY_PLAN } from "../core/plan/plan.ts";
import { planToJson } from "../core/plan/storeHistory.ts";
import { coverOf } from "../core/record/cover.ts";
import type { RecordedDesign } from "../core/record/designRecordJob.ts";
import { gatherRecord, isDesignResult } from "../core/record/gatherRecord.ts";
import { appVersion } from "./appVersion.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { filterOf } from "./cliExport.ts";
import { givenPath, withProject, type ProjectAtPath } from "./cliFiles.ts";
import { runNamedJob } from "./cliJob.ts";

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
    const { record, document } = await recordedDesign(project, cover);
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

async function recordedDesign({ host, opened }: ProjectAtPath, cover: object): Promise<RecordedDesign> {
  const { id, name } = opened.project;
  if (!opened.hasIncidents) throw new InputError("The project has no incidents, so its design has no place on the ground. Import incidents first.");
  const table = unpackTable(await host.getIncidents({ id }));
  const filter = filterOf(opened.settings);
  const selected = selectIncidents(table, filter);
  const results = await Promise.all(opened.results.filter(isDesignResult).map((result) => host.getResult({ id, result: result.id })));
  const layers = await Promise.all(opened.layers.filter(isShown(opened.settings)).map((layer): Promise<StoredLayer> => host.getLayer({ id, layer: layer.id })));
  const input = gatherRecord({
    project: name,
    made: new Date().toISOString(),
    version: appVersion(),
    cover: { ...coverOf(opened.settings), ...cover },
    history: opened.history ?? { base: planToJson(EMPTY_PLAN), steps: [], position: 0 },
    reports: opened.reports,
    layers: layers.map((layer) => ({ name: layer.name, data: layer.data })),
    table,
    filter,
    selected,
    x: Float64Array.from(selected, (row) => table.x[row]),
    y: Float64Array.from(selected, (row) => table.y[row]),
    results,
  });
  return (await runNamedJob("designRecord", { ...input, document: true })) as RecordedDesign;
}

/** Layers that the window left hidden are not on its maps either. */
function isShown(settings: JsonValue | null): (layer: { readonly id: string }) => boolean {
  const kept = (settings as { readonly layers?: readonly { readonly id?: unknown; readonly visible?: unknown }[] } | null)?.layers ?? [];
  const hidden = new Set(kept.filter(({ visible }) => visible === false).map(({ id }) => id));
  return ({ id }) => !hidden.has(id);
}
