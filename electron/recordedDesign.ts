// The record of a project's design, for the command line.

import { InputError } from "../core/errors.ts";
import type { StoredLayer } from "../core/host.ts";
import { selectIncidents } from "../core/incidents/selectIncidents.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import { placesAt } from "../core/incidents/placesAt.ts";
import type { JsonValue } from "../core/json.ts";
import { EMPTY_PLAN } from "../core/plan/plan.ts";
import { planToJson } from "../core/plan/storeHistory.ts";
import { coverOf, type DesignCover } from "../core/record/cover.ts";
import type { RecordedDesign } from "../core/record/designRecordJob.ts";
import { gatherRecord, isDesignResult } from "../core/record/gatherRecord.ts";
import { appVersion } from "./appVersion.ts";
import type { ProjectAtPath } from "./cliFiles.ts";
import { runNamedJob } from "./cliJob.ts";
import { filterOf } from "./filterOf.ts";
import { planOf } from "./planOf.ts";

/** @param cover - what stands in the place of the project's own */
export async function recordedDesign({ host, opened }: ProjectAtPath, cover: Partial<DesignCover>, document: boolean): Promise<RecordedDesign> {
  const { id, name } = opened.project;
  if (!opened.hasIncidents) throw new InputError("The project has no incidents, so its design has no place on the ground. Import incidents first.");
  const table = unpackTable(await host.getIncidents({ id }));
  const filter = filterOf(opened.settings);
  const selected = selectIncidents(table, filter);
  const results = await Promise.all(opened.results.filter(isDesignResult).map((result) => host.getResult({ id, result: result.id })));
  const layers = await Promise.all((document ? opened.layers : []).filter(isShown(opened.settings)).map((layer): Promise<StoredLayer> => host.getLayer({ id, layer: layer.id })));
  const input = gatherRecord({
    project: name,
    made: new Date().toISOString(),
    version: appVersion(),
    cover: { ...coverOf(opened.settings), ...cover },
    history: opened.history ?? { base: planToJson(EMPTY_PLAN), steps: [], position: 0 },
    harm: planOf({ host, opened }).harm,
    reports: opened.reports,
    layers: layers.map((layer) => ({ name: layer.name, data: layer.data })),
    table,
    filter,
    selected,
    ...placesAt(table, selected),
    results,
  });
  return (await runNamedJob("designRecord", { ...input, document })) as RecordedDesign;
}

/** Layers that the window left hidden are not on its maps either. */
export function isShown(settings: JsonValue | null): (layer: { readonly id: string }) => boolean {
  const kept = (settings as { readonly layers?: readonly { readonly id?: unknown; readonly visible?: unknown }[] } | null)?.layers ?? [];
  const hidden = new Set(kept.filter(({ visible }) => visible === false).map(({ id }) => id));
  return ({ id }) => !hidden.has(id);
}
