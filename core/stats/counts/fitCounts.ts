// Poisson and negative binomial regression of counts, with effects of many hotspots and days and errors clustered by hotspot.

import { InputError } from "../../errors.ts";
import { clusteredCovariance } from "./clusteredCovariance.ts";
import { type CountDesign, crossProduct, type Factor, linearPredictor, normalEquations, type Parameters, secondParameters } from "./countDesign.ts";
import { type CountTails, countTails, dispersionDerivatives, logLikelihood, overdispersion } from "./negativeBinomial.ts";

export interface CountModel {
  /** Whole numbers, 0 or more. */
  readonly y: Float64Array;
  /** Of which the coefficients are asked: treatment (1 or 0), its product with a subgroup, … */
  readonly columns: readonly Float64Array[];
  /** At most two, such as hotspots and weekdays; none: an intercept. */
  readonly effects?: readonly Factor[];
  /** ln of the exposure of each row. */
  readonly offset?: Float64Array;
  readonly family: "poisson" | "negative-binomial";
  /** Whose rows are not independent of each other; not given: of the first factor, or each row by itself. */
  readonly cluster?: Factor;
}

export interface CountFit {
  /** Of the columns: ln of the ratio of rates for one more. */
  readonly coefficients: Float64Array;
  /** Of the coefficients: (Xᵀ W X)⁻¹ with expected weights, θ held, and the sandwich CR0, bread × Σ_g u_g u_gᵀ × bread. */
  readonly covariance: { readonly model: readonly Float64Array[]; readonly cr0: readonly Float64Array[] };
  /** Rows, parameters and clusters that took part. */
  readonly rows: number;
  readonly rank: number;
  readonly clusters: number;
  /** Variance μ + μ²/θ; null: Poisson, asked for or fallen back to. */
  readonly theta: number | null;
  /** True where a negative binomial was asked for and the counts vary no more than the Poisson's. */
  readonly notOverdispersed: boolean;
  readonly logLikelihood: number;
  /** Effects of the first factor's levels (the intercept, where there is none), the second's reference level held; −∞ for a level without events. */
  readonly effects: Float64Array;
  /** Levels of each factor without any event: their rows say nothing of a ratio, and take no part. */
  readonly silent: readonly number[];
}

/**
 * E y = exp(offset + effects + Σ βⱼ xⱼ), variance μ or μ + μ²/θ (NB2), by maximum likelihood: Fisher scoring for β and Newton steps
 * for ln θ in turn, until neither moves (Venables and Ripley 2002, 7.4; R: glm, MASS::glm.nb).
 * @throws InputError where a column has no events on one side, or follows from the effects
 */
export function fitCounts({ y, columns, effects = [], offset, family, cluster }: CountModel): CountFit {
  const events = effects.map(({ level, levels }) => {
    const sums = new Float64Array(levels);
    for (let i = 0; i < y.length; i++) sums[level[i]] += y[i];
    return sums;
  });
  const heard: number[] = [];
  for (let i = 0; i < y.length; i++) if (effects.every(({ level }, f) => events[f][level[i]] > 0)) heard.push(i);
  if (heard.length === 0 || y.every((value) => value === 0)) throw new InputError("There is no event to fit a rate to. Choose an outcome or days that have some.");
  const kept = Uint32Array.from(heard);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, (i) => values[i]);
  const places = effects.map((factor, f) => renumbered(factor, kept, events[f]));
  const design: CountDesign = {
    rows: kept.length,
    first: places[0] ?? { level: new Uint32Array(kept.length), levels: 1 },
    second: places[1] ?? null,
    columns: columns.map(pick),
  };
  const counts = pick(y);
  requireEventsOnBothSides(design, counts);
  const fitted = maximised(design, counts, offset ? pick(offset) : null, family);
  const groups = cluster ? { level: Uint32Array.from(kept, (i) => cluster.level[i]), levels: cluster.levels } : (places[0] ?? { level: Uint32Array.from(kept.keys()), levels: kept.length });
  const { parameters, mu, theta } = fitted;
  const weights = mu.map((m) => m / (1 + (theta === null ? 0 : m / theta)));
  const equations = normalEquations(design, weights);
  const covariance = clusteredCovariance(design, equations, residuals(counts, mu, theta), groups);
  const firstEvents = events[0];
  let next = 0;
  return {
    coefficients: parameters.rest.slice(secondParameters(design)),
    covariance,
    rows: kept.length,
    rank: equations.rank,
    clusters: new Set(groups.level).size,
    theta,
    notOverdispersed: fitted.notOverdispersed,
    logLikelihood: fitted.logLikelihood,
    effects: firstEvents ? firstEvents.map((sum) => (sum > 0 ? parameters.first[next++] : -Infinity)) : parameters.first,
    silent: events.map((sums) => sums.reduce((number, sum) => number + (sum === 0 ? 1 : 0), 0)),
  };
}

/** The levels that have events, numbered anew, of the rows that are kept. */
function renumbered({ level }: Factor, kept: Uint32Array, events: Float64Array): Factor {
  let levels = 0;
  const number = Uint32Array.from(events, (sum) => (sum > 0 ? levels++ : 0));
  return { level: Uint32Array.from(kept, (i) => number[level[i]]), levels };
}

