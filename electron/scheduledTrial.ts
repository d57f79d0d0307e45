// A project's trial with the arms that hold: of the last sealed schedule, or of a schedule from a file.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { InputError } from "../core/errors.ts";
import { plannedTrial } from "../core/trial/power/plannedTrial.ts";
import type { TrialProtocol, TrialUnit } from "../core/trial/protocol.ts";
import { armsFromFile } from "../core/trial/schedule/armsFromFile.ts";
import { scheduleInForce } from "../core/trial/schedule/scheduleInForce.ts";
import { sha256Hex } from "../core/trial/schedule/sha256Hex.ts";
import { unitsOfLayer } from "../core/trial/units/unitsOfLayer.ts";
import { givenFile, givenPath, type ProjectAtPath } from "./cliFiles.ts";
import { readLayers } from "./cliImport.ts";
import { wholeNumber } from "./cliOptions.ts";
import { planeOf } from "./planeOf.ts";
import { planOf } from "./planOf.ts";
import { sealedSchedules } from "./sealedSchedules.ts";

export interface ScheduledTrial {
  readonly protocol: TrialProtocol;
  /** 1 treatment, 0 control; day × units + unit. */
  readonly arms: Uint8Array;
  readonly imported: boolean;
  /** Where the schedule comes from, the SHA-256 of its CSV, and the seal of one that the project has sealed. */
  readonly schedule: { readonly from: string; readonly hash: string; readonly seal: string | null };
}

export const TRIAL_OPTIONS = { schedule: { type: "string" }, units: { type: "string" }, "start-hour": { type: "string" } } as const;

export const TRIAL_HELP = `  --schedule FILE.csv    date, hotspot and arm of every location-day, in the place of the project's sealed schedule
  --units FILE           with --schedule: a layer of the hotspots that it names (the protocol's units, else the plan's hotspots)
  --start-hour N         with --schedule: the hour from which a trial day runs (the protocol's, else 6)`;

interface Values {
  readonly schedule?: string | undefined;
  readonly units?: string | undefined;
  readonly "start-hour"?: string | undefined;
}

/** @throws InputError where the project has no sealed schedule and no file is given, or the files do not fit */
export async function scheduledTrial(project: ProjectAtPath, values: Values): Promise<ScheduledTrial> {
  if (values.schedule === undefined) {
    if (values.units !== undefined || values["start-hour"] !== undefined) throw new InputError("--units and --start-hour go with --schedule FILE.csv: a sealed schedule has its own.");
    const sealed = scheduleInForce(await sealedSchedules(project));
    if (!sealed) throw new InputError("The project has no sealed schedule. Seal one (`hexbeat randomise P.hexbeat --seal`), or give --schedule FILE.csv.");
    const { protocol, arms, origin, version, hash, seal } = sealed;
    return { protocol, arms, imported: origin.kind === "imported", schedule: { from: `version ${version}`, hash, seal } };
  }
  const planned = scheduleInForce(await sealedSchedules(project))?.protocol ?? plannedTrial(planOf(project));
  const units = values.units === undefined ? planned.units : await unitsFrom(values.units, project);
  if (units.length === 0) throw new InputError("The project has no hotspots to match the schedule with. Name a layer of them: --units FILE.geojson.");
  await givenFile(values.schedule);
  const text = readFileSync(givenPath(values.schedule), "utf8");
  const { arms, first, days } = armsFromFile(text, basename(values.schedule), units);
  const startHour = wholeNumber("--start-hour", values["start-hour"]) ?? planned.startHour;
  if (startHour > 23) throw new InputError(`--start-hour ${startHour} is no hour of the day, 0 to 23.`);
  return { protocol: { ...planned, units, first, days, startHour }, arms, imported: true, schedule: { from: values.schedule, hash: sha256Hex(text), seal: null } };
}

async function unitsFrom(path: string, project: ProjectAtPath): Promise<TrialUnit[]> {
  const plane = await planeOf(project);
  if (!plane) throw new InputError("The project has no incidents, so nothing says which plane it is in. Import them first (hexbeat import).");
  const { layers } = await readLayers(await givenFile(path), basename(path), project.host);
  return unitsOfLayer({ type: "FeatureCollection", features: layers.flatMap(({ data }) => data.features) }, plane);
}
