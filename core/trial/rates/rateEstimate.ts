// The ratio of the rates of treatment and control from a model of counts, and how it differs between two sets of hotspots.

import { InputError } from "../../errors.ts";
import { count } from "../../inWords.ts";
import { weekdayOf } from "../../incidents/selectIncidents.ts";
import type { Factor } from "../../stats/counts/countDesign.ts";
import { type CountFit, fitCounts } from "../../stats/counts/fitCounts.ts";
import type { Interval, RateEstimate } from "../evaluate/trialEvaluation.ts";
import { hasBothArms, type RateRows, rateRows, type RatesData, smallNumbers } from "./rateRows.ts";
import { ratioInference } from "./ratioInference.ts";

export interface RatesInput extends RatesData {
  /** Midnight of the first trial day's date, ms. */
  readonly first: number;
  readonly family: "poisson" | "negative-binomial";
  /** Beside the hotspots' own effects. */
  readonly period: "none" | "weekday" | "day";
}

/**
 * ln E y = ln(hours / 24) + hotspot + weekday or day + β treatment, errors clustered by hotspot.
 * @throws InputError where an arm has no events, or each hotspot is of one arm throughout, so that its effect and that of treatment are one
 */
export function rateEstimate(input: RatesInput): RateEstimate {
  const rows = rateRows(input), fit = fitted(input, rows, [rows.treatment]);
  return {
    outcome: input.outcome,
    model: modelInWords(input, fit),
    ...inferenceOf(fit, 0, input.level),
    logLikelihood: fit.logLikelihood,
    theta: fit.theta,
    cautions: [...cautionsOf(input, fit), ...smallNumbers(rows, fit.clusters)],
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
  const rows = rateRows(input);
  const product = rows.treatment.map((arm, i) => (inside.has(rows.hotspots.level[i]) ? arm : 0));
  const { ratio, interval, p } = inferenceOf(fitted(input, rows, [rows.treatment, product]), 1, input.level);
  return { ratio, interval, p };
}

function fitted({ first, hours, family, period }: RatesInput, rows: RateRows, columns: readonly Float64Array[]): CountFit {
  const { y, day, hotspots, offset } = rows;
  if (!hasBothArms(rows)) throw new InputError("Each hotspot is of one arm throughout, so that the effect of treatment cannot be told from the hotspots' own. Go by the randomisation test.");
  const periods: Record<RatesInput["period"], () => Factor[]> = {
    none: () => [],
    weekday: () => [{ level: day.map((d) => weekdayOf(first + d * DAY)), levels: 7 }],
    day: () => [{ level: day, levels: hours.length }],
  };
  return fitCounts({ y, columns, effects: [hotspots, ...periods[period]()], offset, family, cluster: hotspots });
}

const DAY = 86_400_000;

const inferenceOf = ({ coefficients, covariance, clusters, rows, rank }: CountFit, column: number, level: number): ReturnType<typeof ratioInference> =>
  ratioInference({ estimate: coefficients[column], cr0: covariance.cr0[column][column], clusters, rows, rank }, level);

function modelInWords({ period }: RatesInput, { theta }: CountFit): string {
  const effects = { none: "hotspot effects", weekday: "hotspot and weekday effects", day: "hotspot and day effects" }[period];
  return `${theta === null ? "Poisson" : "Negative binomial"}, ${effects}, errors clustered by hotspot (CR1)`;
}

function cautionsOf({ family, period }: RatesInput, { theta, silent }: CountFit): string[] {
  const cautions: string[] = [];
  if (family === "negative-binomial" && theta === null) cautions.push("The counts vary no more than a Poisson's, so that the model is Poisson.");
  const [hotspots, periods = 0] = silent;
  if (hotspots > 0) cautions.push(`${count(hotspots)} ${hotspots === 1 ? "hotspot without any event says nothing of a ratio and takes" : "hotspots without any event say nothing of a ratio and take"} no part.`);
  if (periods > 0) cautions.push(`${count(periods)} ${period === "day" ? "days" : "weekdays"} without any event take no part.`);
  return cautions;
}
