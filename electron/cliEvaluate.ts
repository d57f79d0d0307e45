// `hexbeat evaluate`: a trial's treatment against its control, or a published trial's tables from their counts.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { readHarmTable } from "../core/incidents/harm/readHarmTable.ts";
import { isoDay } from "../core/incidents/isoDay.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import type { IncidentTable } from "../core/incidents/table.ts";
import type { HarmTable } from "../core/plan/plan.ts";
import { doseOf } from "../core/trial/evaluate/doseOf.ts";
import { completeEvaluation, daysKnown, type EvaluationPlan } from "../core/trial/evaluate/prepareEvaluation.ts";
import type { TrialEvaluation } from "../core/trial/evaluate/trialEvaluation.ts";
import type { Dosage } from "../core/trial/dosage/dosage.ts";
import type { ReadActivity } from "../core/trial/dosage/readActivity.ts";
import type { TrialOutcome } from "../core/trial/protocol.ts";
import { verdicts } from "../core/trial/published/publishedTables.ts";
import { readPublished } from "../core/trial/published/readPublished.ts";
import { thamesValleyTables } from "../core/trial/published/thamesValley.ts";
import { trialDaysOver } from "../core/trial/schedule/trialDays.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { givenFile, givenPath, withProject, type ProjectAtPath } from "./cliFiles.ts";
import { written } from "./cliForecasting.ts";
import { runNamedJob } from "./cliJob.ts";
import { day, oneOf, positiveNumber, wholeNumber } from "./cliOptions.ts";
import { planOf } from "./planOf.ts";
import { sealedSchedules } from "./sealedSchedules.ts";
import { trialReportOf } from "./trialReportOf.ts";
import { scheduledTrial, TRIAL_HELP, TRIAL_OPTIONS, type ScheduledTrial } from "./scheduledTrial.ts";

export const EVALUATE_HELP = `hexbeat evaluate P.hexbeat [options] [-o FILE.json]
hexbeat evaluate --counts FILE.json|thames-valley

Treatment against control, always treatment minus control: prevalence, counts and harm with their tests, effect sizes and intervals; the exact
randomisation test on the schedule's own draw; rate ratios with errors clustered by hotspot; hour by hour; displacement in the rings;
subgroups; what was delivered; how many took part; conventions and cautions. The protocol's outcomes, measure and level hold.

${TRIAL_HELP}
  --logs FILE            patrol logs: intention to treat is told beside per protocol (what the window counted for the sealed schedule)
  --outcome NAME=A,B     offences (or categories) A and B are the outcome NAME; may be given several times, the first is the primary one
  --domestic KIND        all, only or without, for --outcome (all)
  --primary MEASURE      prevalence, count or harm (the protocol's)
  --harm FILE.csv        days of imprisonment by offence, in the place of the plan's table
  --ring METRES          width of the rings about the units (the protocol's)
  --level SHARE          of the tests (the protocol's)
  --until DATE           trial days to that date (those that the incidents reach over)
  --draws N --seed TEXT  of draws where a test cannot be exact (10000, "evaluation")
  --report FILE.html     all of it as one printable file in the order of CONSORT, with the texts that the window keeps

  --counts FILE.json     the cells of a published table that follow from its counts and means, computed again beside the print;
                         "thames-valley": figures 7 and 9 of the Thames Valley report, and the claims of its text`;

