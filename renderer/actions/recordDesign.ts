// The record of the design: the printable document, and what goes with an export.

import { InputError } from "../../core/errors.ts";
import type { StoredResult } from "../../core/host.ts";
import type { DesignCover } from "../../core/record/cover.ts";
import type { RecordedDesign } from "../../core/record/designRecordJob.ts";
import { gatherRecord, isDesignResult } from "../../core/record/gatherRecord.ts";
import { present } from "../../core/plan/history.ts";
import { storeHistory } from "../../core/plan/storeHistory.ts";
import { useStore } from "../store.ts";
import { runJob } from "./runJob.ts";
import { saveFile } from "./saveFile.ts";
import { theHost } from "./theHost.ts";

export const setCover = (change: Partial<DesignCover>): void => useStore.setState(({ cover }) => ({ cover: { ...cover, ...change } }));

/** One HTML file: it needs no network, and a browser prints it. */
export async function saveDocument(): Promise<void> {
  const { document, record } = await recordDesign(true);
  await saveFile(`${record.project} design.html`, new TextEncoder().encode(document ?? ""));
}

/** @throws InputError where there are no incidents */
export async function recordDesign(document: boolean): Promise<RecordedDesign> {
  const { project, about, incidents, filtered, history, cover, contextLayers, layers, results } = useStore.getState();
  if (!project || !incidents || !filtered) throw new InputError("The project has no incidents, so its design has no place on the ground. Import incidents first.");
  const kept: StoredResult[] = [];
  for (const { id } of results.filter(isDesignResult).toReversed()) kept.push(await theHost().getResult({ id: project.id, result: id }));
  const hidden = new Set(layers.filter(({ visible }) => !visible).map(({ id }) => id));
  const { filter, selected, x, y } = filtered;
  const input = gatherRecord({
    project: project.name,
    made: new Date().toISOString(),
    version: about?.version ?? "",
    cover,
    history: storeHistory(history),
    harm: present(history).harm,
    reports: incidents.reports,
    layers: document ? contextLayers.filter(({ id }) => !hidden.has(id)).map(({ name, data }) => ({ name, data })) : [],
    table: incidents.table,
    filter, selected, x, y,
    results: kept,
  });
  return runJob("Recording the design", "designRecord", { ...input, document });
}
