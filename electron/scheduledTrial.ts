// A project's trial with the arms that hold: of the last sealed schedule, or of a schedule from a file.

import { readFileSync } from "node:fs";
import { InputError } from "../core/errors.ts";
import type { TrialProtocol } from "../core/trial/protocol.ts";
import { armsFromFile } from "../core/trial/schedule/armsFromFile.ts";
import { scheduleInForce } from "../core/trial/schedule/scheduleInForce.ts";
import { givenFile, givenPath, type ProjectAtPath } from "./cliFiles.ts";
import { planOf } from "./planOf.ts";
import { sealedSchedules } from "./sealedSchedules.ts";

export interface ScheduledTrial {
  readonly protocol: TrialProtocol;
  /** 1 treatment, 0 control; day × units + unit. */
  readonly arms: Uint8Array;
}

/**
 * @param file - a schedule made elsewhere: its dates take the place of the protocol's
 * @throws InputError where the project has neither a sealed schedule nor, with a file, a trial
 */
export async function scheduledTrial(project: ProjectAtPath, file: string | undefined): Promise<ScheduledTrial> {
  const sealed = scheduleInForce(await sealedSchedules(project));
  if (file === undefined) {
    if (sealed) return sealed;
    throw new InputError("The project has no sealed schedule. Seal one (hexbeat randomise P.hexbeat --seal), or give one: --schedule FILE.csv.");
  }
  const protocol = sealed?.protocol ?? planOf(project).trial;
  if (!protocol) throw new InputError("The project has no trial, so nothing says where its hotspots are. Design one first (Trial > Design).");
  await givenFile(file);
  const { first, days, arms } = armsFromFile(readFileSync(givenPath(file), "utf8"), file, protocol.units);
  return { protocol: { ...protocol, first, days }, arms };
}
