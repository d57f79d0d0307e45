// Chicago's aggravated assaults and police districts, through the workbench's own import.

import { openAsBlob } from "node:fs";
import { polygonsOf } from "../../core/formats/polygonsOf.ts";
import { readLayer } from "../../core/formats/readLayerJob.ts";
import type { Polygon } from "../../core/geo/types.ts";
import { settingsFrom } from "../../core/incidents/draftSettings.ts";
import { importIncidents } from "../../core/incidents/importIncidents.ts";
import { previewIncidents } from "../../core/incidents/previewIncidents.ts";
import type { IncidentTable } from "../../core/incidents/table.ts";
import { runJob } from "../../core/job.ts";
import { nodeContext } from "./nodeContext.ts";
import { haveShared, sharedPath } from "./shared.ts";

const INCIDENTS = "chicago_agg_assault_2010_2014.csv.gz";
const DISTRICTS = "chicago_police_districts.kml";

export interface Chicago {
  readonly table: IncidentTable;
  /** All of them. */
  readonly rows: Uint32Array;
  /** The police districts. */
  readonly area: readonly Polygon[];
}

/** null where the files are not beside the checkout, which is said. */
export async function readChicago(): Promise<Chicago | null> {
  if (!haveShared("data", INCIDENTS) || !haveShared("data", "layers", DISTRICTS)) return null;
  const source = { kind: "text", file: await openAsBlob(sharedPath("data", INCIDENTS)) } as const;
  const preview = await runJob("previewIncidents", previewIncidents, { source, name: INCIDENTS }, nodeContext);
  const { table } = await runJob("importIncidents", importIncidents, { source, name: INCIDENTS, settings: settingsFrom(preview) }, nodeContext);
  const file = await openAsBlob(sharedPath("data", "layers", DISTRICTS));
  const { layers } = await runJob("readLayer", readLayer, { source: { kind: "file", file }, name: DISTRICTS }, nodeContext);
  const area = layers.flatMap(({ data }) => data.features).flatMap(({ geometry }) => polygonsOf(geometry, table.plane));
  return { table, rows: Uint32Array.from({ length: table.length }, (_, row) => row), area };
}
