// The trial's report: what the window has of the trial, as one printable HTML file.

import { InputError } from "../../core/errors.ts";
import { present } from "../../core/plan/history.ts";
import { mapContext } from "../../core/record/designMaps.ts";
import type { TrialCover } from "../../core/trial/report/trialCover.ts";
import { trialReport } from "../../core/trial/report/trialReport.ts";
import type { TrialReportInput } from "../../core/trial/report/trialReportInput.ts";
import { scheduleInForce } from "../../core/trial/schedule/scheduleInForce.ts";
import { useStore, type State } from "../store.ts";
import { saveFile } from "./saveFile.ts";

export const setTrialCover = (change: Partial<TrialCover>): void => useStore.setState(({ trialCover }) => ({ trialCover: { ...trialCover, ...change } }));

/** What the report is made from, without the map's ground; null where no trial is planned. */
export function reportParts(state: Pick<State, "history" | "schedules" | "cover" | "trialCover" | "power" | "dosage" | "evaluation">): Omit<TrialReportInput, "project" | "made" | "version" | "context"> | null {
  const { schedules, cover, trialCover, power, dosage, evaluation } = state;
  const inForce = scheduleInForce(schedules);
  const protocol = inForce?.protocol ?? present(state.history).trial;
  if (!protocol) return null;
  return {
    author: cover.author,
    marking: cover.marking,
    cover: trialCover,
    protocol,
    schedules,
    power: power?.found ?? null,
    // What was counted for another version is no part of the report.
    dosage: dosage && dosage.seal === inForce?.seal ? dosage.found : null,
    evaluation: evaluation && evaluation.schedule.seal === inForce?.seal ? evaluation.found : null,
  };
}

/** @throws InputError where no trial is planned */
export async function saveTrialReport(): Promise<void> {
  const state = useStore.getState();
  const parts = reportParts(state);
  const { project, about, plane, contextLayers, layers } = state;
  if (!parts || !project) throw new InputError("There is no trial to report. Take its units on the Design page first.");
  const hidden = new Set(layers.filter(({ visible }) => !visible).map(({ id }) => id));
  const shown = plane ? contextLayers.filter(({ id }) => !hidden.has(id)).map(({ name, data }) => mapContext(name, data, plane)) : [];
  const report = trialReport({ ...parts, project: project.name, made: new Date().toISOString(), version: about?.version ?? "", context: shown });
  await saveFile(`${parts.protocol.title} report.html`, new TextEncoder().encode(report));
}
