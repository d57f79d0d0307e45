// The sample's incidents, imported as the window imports them.

import { readFileSync } from "node:fs";
import { manifest } from "../../assets/sample/manifest.ts";
import { settingsFrom } from "../../core/incidents/draftSettings.ts";
import { importIncidents } from "../../core/incidents/importIncidents.ts";
import { previewIncidents } from "../../core/incidents/previewIncidents.ts";
import type { IncidentTable } from "../../core/incidents/table.ts";
import { runJob } from "../../core/job.ts";
import { nodeContext } from "./nodeContext.ts";

export async function sampleIncidents(): Promise<IncidentTable> {
  const name = "incidents.csv.gz";
  const source = { kind: "text", file: new Blob([readFileSync(new URL(`../../assets/sample/${name}`, import.meta.url))]) } as const;
  const preview = await runJob("previewIncidents", previewIncidents, { source, name }, nodeContext);
  const settings = settingsFrom(preview, { map: manifest.incidents.columns, crs: manifest.incidents.crs });
  return (await runJob("importIncidents", importIncidents, { source, name, settings }, nodeContext)).table;
}
