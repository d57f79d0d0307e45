// The report of a project's trial, for the command line.

import { mapContext } from "../core/record/designMaps.ts";
import { coverOf } from "../core/record/cover.ts";
import type { Dosage } from "../core/trial/dosage/dosage.ts";
import type { TrialEvaluation } from "../core/trial/evaluate/trialEvaluation.ts";
import type { TrialPower } from "../core/trial/power/trialPower.ts";
import type { TrialProtocol } from "../core/trial/protocol.ts";
import { trialCoverOf } from "../core/trial/report/trialCover.ts";
import { trialReport } from "../core/trial/report/trialReport.ts";
import type { SealedSchedule } from "../core/trial/sealedSchedule.ts";
import { appVersion } from "./appVersion.ts";
import type { ProjectAtPath } from "./cliFiles.ts";
import { planeOf } from "./planeOf.ts";
import { isShown } from "./recordedDesign.ts";

interface Evaluated {
  readonly protocol: TrialProtocol;
  /** Every version; empty where the arms came from a file that was not sealed. */
  readonly schedules: readonly SealedSchedule[];
  readonly evaluation: TrialEvaluation;
  /** null: no delivery is known. */
  readonly dosage: Dosage | null;
}

/** With the texts, the power calculation and the layers that the window keeps in the project. */
export async function trialReportOf(project: ProjectAtPath, evaluated: Evaluated): Promise<string> {
  const { host, opened } = project;
  const { id, name } = opened.project;
  const plane = await planeOf(project);
  const layers = await Promise.all(opened.layers.filter(isShown(opened.settings)).map((layer) => host.getLayer({ id, layer: layer.id })));
  const { author, marking } = coverOf(opened.settings);
  return trialReport({
    ...evaluated,
    author, marking,
    cover: trialCoverOf(opened.settings),
    project: name,
    made: new Date().toISOString(),
    version: appVersion(),
    power: await keptPower(project),
    context: plane ? layers.map((layer) => mapContext(layer.name, layer.data, plane)) : [],
  });
}

/** The latest of the project; null where it keeps none. */
async function keptPower({ host, opened }: ProjectAtPath): Promise<TrialPower | null> {
  const [latest] = opened.results.filter(({ job }) => job === "powerOfTrial").toSorted((a, b) => (a.made < b.made ? 1 : -1));
  if (!latest) return null;
  const { value } = await host.getResult({ id: opened.project.id, result: latest.id });
  return (value as { readonly shown: { readonly found: TrialPower } }).shown.found;
}
