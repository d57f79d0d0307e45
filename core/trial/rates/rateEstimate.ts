// The ratio of the rates of treatment and control from a model of counts, and how it differs between two sets of hotspots.

import { InputError } from "../../errors.ts";
import { count } from "../../inWords.ts";
import { weekdayOf } from "../../incidents/selectIncidents.ts";
import { clusterFactor } from "../../stats/counts/clusteredCovariance.ts";
import type { Factor } from "../../stats/counts/countDesign.ts";
import { type CountFit, fitCounts } from "../../stats/counts/fitCounts.ts";
import { tQuantile, twoSidedTP } from "../../stats/studentT.ts";
import { LEFT_OUT } from "../evaluate/splitByArm.ts";
import type { Interval, RateEstimate } from "../evaluate/trialEvaluation.ts";

export interface RatesInput {
  readonly outcome: string;
  /** Counts (for prevalence 0 and 1); day × units + unit. */
  readonly y: Float64Array;
  /** 1 treatment, 0 control, LEFT_OUT. */
  readonly arms: Uint8Array;
  /** Hotspots of the trial. */
  readonly units: number;
  /** Midnight of the first trial day's date, ms. */
  readonly first: number;
  /** Of each trial day, 23 to 25: the exposure of its location-days. */
  readonly hours: Float64Array;
  readonly family: "poisson" | "negative-binomial";
  /** Beside the hotspots' own effects. */
  readonly period: "none" | "weekday" | "day";
  /** Of the interval: 0.05 for 95 %. */
  readonly level: number;
}

/**
 * ln E y = ln(hours / 24) + hotspot + weekday or day + β treatment. The interval and the p-value are from t with G − 1 degrees of freedom,
 * the errors clustered by hotspot with the correction G/(G − 1) · (n − 1)/(n − k) ("CR1", as Stata has it; Cameron and Miller 2015).
 * @throws InputError where an arm has no events, or each hotspot is of one arm throughout, so that its effect and that of treatment are one
 */
export function rateEstimate(input: RatesInput): RateEstimate {
  const fit = fitted(input, (column) => [column]);
  const { estimate, error, interval, p } = inference(fit, 0, input.level);
  return {
    outcome: input.outcome,
    model: modelInWords(input, fit),
    ratio: Math.exp(estimate),
    interval,
    standardError: error,
    p,
    logLikelihood: fit.logLikelihood,
    theta: fit.theta,
    cautions: cautionsOf(input, fit),
  };
}

export interface RateInteraction {
  /** Rate ratio inside / rate ratio outside. */
  readonly ratio: number;
  readonly interval: Interval;
  /** Of the test that it is 1. */
  readonly p: number;
}

/** By one model of all hotspots with the product of treatment and being inside: ln of the ratio of ratios is its coefficient. @param inside - hotspots of the subgroup */
export function rateInteraction(input: RatesInput, inside: ReadonlySet<number>): RateInteraction {
  const fit = fitted(input, (treatment, unit) => [treatment, treatment.map((arm, i) => (inside.has(unit[i]) ? arm : 0))]);
  const { estimate, interval, p } = inference(fit, 1, input.level);
  return { ratio: Math.exp(estimate), interval, p };
}

function fitted({ y, arms, units, first, hours, family, period }: RatesInput, columns: (treatment: Float64Array, unit: Uint32Array) => Float64Array[]): CountFit {
  const taken: number[] = [];
  for (let row = 0; row < arms.length; row++) if (arms[row] !== LEFT_OUT) taken.push(row);
  const rows = Uint32Array.from(taken), treatment = new Float64Array(rows.length), counts = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    treatment[i] = arms[row];
    counts[i] = y[row];
  });
  const unit = rows.map((row) => row % units), day = rows.map((row) => Math.floor(row / units));
  requireBothArms(treatment, unit, units);
  const hotspots: Factor = { level: unit, levels: units };
  const logHours = hours.map((of) => Math.log(of / 24));
  const periods: Record<RatesInput["period"], () => Factor[]> = {
    none: () => [],
    weekday: () => [{ level: day.map((d) => weekdayOf(first + d * DAY)), levels: 7 }],
    day: () => [{ level: day, levels: Math.ceil(arms.length / units) }],
  };
  return fitCounts({
    y: counts,
    columns: columns(treatment, unit),
    effects: [hotspots, ...periods[period]()],
    offset: Float64Array.from(day, (d) => logHours[d]),
    family,
    cluster: hotspots,
  });
}

const DAY = 86_400_000;

function requireBothArms(treatment: Float64Array, unit: Uint32Array, units: number): void {
  const seen = new Uint8Array(units);
  treatment.forEach((arm, i) => (seen[unit[i]] |= arm === 1 ? 1 : 2));
  if (!seen.includes(3)) throw new InputError("Each hotspot is of one arm throughout, so that the effect of treatment cannot be told from the hotspots' own. Go by the randomisation test.");
}

function inference({ coefficients, covariance, clusters, rows, rank }: CountFit, column: number, level: number): { estimate: number; error: number; interval: Interval; p: number } {
  if (clusters < 2) throw new InputError(`${clusters} hotspot has events; errors clustered by hotspot need two or more. Go by the randomisation test.`);
  const estimate = coefficients[column];
  const error = Math.sqrt(covariance.cr0[column][column] * clusterFactor("CR1", clusters, rows, rank));
  if (!(error > 0)) throw new InputError("The counts do not vary about the model, so that there is no error to go by. Say the counts.");
  const half = tQuantile(1 - level / 2, clusters - 1) * error;
  const method = `t with ${clusters - 1} degrees of freedom, errors clustered by hotspot (CR1)`;
  return { estimate, error, p: twoSidedTP(estimate / error, clusters - 1), interval: { low: Math.exp(estimate - half), high: Math.exp(estimate + half), method } };
}

function modelInWords({ period }: RatesInput, { theta }: CountFit): string {
  const effects = { none: "hotspot effects", weekday: "hotspot and weekday effects", day: "hotspot and day effects" }[period];
  return `${theta === null ? "Poisson" : "Negative binomial"}, ${effects}, errors clustered by hotspot (CR1)`;
}

function cautionsOf({ family, period, y, arms }: RatesInput, { theta, silent, clusters }: CountFit): string[] {
  const cautions: string[] = [];
  if (family === "negative-binomial" && theta === null) cautions.push("The counts vary no more than a Poisson's, so that the model is Poisson.");
  const [hotspots, periods = 0] = silent;
  if (hotspots > 0) cautions.push(`${count(hotspots)} ${hotspots === 1 ? "hotspot" : "hotspots"} without any event ${hotspots === 1 ? "says" : "say"} nothing of a ratio and ${hotspots === 1 ? "takes" : "take"} no part.`);
  if (periods > 0) cautions.push(`${count(periods)} ${period === "day" ? "days" : "weekdays"} without any event take no part.`);
  const events = [0, 0];
  arms.forEach((arm, row) => { if (arm !== LEFT_OUT) events[arm] += y[row]; });
  if (Math.min(...events) < FEW_EVENTS) cautions.push(`${count(events[1])} events on treatment and ${count(events[0])} on control location-days are few for a model: its interval is rough.`);
  if (clusters < FEW_CLUSTERS) cautions.push(`Errors clustered by ${clusters} hotspots are unsure themselves: with so few the test rejects somewhat too often.`);
  return cautions;
}

const FEW_EVENTS = 20;
const FEW_CLUSTERS = 20;
