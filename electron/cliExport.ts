// `hexbeat export`: the plan of a project as a file for another system, as the window exports it.

import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { holdsTables, isPlanFormat, PLAN_FORMATS, planFile } from "../core/formats/planFile.ts";
import { planFeatures, type PlanExport } from "../core/formats/planFeatures.ts";
import { buildPointIndex } from "../core/geo/pointIndex.ts";
import { planStatistics } from "../core/hotspots/planStatistics.ts";
import { describeFilter, describePeriod } from "../core/incidents/describeFilter.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import { placesAt } from "../core/incidents/placesAt.ts";
import { selectIncidents } from "../core/incidents/selectIncidents.ts";
import type { Plan } from "../core/plan/plan.ts";
import { designTables } from "../core/record/designTables.ts";
import { appVersion } from "./appVersion.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { givenPath, withProject, type ProjectAtPath } from "./cliFiles.ts";
import { filterOf } from "./filterOf.ts";
import { planOf } from "./planOf.ts";
import { recordedDesign } from "./recordedDesign.ts";

const FORMATS = Object.keys(PLAN_FORMATS).join("|");

export const EXPORT_HELP = `hexbeat export P.hexbeat --hotspots|--patrol-areas|--exclusions --as ${FORMATS} [--log] -o FILE

Writes those parts of the plan, with their counts under the project's filter, rank, buffer and parameters.
Several parts may be named. --log adds the design log and record: tables of a GeoPackage or GeoJSON. An existing FILE is replaced once the new one is whole.

${Object.entries(PLAN_FORMATS).map(([format, text]) => `  --as ${format.padEnd(8)} ${text}`).join("\n")}`;

export async function exportCommand(args: readonly string[]): Promise<unknown> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      hotspots: { type: "boolean", default: false },
      "patrol-areas": { type: "boolean", default: false },
      exclusions: { type: "boolean", default: false },
      log: { type: "boolean", default: false },
      as: { type: "string" },
      output: { type: "string", short: "o" },
    },
  });
  const { hotspots, exclusions, log, as: format, output, "patrol-areas": patrolAreas } = values;
  if (positionals.length !== 1) throw new InputError("Name one project: hexbeat export P.hexbeat.");
  if (!hotspots && !patrolAreas && !exclusions) throw new InputError("Say what to export: --hotspots, --patrol-areas or --exclusions.");
  if (!format || !isPlanFormat(format)) throw new InputError(`Say the format: --as ${FORMATS}.`);
  if (log && !holdsTables(format)) throw new InputError(`${format} holds no tables beside the shapes. Use --as gpkg or geojson with --log, or \`hexbeat document\`.`);
  if (!output) throw new InputError("Say where to: -o FILE.");

  return withProject(positionals[0], "read", async (project) => {
    const whole = planOf(project);
    const plan: Plan = {
      ...whole,
      hotspots: hotspots ? whole.hotspots : [],
      patrolAreas: patrolAreas ? whole.patrolAreas : [],
      exclusions: exclusions ? whole.exclusions : [],
    };
    const tables = log ? designTables((await recordedDesign(project, {}, false)).record) : [];
    const file = planFile(format, planFeatures(await exportOf(project, plan)), tables);
    const { host, opened } = project;
    const bytes = "text" in file ? new TextEncoder().encode(file.text) : await host.writeGeoPackage({ content: file.content, id: opened.project.id });
    atomicWrite(givenPath(output), bytes);
    return {
      file: output,
      format,
      hotspots: plan.hotspots.length,
      patrolAreas: plan.patrolAreas.length,
      exclusions: plan.exclusions.length,
      bytes: bytes.byteLength,
    };
  });
}

async function exportOf({ host, opened }: ProjectAtPath, plan: Plan): Promise<PlanExport> {
  const { id, name } = opened.project;
  if (!opened.hasIncidents) throw new InputError("The project has no incidents, so its plan has no place on the ground. Import incidents first.");
  const table = unpackTable(await host.getIncidents({ id }));
  const filter = filterOf(opened.settings);
  const rows = selectIncidents(table, filter);
  const { x, y } = placesAt(table, rows);
  const index = buildPointIndex(x, y);
  return {
    plan,
    plane: table.plane,
    statistics: planStatistics(plan, index, filter.area),
    source: table.sources.join(", "),
    filter: describeFilter(filter, table),
    period: describePeriod(table),
    parameters: { project: name, buffer_m: plan.buffer, incidents: rows.length },
    made: new Date().toISOString(),
    version: appVersion(),
  };
}