export async function evaluateCommand(args: readonly string[]): Promise<unknown> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...TRIAL_OPTIONS,
      logs: { type: "string" }, outcome: { type: "string", multiple: true, default: [] }, domestic: { type: "string" }, primary: { type: "string" },
      harm: { type: "string" }, ring: { type: "string" }, level: { type: "string" }, until: { type: "string" }, draws: { type: "string" }, seed: { type: "string" },
      counts: { type: "string" }, report: { type: "string" }, output: { type: "string", short: "o" },
    },
  });
  if (values.counts !== undefined) {
    if (positionals.length > 0) throw new InputError("--counts takes a table by itself: leave the project out.");
    return countsOf(values.counts);
  }
  if (positionals.length !== 1) throw new InputError("Name one project: hexbeat evaluate P.hexbeat.");
  return withProject(positionals[0], "read", async (project) => {
    const { host, opened } = project;
    if (!opened.hasIncidents) throw new InputError("The project has no incidents. Import incidents first.");
    const table = unpackTable(await host.getIncidents({ id: opened.project.id }));
    const trial = await scheduledTrial(project, values);
    const protocol = {
      ...trial.protocol,
      outcomes: outcomesOf(values.outcome, oneOf("--domestic", values.domestic, ["all", "only", "without"] as const)) ?? trial.protocol.outcomes,
      primary: oneOf("--primary", values.primary, ["prevalence", "count", "harm"] as const) ?? trial.protocol.primary,
      ring: positiveNumber("--ring", values.ring) ?? trial.protocol.ring,
      level: positiveNumber("--level", values.level) ?? trial.protocol.level,
    };
    const dosage = values.logs === undefined ? await keptDosage(project, trial) : await dosageFrom(values.logs, trial, table);
    const until = day("--until", values.until), known = daysKnown(table, protocol);
    const plan: EvaluationPlan = {
      protocol,
      arms: trial.arms,
      imported: trial.imported,
      harm: values.harm === undefined ? planOf(project).harm : await harmFrom(values.harm),
      dose: dosage && doseOf(dosage),
      days: until === undefined ? known : Math.min(known, trialDaysOver(until + (24 + protocol.startHour) * HOUR, protocol)),
      seed: values.seed ?? "evaluation",
      draws: wholeNumber("--draws", values.draws) ?? 10_000,
    };
    if (plan.days === 0) throw new InputError(`--until ${values.until} lies before the trial's first day, ${isoDay(protocol.first)}. Give a later date.`);
    const params = completeEvaluation(table, plan);
    const found = (await runNamedJob("evaluateTrial", { ...params, notes: [...departures(values, trial), ...params.notes] })) as TrialEvaluation;
    const result = { trial: protocol.title, schedule: trial.schedule, days: plan.days, harm: plan.harm?.name ?? null, ...found };
    if (values.report !== undefined) {
      const schedules = values.schedule === undefined ? await sealedSchedules(project) : [];
      const report = await trialReportOf(project, { protocol, schedules, evaluation: found, dosage });
      atomicWrite(givenPath(values.report), new TextEncoder().encode(report));
    }
    return written(result, values.output, { primary: found.primary, comparisons: found.comparisons.length, cautions: found.cautions });
  });
}

const HOUR = 3_600_000;

/** What was asked for otherwise than it was sealed: such an evaluation was not declared beforehand. */
function departures(values: Partial<Readonly<Record<"outcome" | "domestic" | "primary" | "ring" | "level", unknown>>>, { schedule }: ScheduledTrial): string[] {
  const asked = (["outcome", "domestic", "primary", "ring", "level"] as const).filter((name) => values[name] !== undefined && (values[name] as readonly string[]).length > 0);
  return schedule.seal === null || asked.length === 0 ? [] : [`Exploratory: the sealed protocol declared outcomes, measure, rings and level beforehand, and here they are otherwise (${asked.map((name) => `--${name}`).join(", ")}).`];
}

async function countsOf(given: string): Promise<object> {
  const tables = given === "thames-valley" ? thamesValleyTables() : readPublished(await textOf(given), basename(given));
  return { ...tables, verdicts: verdicts(tables.cells) };
}

/** "Violence=Assault,Robbery"; a name alone is every offence. */
function outcomesOf(given: readonly string[], domestic: TrialOutcome["domestic"] = "all"): TrialOutcome[] | null {
  if (given.length === 0) return null;
  return given.map((text) => {
    const [name, ...rest] = text.split("=");
    const offences = rest.join("=").split(",").map((part) => part.trim()).filter((part) => part !== "");
    if (name.trim() === "") throw new InputError(`--outcome ${text} has no name. Write --outcome "Violence=Assault,Robbery".`);
    return { name: name.trim(), offences, domestic };
  });
}

const harmFrom = async (path: string): Promise<HarmTable> => readHarmTable(await textOf(path), basename(path)).table;

async function textOf(path: string): Promise<string> {
  await givenFile(path);
  return readFileSync(givenPath(path), "utf8");
}

/** What the window counted for the schedule that is evaluated; null where it counted nothing, or for another schedule. */
async function keptDosage({ host, opened }: ProjectAtPath, { schedule: { seal } }: ScheduledTrial): Promise<Dosage | null> {
  const [result] = opened.results.filter(({ job }) => job === "dosageOfTrial").toSorted((a, b) => (a.made < b.made ? 1 : -1));
  if (!result || seal === null) return null;
  const { value } = await host.getResult({ id: opened.project.id, result: result.id });
  const { shown } = value as { readonly shown: { readonly dosage: Dosage; readonly seal: string } };
  return shown.seal === seal ? shown.dosage : null;
}

async function dosageFrom(path: string, { protocol, arms }: ScheduledTrial, { plane }: IncidentTable): Promise<Dosage> {
  const { units, first, days, startHour, clocks, ring, amber, green, level } = protocol;
  const source = { kind: "text", file: await givenFile(path) };
  const { patrols } = (await runNamedJob("readActivity", { source, name: basename(path), kind: "patrols", plane, units, ring })) as ReadActivity;
  return (await runNamedJob("dosageOfTrial", { units, first, days, startHour, clocks, arms, ring, amber, green, level, patrols })) as Dosage;
}
