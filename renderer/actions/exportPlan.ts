// Export of hotspot sets and patrol areas: core builds the content, the host writes or the browser saves.

import { planFeatures } from "../../core/formats/planFeatures.ts";
import { planFile, type PlanFormat } from "../../core/formats/planFile.ts";
import { describeFilter, describePeriod } from "../../core/incidents/describeFilter.ts";
import { planStatistics } from "../../core/hotspots/planStatistics.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { InputError } from "../../core/errors.ts";
import { committedPlan, useStore } from "../store.ts";
import { say } from "./messages.ts";
import { theHost } from "./theHost.ts";

export interface ExportChoice {
  readonly format: PlanFormat;
  readonly hotspots: boolean;
  readonly patrolAreas: boolean;
  readonly exclusions: boolean;
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
  const file = planFile(choice.format, features);
  const bytes = "text" in file
    ? new TextEncoder().encode(file.text)
    : await theHost().writeGeoPackage({ content: file.content, id: project.id });
  await saveFile(`${project.name}.${choice.format}`, bytes);
}

export async function saveFile(name: string, bytes: Uint8Array): Promise<void> {
  const { project } = useStore.getState();
  const answer = await theHost().saveFile({ name, bytes, id: project?.id });
  if (answer === "cancelled") return;
  if (answer === "download") download(name, bytes);
  say("info", `Exported ${name}.`);
}

function download(name: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is more than enough.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
