// The trial in plain words, for a person who was not there: what was done, whether it was delivered, what was found, how sure that is.

import { isoDay } from "../../incidents/isoDay.ts";
import { count, decimal, percent, pInWords, signed } from "../../inWords.ts";
import { britishDate } from "../../record/britishDate.ts";
import type { Dosage } from "../dosage/dosage.ts";
import type { ArmSummary, TrialEvaluation } from "../evaluate/trialEvaluation.ts";
import type { TrialProtocol } from "../protocol.ts";
import type { SealedSchedule } from "../sealedSchedule.ts";
import { changesInWords, comparisonInWords, meanInWords } from "./comparisonInWords.ts";
import { primaryFinding } from "./primaryFinding.ts";
import type { TrialReportInput } from "./trialReportInput.ts";

const DAY = 86_400_000;

/** Paragraphs with their headings. */
export function structuredSummary({ protocol, schedules, dosage, evaluation }: TrialReportInput): (readonly [head: string, text: string])[] {
  return [
    ["What was done", done(protocol, schedules, evaluation)],
    ["Was it delivered?", delivered(dosage)],
    ["What was found", evaluation === null ? "Not evaluated yet." : found(evaluation)],
    ["How sure is that?", evaluation === null ? "Not evaluated yet." : sure(evaluation)],
  ];
}

export const periodOf = ({ first, days }: TrialProtocol): string => `${britishDate(isoDay(first))} to ${britishDate(isoDay(first + (days - 1) * DAY))}`;

function done(protocol: TrialProtocol, schedules: readonly SealedSchedule[], evaluation: TrialEvaluation | null): string {
  const { units, days, share, amber } = protocol;
  const drawn = share === 0.5 ? "half of them" : `${percent(share, 0)} of them`;
  const arms = evaluation === null ? "" : ` In all ${count(evaluation.flow.allocated.treatment)} location-days (one hotspot on one day) were drawn to treatment and ${count(evaluation.flow.allocated.control)} to control.`;
  return (
    `From ${periodOf(protocol)}, ${count(days)} days, ${count(units.length)} hotspots were the units of a trial. On each day ${drawn} were drawn by lot to treatment, the others to control.` +
    `${arms} Treatment days were to be patrolled; a patrol counts as full from ${amber} minutes. Because chance alone decides which day is which, other causes of crime fall on both arms alike.` +
    ` ${sealedInWords(schedules)}`
  );
}

/** Sealing protects a schedule from the day on which it was sealed, not before. */
export function sealedInWords([first]: readonly SealedSchedule[]): string {
  if (first === undefined) return "The schedule was not sealed.";
  const late = first.made.slice(0, 10) > isoDay(first.protocol.first);
  return `The schedule of all days was sealed on ${britishDate(first.made)}, ${late ? "when the trial had begun: until then nothing shows whether it was changed" : "before the trial began, with a hash that shows any change"}.`;
}

function delivered(dosage: Dosage | null): string {
  if (dosage === null) return "Not known: no patrol logs or positions were given.";
  const { delivered: onTreatment, contaminated, longEnough, alarms } = dosage;
  return [
    ...(onTreatment === null || contaminated === null
      ? []
      : [`${percent(onTreatment.share)} of treatment location-days had a full patrol (${count(onTreatment.yes)} of ${count(onTreatment.of)}), and ${percent(contaminated.share)} of control location-days had one all the same (${count(contaminated.yes)} of ${count(contaminated.of)}).`]),
    ...(longEnough === null ? [] : [`${percent(longEnough.amber.share)} of the patrols lasted at least ${dosage.amber} minutes, ${percent(longEnough.green.share)} at least ${dosage.green}.`]),
    ...alarms.map(({ words }) => words),
  ].join(" ");
}

function found(evaluation: TrialEvaluation): string {
  const { comparison, rate } = primaryFinding(evaluation);
  const { outcome, measure } = evaluation.primary;
  const level = percent(1 - evaluation.level, 0);
  if (comparison === null) return `The primary outcome, ${outcome} by ${measure}, could not be compared.`;
  const said = comparisonInWords(comparison), { treatment, control } = comparison;
  const on = (arm: ArmSummary, name: string): string => `${count(arm.total)} on ${count(arm.locationDays)} ${name} location-days`;
  const ratio = rate === null ? "" : ` The rate ratio, treatment / control, is ${decimal(rate.ratio, 3)} (${level} interval ${decimal(rate.interval.low, 3)} to ${decimal(rate.interval.high, 3)}).`;
  return `Primary outcome, ${outcome} by ${measure}: ${WHAT[measure]}${on(treatment, "treatment")} and ${on(control, "control")}, which is ${meanInWords(treatment, measure)} and ${meanInWords(control, measure)}${measure === "prevalence" ? "" : " a location-day"}. Treatment minus control is ${said.difference}${said.interval ? ` (${level} interval ${said.interval})` : ""}, a change of ${said.change}.${ratio}`;
}

const WHAT = { prevalence: "location-days with at least one: ", count: "", harm: "days of imprisonment: " } as const;

function sure(evaluation: TrialEvaluation): string {
  const { comparison, randomisation } = primaryFinding(evaluation);
  const p = randomisation?.p ?? comparison?.test.p;
  if (p === undefined) return "There is no test of the primary outcome.";
  const test = randomisation ? `the randomisation test${randomisation.draws === "exact" ? ", exact" : ` of ${count(randomisation.draws)} draws`}` : comparison?.test.name;
  const chance = p < 0.001 ? "fewer than 1 of 1,000" : p < 0.01 ? `${Math.round(1000 * p)} of 1,000` : `${Math.round(100 * p)} of 100`;
  const range = randomisation?.interval ? ` Changes from ${changesInWords(randomisation.interval, evaluation.primary.measure)} agree with what was seen (${randomisation.interval.method}).` : "";
  const verdict =
    p <= evaluation.level
      ? `By the trial's level of ${decimal(evaluation.level, 2)} that is more than chance gives.`
      : `By the trial's level of ${decimal(evaluation.level, 2)} that is within what chance gives: the trial does not tell such a difference from none. It does not show that there is none.`;
  const interim = evaluation.interim ? ` This is an interim look after day ${evaluation.interim.day} of ${evaluation.interim.of}: each look is one more chance of a false alarm.` : "";
  return `If treatment changed nothing, ${chance} schedules drawn in the same way would show a difference at least as large (${pInWords(p)}, ${test}). ${verdict}${range}${interim}`;
}

export const expectedInWords = ({ expected }: TrialProtocol): string => `${signed(100 * expected, 1)} %`;
