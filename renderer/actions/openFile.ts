// A file that the person picked or dropped: incidents, a layer, a plan, expert points, a harm table, a schedule, logs of a trial, a paper's counts, or a basemap.

import { InputError } from "../../core/errors.ts";
import type { ActivityKind } from "../../core/trial/dosage/activity.ts";
import { activityKind } from "../../core/trial/dosage/activityColumns.ts";
import { useStore } from "../store.ts";
import { addBasemap } from "./basemap.ts";
import { importActivity } from "./delivery.ts";
import { importHarmTable } from "./harmTable.ts";
import { importExpertPoints } from "./importExpertPoints.ts";
import { importLayers } from "./importLayers.ts";
import { importPlan } from "./importPlan.ts";
import { startImport } from "./importIncidents.ts";
import { attempt } from "./messages.ts";
import { openCounts } from "./openCounts.ts";
import { runJob } from "./runJob.ts";
import { importSchedule, verifyFile } from "./schedule.ts";

export type FilePurpose = "incidents" | "layer" | "plan" | "expert" | "harm" | ActivityKind | "schedule" | "schedule-check" | "counts" | "basemap";

const TABLES = ".csv,.tsv,.txt,.gz,.zip";
const SHAPES = ".geojson,.json,.gpkg,.zip,.kml,.kmz";
const ACCEPTED: Record<FilePurpose, string> = {
  incidents: `.csv,.tsv,.txt,.gz,${SHAPES}`,
  layer: SHAPES,
  plan: ".geojson,.json,.gpkg,.kml,.kmz,.zip,.csv",
  expert: ".csv,.tsv,.txt",
  harm: ".csv,.tsv,.txt",
  patrols: TABLES,
  pings: TABLES,
  stops: TABLES,
  schedule: ".csv,.tsv,.txt",
  "schedule-check": ".csv",
  counts: ".json",
  basemap: ".pmtiles",
};

/** Phones hand back their logs one by one: those are picked together. */
const SEVERAL: ReadonlySet<FilePurpose> = new Set(["patrols", "pings", "stops"]);

const OPEN: Record<FilePurpose, (file: File, ...more: readonly File[]) => Promise<void>> = {
  incidents: startImport,
  layer: importLayers,
  plan: importPlan,
  expert: importExpertPoints,
  harm: importHarmTable,
  patrols: (...files) => importActivity("patrols", ...files),
  pings: (...files) => importActivity("pings", ...files),
  stops: (...files) => importActivity("stops", ...files),
  schedule: importSchedule,
  "schedule-check": verifyFile,
  counts: openCounts,
  basemap: addBasemap,
};

/** Asks for a file. Both shells read it through the browser's own File: no path crosses to the host. */
export function pickFile(purpose: FilePurpose): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ACCEPTED[purpose];
  input.multiple = SEVERAL.has(purpose);
  input.className = "visually-hidden";
  input.dataset["purpose"] = purpose;
  input.addEventListener("change", () => {
    const [file, ...more] = input.files ?? [];
    input.remove();
    if (file) void attempt(`Opening ${file.name}`, () => openAs(purpose, file, ...more));
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

export async function openAs(purpose: FilePurpose, file: File, ...more: readonly File[]): Promise<void> {
  if (purpose !== "basemap" && !useStore.getState().project) {
    throw new InputError(`${file.name} was not opened: there is no project. Create one first (File > Projects).`);
  }
  await OPEN[purpose](file, ...more);
}

/** A dropped file says by its name what it is for, a log of a sealed trial by its columns; shapes become a layer when incidents are there, else incidents. */
export async function openFile(file: File): Promise<void> {
  const name = file.name.toLowerCase();
  if (name.endsWith(".pmtiles")) return openAs("basemap", file);
  const activity = /\.(csv|tsv|txt|gz)$/.test(name) && useStore.getState().schedules.length > 0 ? await kindOfActivity(file) : null;
  if (activity) return openAs(activity, file);
  const shapes = /\.(geojson|json|gpkg|kml|kmz|zip)$/.test(name) && !name.endsWith(".csv.zip");
  return openAs(shapes && useStore.getState().incidents ? "layer" : "incidents", file);
}

/** Told by the names of its columns. */
async function kindOfActivity(file: File): Promise<ActivityKind | null> {
  const { columns } = await runJob(`Looking at ${file.name}`, "previewIncidents", { source: { kind: "text", file }, name: file.name });
  return activityKind(columns.map(({ name }) => name));
}