/** A column of ones and zeros with events on one side only has an infinite coefficient. */
function requireEventsOnBothSides({ columns }: CountDesign, y: Float64Array): void {
  columns.forEach((column, j) => {
    if (!column.every((x) => x === 0 || x === 1)) return;
    let ones = 0, zeros = 0;
    for (let i = 0; i < y.length; i++) if (column[i] === 1) ones += y[i]; else zeros += y[i];
    if (ones === 0 || zeros === 0) {
      throw new InputError(`Where column ${j + 1} of the model is ${ones === 0 ? 1 : 0} (1: treatment) there are no events, so that there is no ratio to fit. Say the counts, or take a longer period.`);
    }
  });
}

const residuals = (y: Float64Array, mu: Float64Array, theta: number | null): Float64Array =>
  y.map((value, i) => (value - mu[i]) / (1 + (theta === null ? 0 : mu[i] / theta)));

interface Maximised {
  readonly parameters: Parameters;
  readonly mu: Float64Array;
  readonly theta: number | null;
  readonly notOverdispersed: boolean;
  readonly logLikelihood: number;
}

/** From the levels' own rates to a Poisson fit, and from there to a negative binomial. */
function maximised(design: CountDesign, y: Float64Array, offset: Float64Array | null, family: CountModel["family"]): Maximised {
  const tails = countTails(y);
  const ones = Float64Array.from({ length: design.rows }, (_, i) => Math.exp(offset?.[i] ?? 0));
  const exposure = crossProduct(design, ones).first, events = crossProduct(design, y).first;
  const rest = new Float64Array(secondParameters(design) + design.columns.length);
  const start = { first: events.map((sum, level) => Math.log(sum / exposure[level])), rest };
  const poisson = scored(design, y, offset, tails, start, null);
  if (family === "poisson") return { ...poisson, notOverdispersed: false };
  const excess = overdispersion(y, poisson.mu);
  if (excess <= 0) return { ...poisson, notOverdispersed: true };
  const moment = poisson.mu.reduce((sum, m) => sum + m * m, 0) / excess;
  const fit = scored(design, y, offset, tails, poisson.parameters, Math.min(LARGEST_THETA / 10, Math.max(1e-3, moment)));
  return fit.theta! >= LARGEST_THETA ? { ...poisson, notOverdispersed: true } : { ...fit, notOverdispersed: false };
}

const LARGEST_THETA = 1e7;
const MOST_STEPS = 200;

/** Fisher scoring; where θ is not null, with a Newton step of ln θ after each step of the coefficients. */
function scored(design: CountDesign, y: Float64Array, offset: Float64Array | null, tails: CountTails, start: Parameters, startTheta: number | null): Omit<Maximised, "notOverdispersed"> {
  let parameters = start, theta = startTheta;
  let { logMu, mu } = meansOf(design, parameters, offset);
  let best = logLikelihood(y, logMu, mu, theta, tails);
  for (let step = 0; step < MOST_STEPS; step++) {
    const weights = mu.map((m) => m / (1 + (theta === null ? 0 : m / theta)));
    const change = normalEquations(design, weights).solve(crossProduct(design, residuals(y, mu, theta)));
    let size = 1;
    for (; ; size /= 2) {
      const tried = { first: moved(parameters.first, change.first, size), rest: moved(parameters.rest, change.rest, size) };
      const means = meansOf(design, tried, offset);
      const likelihood = logLikelihood(y, means.logMu, means.mu, theta, tails);
      if (likelihood >= best - SLACK * Math.abs(best) || size < 1e-6) {
        [parameters, logMu, mu, best] = [tried, means.logMu, means.mu, likelihood];
        break;
      }
    }
    let turn = 0;
    if (theta !== null) {
      const [slope, curvature] = dispersionDerivatives(y, mu, theta, tails);
      turn = curvature < 0 ? Math.max(-1, Math.min(1, -slope / curvature)) : Math.sign(slope);
      theta = Math.min(LARGEST_THETA, theta * Math.exp(turn));
      best = logLikelihood(y, logMu, mu, theta, tails);
      if (theta === LARGEST_THETA) turn = 0;
    }
    if (Math.max(largest(change.first), largest(change.rest)) < CLOSE && Math.abs(turn) < CLOSE) return { parameters, mu, theta, logLikelihood: best };
  }
  throw new InputError(`The model of counts did not settle within ${MOST_STEPS} steps: too few events for so many effects. Leave out the effects of days, or take a longer period.`);
}

/** Rounding of a log-likelihood of thousands of rows; steps smaller than `CLOSE` are of the size of the errors of what is told. */
const SLACK = 1e-12;
const CLOSE = 1e-8;

const moved = (values: Float64Array, change: Float64Array, size: number): Float64Array => values.map((value, i) => value + size * change[i]);
const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function meansOf(design: CountDesign, parameters: Parameters, offset: Float64Array | null): { logMu: Float64Array; mu: Float64Array } {
  const logMu = linearPredictor(design, parameters);
  if (offset) for (let i = 0; i < logMu.length; i++) logMu[i] += offset[i];
  return { logMu, mu: logMu.map(Math.exp) };
}
