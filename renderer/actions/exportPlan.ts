// Export of hotspot sets and patrol areas: core builds the content, the host writes or the browser saves.

import { planFeatures } from "../../core/formats/planFeatures.ts";
import { holdsTables, planFile, type PlanFormat } from "../../core/formats/planFile.ts";
import { writeTable } from "../../core/formats/writeTable.ts";
import { describeFilter, describePeriod } from "../../core/incidents/describeFilter.ts";
import { planStatistics } from "../../core/hotspots/planStatistics.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { designTables } from "../../core/record/designTables.ts";
import { InputError } from "../../core/errors.ts";
import { committedPlan, useStore } from "../store.ts";
import { recordDesign } from "./recordDesign.ts";
import { saveFile } from "./saveFile.ts";
import { theHost } from "./theHost.ts";

export interface ExportChoice {
  readonly format: PlanFormat;
  readonly hotspots: boolean;
  readonly patrolAreas: boolean;
  readonly exclusions: boolean;
  /** With the design log and record: tables of the file, or for CSV and KML a file of their own. */
  readonly log: boolean;
}

export async function exportPlan(choice: ExportChoice): Promise<void> {
  const state = useStore.getState();
  const { plane, project, about, filter, filtered, incidents } = state;
  if (!plane || !project) throw new InputError("There is nothing to export yet. Make a hotspot or a patrol area first.");
  const whole = committedPlan(state);
  const plan: Plan = {
    ...whole,
    hotspots: choice.hotspots ? whole.hotspots : [],
    patrolAreas: choice.patrolAreas ? whole.patrolAreas : [],
    exclusions: choice.exclusions ? whole.exclusions : [],
  };
  const features = planFeatures({
    plan,
    plane,
    statistics: filtered ? planStatistics(plan, filtered.index, filter.area) : new Map(),
    source: incidents?.table.sources.join(", ") ?? "",
    filter: incidents ? describeFilter(filter, incidents.table) : "",
    period: incidents ? describePeriod(incidents.table) : "",
    parameters: { project: project.name, buffer_m: plan.buffer, incidents: filtered?.index.total ?? null },
    made: new Date().toISOString(),
    version: about?.version ?? "",
  });
  const tables = choice.log ? designTables((await recordDesign(false)).record) : [];
  const file = planFile(choice.format, features, tables);
  const bytes = "text" in file
    ? new TextEncoder().encode(file.text)
    : await theHost().writeGeoPackage({ content: file.content, id: project.id });
  await saveFile(`${project.name}.${choice.format}`, bytes);
  if (holdsTables(choice.format)) return;
  for (const table of tables) await saveFile(`${project.name} ${table.title.toLowerCase()}.csv`, new TextEncoder().encode(writeTable(table)));
}
