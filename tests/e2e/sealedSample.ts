// The sample project with its trial: the schedule sealed as it is in the file.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { START_PROTOCOL, type TrialUnit } from "../../core/trial/protocol.ts";
import { sealSchedule } from "../../core/trial/schedule/sealSchedule.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { keepSealed } from "../../electron/sealedSchedules.ts";
import { SAMPLE_DAYS, sampleArms, sampleUnits } from "../support/sampleTrial.ts";

/** For `before` of a walk. @param change - of each unit, such as a team */
export async function sealSample(projectsFolder: string, change: (unit: TrialUnit, i: number) => TrialUnit = (unit) => unit): Promise<void> {
  const [file] = readdirSync(projectsFolder).filter((name) => name.endsWith(".hexbeat"));
  const units = sampleUnits().map(change);
  const protocol = { ...START_PROTOCOL, ...SAMPLE_DAYS, title: "Harrowmere patrols", units };
  const sealed = sealSchedule({
    protocol, arms: sampleArms(units), origin: { kind: "imported", file: "trial-schedule.csv" }, kept: 0, made: "2024-03-25T09:00:00.000Z", reason: null, before: null, begun: 0,
  });
  await withProject(join(projectsFolder, file), "write", (project) => keepSealed(project, sealed));
}
