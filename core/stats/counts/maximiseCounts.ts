// The most likely coefficients and θ of a model of counts.

import { InputError } from "../../errors.ts";
import { type CountDesign, crossProduct, linearPredictor, normalEquations, type Parameters, secondParameters } from "./countDesign.ts";
import { type CountCells, dispersionDerivatives, logLikelihood, overdispersion, weightsAndResiduals } from "./negativeBinomial.ts";

export interface MostLikely {
  readonly parameters: Parameters;
  readonly mu: Float64Array;
  /** null: Poisson. */
  readonly theta: number | null;
  readonly logLikelihood: number;
}

/**
 * From the rates of the first factor's levels to a Poisson fit, and from there to a negative binomial with θ by the method of moments
 * to start from.
 * @param offset - added to ln μ of each row
 * @returns a Poisson fit too where a negative binomial was asked for and θ is without bound
 */
export function maximiseCounts(design: CountDesign, cells: CountCells, offset: Float64Array, family: "poisson" | "negative-binomial"): MostLikely {
  const exposure = crossProduct(design, cells.n.map((n, i) => n * Math.exp(offset[i]))).first, events = crossProduct(design, cells.y).first;
  const start = { first: events.map((sum, level) => Math.log(sum / exposure[level])), rest: new Float64Array(secondParameters(design) + design.columns.length) };
  const poisson = scored(design, cells, offset, start, null);
  if (family === "poisson") return poisson;
  const excess = overdispersion(cells, poisson.mu);
  if (excess <= 0) return poisson;
  const moment = poisson.mu.reduce((sum, m, i) => sum + cells.n[i] * m * m, 0) / excess;
  const fit = scored(design, cells, offset, poisson.parameters, Math.min(LARGEST_THETA / 10, Math.max(1e-3, moment)));
  return fit.theta === LARGEST_THETA ? poisson : fit;
}

/** With μ of at most a few events, nobody could tell it from a Poisson. */
const LARGEST_THETA = 1e7;
const MOST_STEPS = 200;

/** Fisher scoring, with half the step where that would be less likely; where θ is not null, a Newton step of ln θ after each, until neither moves. */
function scored(design: CountDesign, cells: CountCells, offset: Float64Array, start: Parameters, startTheta: number | null): MostLikely {
  let parameters = start, theta = startTheta;
  let { logMu, mu } = meansOf(design, parameters, offset);
  let best = logLikelihood(cells, logMu, mu, theta);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { weights, residuals } = weightsAndResiduals(cells, mu, theta);
    const change = normalEquations(design, weights).solve(crossProduct(design, residuals));
    for (let size = 1; ; size /= 2) {
      const tried = { first: moved(parameters.first, change.first, size), rest: moved(parameters.rest, change.rest, size) };
      const means = meansOf(design, tried, offset);
      const likelihood = logLikelihood(cells, means.logMu, means.mu, theta);
      // Rounding of a sum over thousands of rows is no loss.
      if (likelihood >= best - 1e-12 * Math.abs(best) || size < 1e-6) {
        [parameters, logMu, mu, best] = [tried, means.logMu, means.mu, likelihood];
        break;
      }
    }
    let turn = 0;
    if (theta !== null && theta < LARGEST_THETA) {
      const [slope, curvature] = dispersionDerivatives(cells, mu, theta);
      turn = curvature < 0 ? Math.max(-1, Math.min(1, -slope / curvature)) : Math.sign(slope);
      theta = Math.min(LARGEST_THETA, theta * Math.exp(turn));
      best = logLikelihood(cells, logMu, mu, theta);
    }
    if (Math.max(largest(change.first), largest(change.rest), Math.abs(turn)) < CLOSE) return { parameters, mu, theta, logLikelihood: best };
  }
  throw new InputError(`The model of counts did not settle within ${MOST_STEPS} steps: too few events for so many effects. Leave out the effects of days, or take a longer period.`);
}

/** Of a step; the error that is left is smaller again. */
const CLOSE = 1e-7;

const moved = (values: Float64Array, change: Float64Array, size: number): Float64Array => values.map((value, i) => value + size * change[i]);
const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function meansOf(design: CountDesign, parameters: Parameters, offset: Float64Array): { logMu: Float64Array; mu: Float64Array } {
  const logMu = linearPredictor(design, parameters), mu = new Float64Array(logMu.length);
  for (let i = 0; i < logMu.length; i++) {
    logMu[i] += offset[i];
    mu[i] = Math.exp(logMu[i]);
  }
  return { logMu, mu };
}
