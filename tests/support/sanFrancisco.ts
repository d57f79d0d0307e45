// San Francisco's incidents of every second week, 2011 to 2013, as the workbench imports them.

import { settingsFrom } from "../../core/incidents/draftSettings.ts";
import { importIncidents } from "../../core/incidents/importIncidents.ts";
import { previewIncidents } from "../../core/incidents/previewIncidents.ts";
import { runJob } from "../../core/job.ts";
import { nodeContext } from "./nodeContext.ts";
import { haveShared } from "./shared.ts";
import { sharedFile } from "./sharedFile.ts";

const FILE = "sf_even_weeks_2011-01_2013-06.csv.gz";

/**
 * Incidents of a category ("ASSAULT"), m in the local plane; those at latitude 90, which the file gives where no place is known, are dropped.
 * @returns null where the file is not beside the checkout, which is said
 */
export async function readSanFrancisco(category: string): Promise<{ readonly x: Float64Array; readonly y: Float64Array } | null> {
  if (!haveShared("data", FILE)) return null;
  const source = { kind: "text", file: await sharedFile(FILE) } as const;
  const preview = await runJob("previewIncidents", previewIncidents, { source, name: FILE }, nodeContext);
  const settings = settingsFrom(preview, { farAway: "drop" });
  const { x, y, offence, offences } = (await runJob("importIncidents", importIncidents, { source, name: FILE, settings }, nodeContext)).table;
  const rows = Uint32Array.from(offence.keys()).filter((i) => offences[offence[i]].category === category);
  return { x: Float64Array.from(rows, (i) => x[i]), y: Float64Array.from(rows, (i) => y[i]) };
}
