// Fits the self-exciting model by expectation and maximisation.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import { checkTimedEvents, timedEventsSchema, type SelfExciting } from "./selfExciting.ts";
import { backgroundAtEvents, inTime, pairsWithin, type Pairs } from "./selfExcitingPairs.ts";

export interface SelfExcitingFit extends SelfExciting {
  /** Share of the events that the fit takes for triggered. */
  readonly triggered: number;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  /**
   * The fitted trigger's shares that lie beyond the reach, in time and in space: where the first is large, the trigger is no
   * near repeat but makes up for a background of a bandwidth that does not fit.
   */
  readonly beyond: { readonly days: number; readonly metres: number };
  /** σ stopped at `smallestSd`: events repeat at the same coordinates, and the likelihood would have it go to 0. */
  readonly sdAtLimit: boolean;
  /** What each of the bandwidths came to; the likeliest was taken. */
  readonly tried: readonly { readonly bandwidth: number; readonly logLikelihood: number; readonly offspring: number }[];
}

const selfExcitingFitParams = z.strictObject({
  history: timedEventsSchema,
  from: z.number().describe("day on which the observation begins"),
  to: z.number().describe("day on which it ends"),
  bandwidths: z.array(z.number().positive()).min(1).default([100, 150, 200, 300, 400, 600, 800]).describe("of the background's Gaussian density, m: the likeliest is taken"),
  reachDays: z.number().positive().default(60).describe("pairs of events further apart are taken as unrelated, days"),
  reachMetres: z.number().positive().default(1000).describe("the same in space, m"),
  smallestSd: z.number().positive().default(10).describe("σ does not go below it: the precision of the coordinates, m"),
  tolerance: z.number().positive().default(1e-3).describe("ends when a step raises the log-likelihood by less"),
  maxIterations: z.int().positive().default(2000),
});

/**
 * Maximises log L = Σᵢ log λ(tᵢ, xᵢ) − μ T − θ Σₖ (1 − e^(−ω mₖ)), mₖ = min(to − tₖ, reach), by EM (Mohler et al. 2011,
 * section 3; Veen and Schoenberg, JASA 103 (2008)). E: the chance that event i is background, pᵢᵢ = μ b(xᵢ) / λᵢ, or triggered by
 * k, pᵢₖ = g / λᵢ. M: μ = Σ pᵢᵢ / T; σ² = Σ pᵢₖ r² / 2 Σ pᵢₖ; ω solves S/ω − Σ pᵢₖ t − S Σ m e^(−ω m) / Σ (1 − e^(−ω m)) = 0 with
 * S = Σ pᵢₖ; θ = S / Σ (1 − e^(−ω m)). The plane has no edge: offspring outside the study area count as not observed.
 * A background that is too wide or too narrow makes the trigger look stronger than it is; as b leaves out the event at which it is
 * read, the likelihoods of several bandwidths can be compared, and the largest says which to take.
 * @throws InputError for a history that is none, or too many pairs within reach
 */
export const selfExcitingFit = defineJob({
  title: "Fit the self-exciting model of near repeats",
  params: selfExcitingFitParams,
  run({ history, from, to, bandwidths, reachDays, reachMetres, smallestSd, tolerance, maxIterations }, { progress }): SelfExcitingFit {
    checkTimedEvents(history, from, to);
    const order = inTime(history);
    progress(0, "Finding pairs");
    const pairs = pairsWithin(history, order, { days: reachDays, metres: reachMetres });
    const exposure = exposureOf(history.days, to, reachDays);
    const limits: Limits = { span: to - from, smallestSd, tolerance, maxIterations };
    const fits = bandwidths.map((bandwidth, i) => {
      progress((i + 0.1) / bandwidths.length, `Background of ${bandwidth} m`);
      const density = backgroundAtEvents(history, order, bandwidth);
      const start = { background: order.length / 2 / (to - from), offspring: 0.5, decay: 4 / reachDays, sd: Math.max(smallestSd, reachMetres / 4), bandwidth };
      return climb(start, density, pairs, exposure, limits);
    });
    const best = fits.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
    return {
      ...best,
      beyond: { days: Math.exp(-best.decay * reachDays), metres: Math.exp(-0.5 * (reachMetres / best.sd) ** 2) },
      sdAtLimit: best.sd <= smallestSd,
      tried: fits.map(({ bandwidth, logLikelihood, offspring }) => ({ bandwidth, logLikelihood, offspring })),
    };
  },
});

