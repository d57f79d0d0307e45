// The delivery of the trial: files of activity are read and joined, and location-days counted against the sealed schedule.

import { create } from "zustand";
import { InputError } from "../../core/errors.ts";
import type { DateReading } from "../../core/incidents/parseTime.ts";
import type { ActivityKind, ActivityReport } from "../../core/trial/dosage/activity.ts";
import type { ActivityRole } from "../../core/trial/dosage/activityColumns.ts";
import { dosageCsv } from "../../core/trial/dosage/dosageCsv.ts";
import { joinPatrols, joinSightings } from "../../core/trial/dosage/joinActivity.ts";
import { scheduleInForce } from "../../core/trial/schedule/scheduleInForce.ts";
import type { SealedSchedule } from "../../core/trial/sealedSchedule.ts";
import { count } from "../../core/inWords.ts";
import { showPanel } from "../frame/dockHandle.ts";
import { START_DOSAGE_SETTINGS, type DosageActivity, type DosageSettings, type ShownDosage } from "../shownDosage.ts";
import { useStore } from "../store.ts";
import { say } from "./messages.ts";
import { deleteResult, keepResult } from "./results.ts";
import { runJob } from "./runJob.ts";
import { saveFile } from "./saveFile.ts";

/** Its line in the status bar. */
export const DOSAGE_JOB = "Counting what was delivered";

interface DeliveryDraft {
  /** How the next files are read, where they do not say it themselves. */
  readonly dateOrder: DateReading | null;
  readonly mapping: Readonly<Record<string, ActivityRole>>;
  /** An EPSG code; "" as the headers say. */
  readonly crs: string;
  readonly settings: DosageSettings;
}

export const useDeliveryDraft = create<DeliveryDraft>()(() => ({ dateOrder: null, mapping: {}, crs: "", settings: START_DOSAGE_SETTINGS }));

const NOTHING: DosageActivity = { patrols: null, pings: null, stops: null };

/** Reads the files after those that are there; a row that an earlier file has is left out. */
export async function importActivity(kind: ActivityKind, ...files: readonly File[]): Promise<void> {
  const { plane, dosage } = useStore.getState();
  const schedule = theSchedule();
  if (!plane) throw new InputError("Import incidents first: they say where on Earth the project is (File > Import incidents).");
  const { dateOrder, mapping, crs } = useDeliveryDraft.getState();
  const { units, ring } = schedule.protocol;
  let activity: DosageActivity = dosage && sameUnits(dosage, schedule) ? dosage.params : NOTHING;
  const reports: ActivityReport[] = activity === NOTHING ? [] : [...dosage!.reports];
  const sums: string[] = [];
  for (const file of files) {
    const read = await runJob(`Reading ${file.name}`, "readActivity", {
      source: { kind: "text", file }, name: file.name, kind, units: [...units], ring, plane, mapping, ...(dateOrder && { dateOrder }), ...(crs !== "" && { crs }),
    });
    const { joined, repeated } =
      kind === "patrols" ? joinPatrols(activity.patrols, read.patrols!) : joinSightings(activity[kind], read.sightings!);
    activity = { ...activity, [kind]: joined };
    reports.push(repeated > 0 ? { ...read.report, notices: [...read.report.notices, `${count(repeated)} rows repeat an earlier file's and were left out.`] } : read.report);
    sums.push(sumOf(read.report));
  }
  await countDosage(activity, reports);
  useStore.setState({ trialPage: "delivery" });
  showPanel("trial");
  say(reports.slice(-files.length).some(({ setAside }) => setAside.length > 0) ? "warning" : "info", sums.join(" "));
  for (const { state, words } of useStore.getState().dosage?.found.alarms ?? []) if (state === "not delivered") say("warning", words);
}

const sumOf = ({ file, rows, kept, far, setAside }: ActivityReport): string =>
  `${file}: ${count(rows)} rows = ${count(kept)} kept${far > 0 ? ` + ${count(far)} far from every hotspot` : ""} + ${count(setAside.reduce((sum, one) => sum + one.count, 0))} set aside.`;

/** Counts what was read again: for another setting, or a new version of the schedule. */
export async function recountDosage(change: Partial<DosageSettings> = {}): Promise<void> {
  useDeliveryDraft.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
  const { dosage } = useStore.getState();
  if (!dosage) return;
  if (!sameUnits(dosage, theSchedule())) throw new InputError("The sealed schedule has other hotspots than the files were read for. Start again, and import the files anew.");
  await countDosage(dosage.params, dosage.reports);
}

/** The result replaces the one before, whose files are all in it: officers' whereabouts are kept once. */
async function countDosage(activity: DosageActivity, reports: readonly ActivityReport[]): Promise<void> {
  const schedule = theSchedule();
  const { units, first, days, startHour, clocks, ring, amber, green, level, title } = schedule.protocol;
  const { settings } = useDeliveryDraft.getState();
  const { patrols, pings, stops } = activity;
  const params = { units: [...units], first, days, startHour, clocks, arms: schedule.arms, ring, amber, green, level, patrols, pings, stops, ...settings };
  const found = await runJob(DOSAGE_JOB, "dosageOfTrial", params);
  const before = useStore.getState().dosage;
  const shown = { found, reports, seal: schedule.seal };
  useStore.setState({ dosage: { ...shown, params, id: null } });
  const id = await keepResult({
    job: "dosageOfTrial",
    title: `Delivery of ${title}`,
    parameters: {
      schedule: schedule.hash, version: schedule.version, units: units.length, days, files: reports.map(({ file }) => file),
      patrols: patrols?.unit.length ?? 0, pings: pings?.time.length ?? 0, stops: stops?.time.length ?? 0, ring, amber, green, level, ...settings,
    },
    request: { job: "dosageOfTrial", filter: null, params },
    value: shown,
    numbers: { patrols: found.patrols, fullPatrols: found.fullPatrols, minutes: found.minutes, pings: found.pings, pingMinutes: found.pingMinutes, stops: found.stops, lengths: found.lengths, byWeek: found.byWeek },
  });
  useStore.setState({ dosage: { ...shown, params, id } });
  if (id !== null && before?.id) await deleteResult(before.id);
}

/** Forgets what was read. */
export async function clearDosage(): Promise<void> {
  const { dosage } = useStore.getState();
  useStore.setState({ dosage: null });
  if (dosage?.id) await deleteResult(dosage.id);
}

export async function exportDosage(): Promise<void> {
  const { dosage, project } = useStore.getState();
  if (!dosage || !project) throw new InputError("Nothing was read yet. Import patrol logs or positions first.");
  await saveFile(`${project.name} dosage.csv`, new TextEncoder().encode(dosageCsv(dosage.found)));
}

/** Rows name units by their place in the schedule. */
const sameUnits = ({ params }: ShownDosage, { protocol }: SealedSchedule): boolean =>
  params.units.length === protocol.units.length && params.units.every(({ id }, i) => id === protocol.units[i].id);

function theSchedule(): SealedSchedule {
  const schedule = scheduleInForce(useStore.getState().schedules);
  if (schedule) return schedule;
  throw new InputError("There is no sealed schedule to compare with. Draw and seal one, or bring one in, on the Schedule page.");
}
