// How often tests reject under the null, on invented trials with clustered, overdispersed counts.

import { chiSquared2x2 } from "../../core/stats/chiSquared2x2.ts";
import type { Factor } from "../../core/stats/counts/countDesign.ts";
import { clusterFactor } from "../../core/stats/counts/clusteredCovariance.ts";
import { type CountFit, fitCounts } from "../../core/stats/counts/fitCounts.ts";
import { geePoisson } from "../../core/stats/counts/geePoisson.ts";
import { chiSquaredTail } from "../../core/stats/incompleteGamma.ts";
import { twoSidedP } from "../../core/stats/normalTail.ts";
import type { Random } from "../../core/stats/random.ts";
import { twoSidedTP } from "../../core/stats/studentT.ts";
import { meanSummary } from "../../core/trial/evaluate/compareMeans.ts";
import { splitByArm } from "../../core/trial/evaluate/splitByArm.ts";
import { exactRandomisation } from "../../core/trial/randomisation/exactRandomisation.ts";
import { plainTestSize } from "../../core/trial/randomisation/plainTestSize.ts";
import { type RandomisedBlock, randomisedBlocks } from "../../core/trial/randomisation/randomisedBlocks.ts";
import { valueBlocks } from "../../core/trial/randomisation/valueBlocks.ts";
import { blocksOf } from "../../core/trial/schedule/blocks.ts";
import { type InventedDesign, type InventedTrial, inventedTrial } from "../core/trial/randomisation/inventedTrial.ts";

export const LEVEL = 0.05;

/** Methods that claim their level however counts are clustered; the models, where hotspots are drawn anew each day. */
export const CLAIMING = [
  "exact randomisation, count",
  "exact randomisation, prevalence",
  "negative binomial, hotspot effects, clustered errors",
  "negative binomial, hotspot and day effects, clustered errors",
  "Poisson by GEE, days of a hotspot correlated, clustered errors",
] as const;
/** And those that take location-days as independent, or as Poisson. */
export const PLAIN = ["chi-squared, prevalence", "chi-squared with Yates' correction, prevalence", "Student's t, count", "negative binomial without effects, errors of the model", "Poisson without effects, errors of the model"] as const;
export type Method = (typeof CLAIMING)[number] | (typeof PLAIN)[number];

export interface ErrorRates {
  /** Share of trials without any effect in which p is at most the level; null where the method cannot be used. */
  readonly rejected: Readonly<Record<Method, number | null>>;
  /** What `plainTestSize` says, on average, of the t-test and of chi-squared. */
  readonly foretold: { readonly count: number; readonly prevalence: number };
}

export function errorRates(random: Random, design: InventedDesign, runs: number): ErrorRates {
  const methods = [...CLAIMING, ...PLAIN];
  const rejected = Object.fromEntries(methods.map((method) => [method, 0])) as Record<Method, number | null>;
  const foretold = { count: 0, prevalence: 0 };
  for (let run = 0; run < runs; run++) {
    const trial = inventedTrial(random, { ...design, ratio: 1 });
    const prevalence = trial.y.map((count) => (count > 0 ? 1 : 0));
    const blocks = blocksAsDrawn(trial, design.draw);
    const p = pValues(trial, prevalence, blocks, design.draw);
    for (const method of methods) {
      const value = p[method], before = rejected[method];
      rejected[method] = value === null || before === null ? null : before + (value <= LEVEL ? 1 / runs : 0);
    }
    foretold.count += plainTestSize(blocks, trial.y, LEVEL).size / runs;
    foretold.prevalence += plainTestSize(blocks, prevalence, LEVEL).size / runs;
  }
  return { rejected, foretold };
}

/** Drawn once for all days, a hotspot with all of its days is one item. */
function blocksAsDrawn({ units, days, arms }: InventedTrial, draw: InventedDesign["draw"]): readonly RandomisedBlock[] {
  if (draw === "day") return randomisedBlocks(blocksOf(units, days, "day", arms), units.length);
  return [{ items: units.map((_, unit) => ({ on: Array.from({ length: days }, (__, day) => day * units.length + unit), off: [] })), treated: units.map((_, unit) => arms[unit] === 1) }];
}

function pValues({ units, days, arms, y }: InventedTrial, prevalence: Float64Array, blocks: readonly RandomisedBlock[], draw: InventedDesign["draw"]): Record<Method, number | null> {
  const counts = splitByArm(y, arms), yes = splitByArm(prevalence, arms);
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const ofShares = chiSquared2x2(sum(yes.treatment), yes.treatment.length, sum(yes.control), yes.control.length);
  // The p-value alone: compareMeans and compareProportions work out every interval too.
  const t = meanSummary(counts.treatment), c = meanSummary(counts.control), df = t.n + c.n - 2;
  const student = (t.mean - c.mean) / Math.sqrt((((t.n - 1) * t.variance + (c.n - 1) * c.variance) / df) * (1 / t.n + 1 / c.n));
  const row = Uint32Array.from(y.keys());
  const hotspots: Factor = { level: row.map((i) => i % units.length), levels: units.length };
  const ofDays: Factor = { level: row.map((i) => Math.floor(i / units.length)), levels: days };
  const fit = (family: "poisson" | "negative-binomial", effects: readonly Factor[]): CountFit => fitCounts({ y, columns: [Float64Array.from(arms)], effects, family, cluster: hotspots });
  const byModel = ({ coefficients, covariance }: CountFit): number => twoSidedP(coefficients[0] / Math.sqrt(covariance.model[0][0]));
  // As rateEstimate, which refuses where a hotspot has days of one arm only: its own effect could not be told from that of treatment.
  const clustered = (...effects: readonly Factor[]): number | null => {
    if (draw === "period") return null;
    const { coefficients, covariance, clusters, rows, rank } = fit("negative-binomial", effects);
    return twoSidedTP(coefficients[0] / Math.sqrt(covariance.cr0[0][0] * clusterFactor("CR1", clusters, rows, rank)), clusters - 1);
  };
  const gee = geePoisson({ y, columns: [Float64Array.from(arms)], cluster: hotspots });
  return {
    "exact randomisation, count": exactRandomisation(valueBlocks(blocks, y))!.p,
    "exact randomisation, prevalence": exactRandomisation(valueBlocks(blocks, prevalence))!.p,
    "negative binomial, hotspot effects, clustered errors": clustered(hotspots),
    "negative binomial, hotspot and day effects, clustered errors": clustered(hotspots, ofDays),
    "Poisson by GEE, days of a hotspot correlated, clustered errors": twoSidedTP(gee.coefficients[1] / Math.sqrt(gee.covariance.robust[1][1] * clusterFactor("CR1", gee.clusters, y.length, 2)), gee.clusters - 1),
    "chi-squared, prevalence": chiSquaredTail(ofShares.plain, 1),
    "chi-squared with Yates' correction, prevalence": chiSquaredTail(ofShares.yates, 1),
    "Student's t, count": twoSidedTP(student, df),
    "negative binomial without effects, errors of the model": byModel(fit("negative-binomial", [])),
    "Poisson without effects, errors of the model": byModel(fit("poisson", [])),
  };
}