interface Limits {
  readonly span: number;
  readonly smallestSd: number;
  readonly tolerance: number;
  readonly maxIterations: number;
}

function climb(start: SelfExciting, density: Float64Array, pairs: Pairs, exposure: Exposure, limits: Limits) {
  let model = start, before = -Infinity;
  for (let iterations = 0; ; iterations++) {
    const expected = expectation(model, density, pairs);
    const { background, offspring, decay } = model;
    const logLikelihood = expected.logSum - background * limits.span - offspring * sumOver(exposure, (m) => -Math.expm1(-decay * m));
    const converged = logLikelihood - before < limits.tolerance;
    if (converged || iterations === limits.maxIterations) {
      return { ...model, triggered: expected.triggered / density.length, logLikelihood, iterations, converged };
    }
    before = logLikelihood;
    model = maximisation(expected, exposure, limits, model);
  }
}

/** Sums over the chances of all pairs: how many are triggered, and their times and squared distances. */
interface Expected {
  readonly background: number;
  readonly triggered: number;
  readonly days: number;
  readonly metres2: number;
  readonly logSum: number;
}

function expectation({ background: mu, offspring, decay, sd }: SelfExciting, density: Float64Array, { first, since, distance2 }: Pairs): Expected {
  const scale = (offspring * decay) / (2 * Math.PI * sd ** 2), minus = -0.5 / sd ** 2;
  let background = 0, triggered = 0, days = 0, metres2 = 0, logSum = 0;
  for (let i = 0; i < density.length; i++) {
    let sum = 0, sumDays = 0, sumMetres2 = 0;
    for (let k = first[i]; k < first[i + 1]; k++) {
      const rate = scale * Math.exp(minus * distance2[k] - decay * since[k]);
      sum += rate;
      sumDays += rate * since[k];
      sumMetres2 += rate * distance2[k];
    }
    const own = mu * density[i], all = own + sum;
    background += own / all;
    triggered += sum / all;
    days += sumDays / all;
    metres2 += sumMetres2 / all;
    logSum += Math.log(all);
  }
  return { background, triggered, days, metres2, logSum };
}

/** How long each event was watched for offspring, days: most for the whole reach, the last ones for less. */
interface Exposure {
  readonly reach: number;
  readonly whole: number;
  readonly shorter: Float64Array;
}

function exposureOf(days: Float64Array, to: number, reach: number): Exposure {
  const shorter = days.map((day) => to - day).filter((watched) => watched < reach);
  return { reach, whole: days.length - shorter.length, shorter };
}

function sumOver({ reach, whole, shorter }: Exposure, of: (watched: number) => number): number {
  let sum = whole * of(reach);
  for (let i = 0; i < shorter.length; i++) sum += of(shorter[i]);
  return sum;
}

function maximisation({ background, triggered, days, metres2 }: Expected, exposure: Exposure, limits: Limits, before: SelfExciting): SelfExciting {
  const { smallestSd, span } = limits;
  const mu = background / span;
  // Nothing is triggered: how far and how fast cannot be said.
  if (triggered < 1e-9 * (triggered + background)) return { ...before, background: mu, offspring: 0 };
  const seen = (decay: number): number => sumOver(exposure, (m) => -Math.expm1(-decay * m));
  const slope = (decay: number): number => triggered / decay - days - (triggered * sumOver(exposure, (m) => m * Math.exp(-decay * m))) / seen(decay);
  // A decay slower than a tenth over the reach cannot be told from none; 1 % of the mean time since is faster than any.
  let low = Math.log(0.1 / exposure.reach), high = Math.log((100 * triggered) / days);
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (slope(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  const decay = Math.exp(low);
  return {
    background: mu,
    offspring: triggered / seen(decay),
    decay,
    sd: Math.max(smallestSd, Math.sqrt(metres2 / (2 * triggered))),
    bandwidth: before.bandwidth,
  };
}
