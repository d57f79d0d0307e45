// The schedule of the trial: drawn or brought in as a draft, sealed as a version, exported, and verified.

import { create } from "zustand";
import { InputError } from "../../core/errors.ts";
import { setTrial } from "../../core/plan/edits/setTrial.ts";
import type { TrialProtocol } from "../../core/trial/protocol.ts";
import type { SealedSchedule } from "../../core/trial/sealedSchedule.ts";
import { armsFromFile } from "../../core/trial/schedule/armsFromFile.ts";
import { datesOf } from "../../core/trial/schedule/datesOf.ts";
import { recordOfSealed } from "../../core/trial/schedule/recordOfSealed.ts";
import { registrationText, tableOf } from "../../core/trial/schedule/registration.ts";
import { scheduleCsv, scheduleHash } from "../../core/trial/schedule/scheduleCsv.ts";
import { scheduleGeoJson, scheduleZip } from "../../core/trial/schedule/scheduleGeoJson.ts";
import { scheduleInForce } from "../../core/trial/schedule/scheduleInForce.ts";
import { changedSince, keptArms, sealSchedule } from "../../core/trial/schedule/sealSchedule.ts";
import { trialDaysBegun } from "../../core/trial/schedule/trialDays.ts";
import type { ScheduleCheck } from "../../core/trial/schedule/checkSchedule.ts";
import { draftOf } from "../shownSchedule.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";
import { say } from "./messages.ts";
import { keepResult } from "./results.ts";
import { runJob } from "./runJob.ts";
import { saveFile } from "./saveFile.ts";

/** Its line in the status bar. */
export const DRAW_JOB = "Drawing the schedule";
const VERIFY_JOB = "Verifying the schedule";

/** The file that was verified last, until another project is opened. */
export const useScheduleCheck = create<{ readonly shown: { readonly file: string; readonly check: ScheduleCheck } | null }>()(() => ({ shown: null }));

useStore.subscribe(({ project, schedules }, before) => {
  if (project?.id !== before.project?.id || schedules !== before.schedules) useScheduleCheck.setState({ shown: null });
});

/** The time of the clock on the wall, read as UTC. */
function civilNow(): number {
  const now = new Date();
  return now.getTime() - 60_000 * now.getTimezoneOffset();
}

/** Trial days of the version in force that have begun: they stay in the next one. */
export function daysBegun(): number {
  const before = scheduleInForce(useStore.getState().schedules);
  return before ? trialDaysBegun(civilNow(), before.protocol) : 0;
}

/** Days of the version in force that have begun stay as they were. @throws InputError where the units cannot be drawn */
export async function drawDraft(): Promise<void> {
  const protocol = theProtocol(), before = scheduleInForce(useStore.getState().schedules);
  const standing = before && keptArms(before, protocol, daysBegun());
  const { share, block, redraw, seed, units } = protocol;
  const { arms, attempt, hash } = await runJob(DRAW_JOB, "randomiseSchedule", {
    units: units.map(({ id, stratum, group, baseline }) => ({ id, stratum, group, baseline })),
    days: datesOf(protocol), share, block, redraw, seed,
    ...(standing && standing.kept > 0 && { kept: standing.arms }),
  });
  useStore.setState({ scheduleDraft: { protocol, arms, hash, origin: { kind: "drawn", attempt }, kept: standing?.kept ?? 0 } });
}

/** A schedule that was made elsewhere: the trial takes its days. */
export async function importSchedule(file: File): Promise<void> {
  const { first, days, arms } = armsFromFile(await file.text(), file.name, theProtocol().units);
  commitEdit(setTrial(committedPlan(useStore.getState()), { first, days }));
  const protocol = theProtocol();
  const hash = scheduleHash(tableOf({ protocol, arms }));
  useStore.setState({ scheduleDraft: { protocol, arms, hash, origin: { kind: "imported", file: file.name }, kept: 0 } });
  say("info", `${file.name}: ${days} days of ${protocol.units.length} units. Seal it, so that it cannot be changed any more.`);
}

export const dropDraft = (): void => useStore.setState({ scheduleDraft: null });

/** @throws InputError where the project cannot be written to, or a version after the first has no reason */
export async function sealDraft(reason: string): Promise<void> {
  const state = useStore.getState();
  const draft = draftOf(state);
  if (!draft) throw new InputError("There is no schedule to seal. Draw one first.");
  if (!state.project || state.readOnly) throw new InputError(`The schedule cannot be sealed: ${state.readOnly ?? "no project is open."} Save a copy of the project and seal it there.`);
  const { hash: _, ...drawn } = draft, before = scheduleInForce(state.schedules);
  if (before && drawn.origin.kind === "drawn" && keptArms(before, drawn.protocol, daysBegun()).kept !== drawn.kept) {
    throw new InputError("A trial day has begun since this schedule was drawn, and must stay as it was. Draw again.");
  }
  const sealed = sealSchedule({ ...drawn, before, reason, made: new Date().toISOString(), begun: trialDaysBegun(civilNow(), drawn.protocol) });
  await keepResult(recordOfSealed(sealed));
  useStore.setState({ schedules: [...state.schedules, sealed], scheduleDraft: null });
  say("info", `Version ${sealed.version} of the schedule is sealed.`);
}

export type ScheduleFile = "csv" | "geojson" | "zip" | "registration";

export async function saveSchedule(sealed: SealedSchedule, kind: ScheduleFile): Promise<void> {
  const { plane, project } = useStore.getState();
  const name = `${project?.name ?? "trial"} schedule ${sealed.version}`;
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  if (kind === "csv") return saveFile(`${name}.csv`, text(scheduleCsv(tableOf(sealed))));
  if (kind === "registration") return saveFile(`${name} registration.txt`, text(registrationText(sealed)));
  if (!plane) throw new InputError("Import incidents first: they say where on Earth the project is.");
  const mapped = { ...sealed, plane, version: `${sealed.version}, SHA-256 of its CSV ${sealed.hash}` };
  return kind === "zip" ? saveFile(`${name}.zip`, scheduleZip(mapped)) : saveFile(`${name}.geojson`, text(scheduleGeoJson(mapped)));
}

/** Against the version in force. */
export async function verifyFile(file: File): Promise<void> {
  const sealed = scheduleInForce(useStore.getState().schedules);
  if (!sealed) throw new InputError("No schedule is sealed yet, so there is nothing to verify a file against. Seal one first.");
  // With the mark that some programs put first: it is part of the bytes.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
  const check = await runJob(VERIFY_JOB, "verifySchedule", { schedule: text, file: file.name, registration: registrationText(sealed), arms: sealed.arms });
  const faults = check.seal === sealed.seal ? check.faults : [...check.faults, changedSince(sealed)];
  useScheduleCheck.setState({ shown: { file: file.name, check: { ...check, same: check.same && faults.length === 0, faults } } });
}

function theProtocol(): TrialProtocol {
  const { trial } = committedPlan(useStore.getState());
  if (!trial || trial.units.length === 0) throw new InputError("The trial has no units yet. Take them on the Design page first.");
  return trial;
}
