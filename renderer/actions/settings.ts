// What a project remembers beside its plan and data: filter, layers, view, the covers of its documents. Kept by the host a moment after a change.

import { NO_FILTER } from "../../core/incidents/filter.ts";
import { filterSchema } from "../../core/incidents/filterSchema.ts";
import type { JsonValue } from "../../core/json.ts";
import { coverOf } from "../../core/record/cover.ts";
import { trialCoverOf } from "../../core/trial/report/trialCover.ts";
import { START_LAYERS, type LayerState } from "../layerState.ts";
import { useStore, type State, type View } from "../store.ts";

type Settings = Pick<State, "filter" | "layers" | "view" | "basemap" | "cover" | "trialCover">;

const pick = ({ filter, layers, view, basemap, cover, trialCover }: State): Settings => ({ filter, layers, view, basemap, cover, trialCover });

/** View state is optional: a field that cannot be read falls back to its default, so that no value can brick a project. */
export function readSettings(stored: JsonValue | null): Partial<Settings> {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return {};
  const given = stored as Partial<Record<keyof Settings, unknown>>;
  const settings: { -readonly [Key in keyof Settings]?: Settings[Key] } = {};
  const filter = filterSchema.safeParse({ ...NO_FILTER, ...(isRecord(given.filter) ? given.filter : {}) });
  if (filter.success && given.filter !== undefined) settings.filter = filter.data;
  if (isView(given.view)) settings.view = given.view;
  if (typeof given.basemap === "string") settings.basemap = given.basemap;
  if (given.cover !== undefined) settings.cover = coverOf(given);
  if (given.trialCover !== undefined) settings.trialCover = trialCoverOf(given);
  if (Array.isArray(given.layers)) settings.layers = readLayers(given.layers);
  return settings;
}

function readLayers(given: readonly unknown[]): LayerState[] {
  const layers = given.filter(
    (item): item is LayerState =>
      isRecord(item) && typeof item["id"] === "string" && typeof item["name"] === "string" &&
      typeof item["kind"] === "string" && typeof item["visible"] === "boolean" &&
      typeof item["opacity"] === "number" && item["opacity"] >= 0 && item["opacity"] <= 1 &&
      (item["colour"] === undefined || (typeof item["colour"] === "string" && /^#[0-9a-f]{6}$/i.test(item["colour"]))),
  );
  // A layer that came with a newer version stands over what it stands over at first.
  START_LAYERS.forEach((missing, i) => {
    if (layers.some(({ id }) => id === missing.id)) return;
    const below = START_LAYERS.slice(i + 1).map(({ id }) => layers.findIndex((layer) => layer.id === id)).find((at) => at >= 0);
    layers.splice(below ?? layers.length, 0, missing);
  });
  return layers;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isView = (value: unknown): value is View =>
  isRecord(value) && Array.isArray(value["centre"]) && value["centre"].length === 2 &&
  value["centre"].every((degrees: unknown) => typeof degrees === "number" && Math.abs(degrees) <= 180) &&
  typeof value["zoom"] === "number" && value["zoom"] >= 0 && value["zoom"] <= 24 &&
  typeof value["bearing"] === "number";

let timer: ReturnType<typeof setTimeout> | undefined;
let waiting: (() => Promise<unknown>) | null = null;

/** Keeps at once what still waits: a project must not be written to after it is closed. */
export async function settingsSaved(): Promise<void> {
  clearTimeout(timer);
  const keep = waiting;
  waiting = null;
  await keep?.().catch(console.error);
}

export function followSettings(): () => void {
  return useStore.subscribe((state, before) => {
    // Before there is a plane the view is of nowhere, and nothing worth keeping.
    if (!state.plane || !state.project || state.readOnly || state.project.id !== before.project?.id) return;
    const now = pick(state), then = pick(before);
    if ((Object.keys(now) as (keyof Settings)[]).every((key) => now[key] === then[key])) return;
    clearTimeout(timer);
    const { host, project } = state;
    waiting = async () => host?.putSettings({ id: project.id, settings: now as unknown as JsonValue });
    timer = setTimeout(() => void settingsSaved(), 500);
  });
}
