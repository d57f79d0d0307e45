// Projects: open, create, copy. There is no unsaved state: every finished gesture is in the file.

import type { ProjectSummary } from "../../core/host.ts";
import { InputError } from "../../core/errors.ts";
import { NO_FILTER } from "../../core/incidents/filter.ts";
import { unpackTable } from "../../core/incidents/packedTable.ts";
import type { IncidentTable } from "../../core/incidents/table.ts";
import type { ImportReport } from "../../core/incidents/importReport.ts";
import { restoreHistory, storeHistory } from "../../core/plan/storeHistory.ts";
import { startHistory } from "../../core/plan/history.ts";
import { EMPTY_PLAN } from "../../core/plan/plan.ts";
import { EMPTY_PROJECT, useStore, type Incidents } from "../store.ts";
import { breathe } from "./breathe.ts";
import { allSaved } from "./editPlan.ts";
import { filterThem } from "./filtering.ts";
import { contextLine } from "./layers.ts";
import { say } from "./messages.ts";
import { keepPreferences } from "./preferences.ts";
import { restoreResults } from "./results.ts";
import { thePool } from "./runJob.ts";
import { readSettings, settingsSaved } from "./settings.ts";
import { theHost } from "./theHost.ts";
import { zoomToIncidents } from "./zoom.ts";

export async function refreshRecent(): Promise<void> {
  useStore.setState({ recent: await theHost().listProjects({}) });
}

export async function createProject(name: string, sample = false): Promise<ProjectSummary> {
  const host = theHost();
  const created = await host.createProject({ name, sample });
  await openProject(created.id);
  return created;
}

export async function openProject(id: string): Promise<void> {
  const host = theHost();
  await closeProject();
  const opened = await host.openProject({ id });
  const history = opened.history ? restoreHistory(opened.history) : startHistory(EMPTY_PLAN);
  if (!opened.history && !opened.readOnly) await host.startHistory({ id, base: storeHistory(history).base });
  const settings = readSettings(opened.settings);
  const stored = await Promise.all(opened.layers.map((layer) => host.getLayer({ id, layer: layer.id })));
  // Reading, unpacking and handing to the workers copy tens of megabytes each: three tasks rather than one.
  const packed = opened.hasIncidents ? await host.getIncidents({ id }) : null;
  await breathe();
  const table = packed && unpackTable(packed);
  await breathe();
  const incidents = table && (await withLonLats(table, opened.reports));
  const filtered = incidents && (await filterThem(incidents, settings.filter ?? NO_FILTER).catch((error: unknown) => {
    // Settings are no reason not to open a project.
    if (!(error instanceof InputError)) throw error;
    say("warning", `The filter was cleared: ${error.message}`);
    return filterThem(incidents, NO_FILTER);
  }));
  useStore.setState({
    ...EMPTY_PROJECT,
    ...settings,
    project: opened.project,
    readOnly: opened.readOnly,
    history,
    incidents,
    filter: filtered?.filter ?? settings.filter ?? NO_FILTER,
    filtered,
    plane: table?.plane ?? null,
    contextLayers: stored.map(({ id: layer, name, data }) => ({ id: layer, name, data })),
    results: opened.results.toReversed(),
    dialog: null,
  });
  addMissingLayers();
  for (const notice of opened.notices) say("info", notice);
  if (opened.readOnly) say("warning", `Read-only: ${opened.readOnly}`);
  keepPreferences({ project: id });
  if (incidents && !settings.view) zoomToIncidents();
  await restoreResults();
  await refreshRecent();
}

export async function closeProject(): Promise<void> {
  const { host, project, jobs } = useStore.getState();
  // What comes of them belongs to this project and must not turn up in the next one.
  for (const { cancel } of jobs) cancel?.();
  await allSaved();
  await settingsSaved();
  if (host && project) await host.closeProject({ id: project.id });
  useStore.setState(EMPTY_PROJECT);
}

export async function saveCopy(name: string): Promise<void> {
  const { project } = useStore.getState();
  if (!project) return;
  await allSaved();
  const copy = await theHost().saveCopy({ id: project.id, name });
  say("info", `Saved a copy as "${copy.name}".`);
  await refreshRecent();
}

/** Gives new incidents to the window: longitudes and latitudes for the map are made in a worker. */
export async function withLonLats(table: IncidentTable, reports: readonly ImportReport[], signal?: AbortSignal): Promise<Incidents> {
  const { lonLats } = await thePool().run("toLonLats", { plane: table.plane, x: table.x, y: table.y }, { signal });
  return { table, lonLats, reports };
}

/** A context layer that the settings do not know of (a crash in between) still gets its line in the tree. */
function addMissingLayers(): void {
  useStore.setState((state) => ({
    layers: [
      ...state.layers,
      ...state.contextLayers
        .filter(({ id }) => !state.layers.some((layer) => layer.id === id))
        .map(({ id, name }) => contextLine(id, name)),
    ],
  }));
}
