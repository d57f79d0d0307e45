// Loading incidents: preview, mapping, import, report. Nothing is loaded until the person confirms.

import type { FeatureCollection } from "geojson";
import { appendIncidents } from "../../core/incidents/appendIncidents.ts";
import { draftSettings, type DraftSettings, type ImportChoices } from "../../core/incidents/draftSettings.ts";
import type { IncidentSource } from "../../core/incidents/incidentSource.ts";
import { packTable } from "../../core/incidents/packedTable.ts";
import { QUOTES_AS_TEXT } from "../../core/incidents/readRecords.ts";
import { InputError } from "../../core/errors.ts";
import { NO_FILTER } from "../../core/incidents/filter.ts";
import type { ImportDraft, Reading } from "../importDraft.ts";
import { useStore } from "../store.ts";
import { filterThem } from "./filtering.ts";
import { attempt, say } from "./messages.ts";
import { withLonLats } from "./project.ts";
import { theHost } from "./theHost.ts";
import { readShapes } from "./readShapes.ts";
import { runJob, thePool, withProgress } from "./runJob.ts";
import { zoomToIncidents } from "./zoom.ts";

const SHAPES = /\.(geojson|json|gpkg|kml|kmz|shp)$/i;

export async function startImport(file: File): Promise<void> {
  const shapes = SHAPES.test(file.name) || (/\.zip$/i.test(file.name) && (await holdsShapes(file)));
  const source: IncidentSource = shapes
    ? { kind: "features", features: joined((await readShapes(file)).map(({ data }) => data)) }
    : { kind: "text", file };
  try {
    await preview(file.name, source, {}, {});
  } catch (error) {
    if (!(error instanceof InputError) || !error.message.includes(QUOTES_AS_TEXT)) throw error;
    const again = (): void => void attempt(`Reading ${file.name} again`, () => preview(file.name, source, { quotes: "text" }, {}));
    say("error", error.message, { label: "Read quotes as text", run: again });
  }
}

/** Reads the file again in another way: encoding, separator, header row, table in the zip. */
export function readAgain(reading: Reading): void {
  const draft = useStore.getState().importDraft;
  if (!draft) return;
  void attempt("Reading the file again", () => preview(draft.name, draft.source, { ...draft.reading, ...reading }, draft.choices));
}

async function preview(name: string, source: IncidentSource, reading: Reading, choices: ImportChoices): Promise<void> {
  const found = await runJob(`Looking at ${name}`, "previewIncidents", { source, name, ...reading });
  const { incidents, plane } = useStore.getState();
  useStore.setState({
    dialog: "import",
    importDraft: {
      name, source, reading, preview: found, choices: { ...choices, plane },
      mode: incidents ? "append" : "replace",
      report: null,
    },
  });
}

export function chooseImport(choices: Partial<ImportChoices>): void {
  const { importDraft: draft } = useStore.getState();
  if (draft) useStore.setState({ importDraft: { ...draft, choices: { ...draft.choices, ...choices } } });
}

export function chooseMode(mode: ImportDraft["mode"]): void {
  const { importDraft: draft } = useStore.getState();
  if (draft) useStore.setState({ importDraft: { ...draft, mode } });
}

/** What the draft comes to: settings, and the questions that only the person can answer. */
export const settle = ({ preview: found, choices, mode }: ImportDraft): DraftSettings =>
  draftSettings(found, { ...choices, plane: mode === "append" ? choices.plane : null });

let loading: AbortController | null = null;

/** Ends the setting up, and the loading where it has begun: nothing of it stays. */
export function closeImport(): void {
  loading?.abort();
  useStore.setState({ dialog: null, importDraft: null });
}

/** Loads the file, saves it in the project, and only then shows it: cancelled or failed, everything is as it was. */
export async function finishImport(): Promise<void> {
  const { importDraft: draft, incidents, filter: before, project } = useStore.getState();
  if (!draft || !project) return;
  const { settings } = settle(draft);
  const adding = draft.mode === "append" && incidents !== null;
  // Offence numbers belong to a table: with another table the old filter would mean something else.
  const filter = adding ? before : NO_FILTER;
  const mine = new AbortController();
  loading = mine;
  try {
    const { shown, filtered, report } = await withProgress(`Loading ${draft.name}`, async (options) => {
      const signal = AbortSignal.any([options.signal, mine.signal]);
      const loaded = await thePool().run("importIncidents", { source: draft.source, name: draft.name, settings }, { ...options, signal });
      const all = adding ? appendIncidents(incidents.table, loaded.table) : loaded.table;
      const reports = adding ? [...incidents.reports, loaded.report] : [loaded.report];
      options.onProgress(1, "Counting");
      const placed = await withLonLats(all, reports, signal);
      return { shown: placed, filtered: await filterThem(placed, filter, signal), report: loaded.report };
    });
    loading = null;
    const { table, reports } = shown;
    await withProgress("Saving the incidents", () => theHost().putIncidents({ id: project.id, table: packTable(table), reports }), false);
    useStore.setState((state) => ({
      incidents: shown,
      filtered,
      filter,
      plane: table.plane,
      importDraft: state.importDraft && { ...draft, report },
      cells: null,
      density: null,
      allocation: null,
      vehicle: null,
    }));
  } finally {
    if (loading === mine) loading = null;
  }
  if (!adding) zoomToIncidents();
}

const joined = (collections: readonly FeatureCollection[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: collections.flatMap(({ features }) => features),
});

/** A zip with a .shp in it is shapes, any other zip a table. Names stand in the zip as plain text. */
async function holdsShapes(file: File): Promise<boolean> {
  const tail = await file.slice(Math.max(0, file.size - 65536)).text();
  return /\.shp/i.test(tail);
}
