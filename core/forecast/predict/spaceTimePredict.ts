// The predictive density of the next block in a daily window: the full integral over posterior draws, or the plug-in for one set of parameters.

import { InputError } from "../../errors.ts";
import type { Grid } from "../../geo/types.ts";
import { defineJob } from "../../job.ts";
import { floats, gridSchema, z } from "../../schema.ts";
import { adaptation as adaptationOf } from "../kernel/adaptation.ts";
import { checkBlocks, covariateSchema, type Covariate } from "../covariates.ts";
import { eventsSchema, windowSchema, type Events } from "../events.ts";
import type { Parameters } from "../forecast.ts";
import { exactSurfaceSums } from "./exactSurfaceSums.ts";
import { flatAdaptation } from "../kernel/spaceTimeDensity.ts";
import { parametersSchema } from "../fit/spaceTimeFit.ts";
import { meanParameters } from "../fit/summariseFit.ts";
import { fastSurfaceSums, type SurfaceSums } from "./surfaceSums.ts";

const shared = {
  history: z.array(eventsSchema).min(1).describe("past blocks, oldest first"),
  expert: eventsSchema.optional().describe("expert points for the block to come"),
  draws: z.array(parametersSchema).min(1).optional().describe("posterior draws, over which the density is averaged: the full integral (22)"),
  parameters: parametersSchema.optional().describe("one set of parameters instead: the plug-in (23)–(25)"),
  adaptation: z.array(floats("A of each event of a block")).optional().describe("A of (20)–(21), a list a block, expert first; computed where left out"),
  preliminary: parametersSchema.optional().describe("the preliminary run's means, from which A is computed; where left out, the means of the draws with the same bandwidths everywhere"),
  grid: gridSchema,
  covariates: z.array(covariateSchema).readonly().optional().describe("what the columns of every block's z are, (35)"),
  at: z.array(z.number()).readonly().optional().describe("the covariates' values in the block to come; left out: the density whatever they are"),
  exact: z.boolean().optional().describe("true: the plain sum over all events and draws; else fast, with a bound"),
};

export interface SpaceTimePrediction {
  /** (rows × columns), row 0 south: probability density over the plane, per m². */
  readonly values: Float64Array;
  /** No value differs from the sum over all events and draws by more than this share of the peak. */
  readonly bound: number;
  readonly peak: number;
  /** Probability that an event falls in the window at all: the denominator of (25). */
  readonly share: number;
}

/**
 * f̃(s) = Σ w/n N(sx; h₁) N(sy; h₂) ∫κ dt / Σ w/n ∫κ dt over the window (Sriram et al., arXiv 2602.23750, (25)), with
 * numerator and denominator each averaged over the draws where draws are given: the density of an event's place given
 * that it falls in the window, under the posterior predictive (22).
 */
export const spaceTimePredict = defineJob({
  title: "Predictive density of the next block in a daily window",
  params: z.strictObject({ ...shared, window: windowSchema }),
  run({ window, ...request }, { progress }): SpaceTimePrediction {
    return predictions([sumsOf({ ...request, windows: [window], part: 0, of: 1 }, progress)])[0];
  },
});

/** A share of the events, for several windows at once: sums of all parts make the densities (`predictions`). */
export const spaceTimeSurfaces = defineJob({
  title: "Sums for the predictive densities of several windows over a share of the events",
  params: z.strictObject({
    ...shared,
    windows: z.array(windowSchema).min(1),
    part: z.int().nonnegative().describe("which share, from 0"),
    of: z.int().min(1).describe("of how many"),
  }),
  run: (request, { progress }): SurfaceSums => sumsOf(request, progress),
});

interface SumsRequest {
  readonly history: readonly Events[];
  readonly expert?: Events;
  readonly draws?: readonly Parameters[];
  readonly parameters?: Parameters;
  readonly adaptation?: readonly Float64Array[];
  readonly preliminary?: Parameters;
  readonly grid: Grid;
  readonly exact?: boolean;
  readonly covariates?: readonly Covariate[];
  readonly at?: readonly number[];
  readonly windows: readonly (readonly [number, number])[];
  readonly part: number;
  readonly of: number;
}

function sumsOf(request: SumsRequest, progress: (fraction: number, note?: string) => void): SurfaceSums {
  const { history, expert, exact = false, grid, covariates = [], at, windows, part, of } = request;
  const blocks = expert ? [expert, ...history] : history;
  checkBlocks(blocks, expert !== undefined, at ? covariates : []);
  const draws = request.draws ?? (request.parameters ? [request.parameters] : null);
  if (!draws) throw new InputError("There are neither draws nor parameters to predict with. Give the draws of a fit, or one set of parameters.");
  const wrong = draws.find(({ weights }) => weights.length !== blocks.length);
  if (wrong) throw new InputError(`A draw has ${wrong.weights.length} weights and there are ${blocks.length} blocks; give one for each, the expert block first.`);
  if (blocks.every(({ x }) => x.length === 0)) throw new InputError("The blocks hold no event, so there is nothing to predict from. Take more blocks, or widen the filter.");
  if (at) {
    if (at.length !== covariates.length) throw new InputError(`There are ${at.length} values in "at" and ${covariates.length} covariates; give one for each.`);
    if (draws.some((draw) => draw.covariates?.length !== covariates.length)) throw new InputError("The draws hold no parameters of the covariates. Fit with the same covariates first.");
  }
  const pilot = request.preliminary ?? meanParameters(draws);
  const adaptation = flatAdaptation(request.adaptation ?? adaptationOf(blocks, pilot, exact).values, blocks);
  const sums = exact ? exactSurfaceSums : fastSurfaceSums;
  return sums({ blocks, adaptation, draws, grid, covariates, at, windows, part, of }, (fraction) => progress(fraction, "Predicting"));
}

/** Of all parts of one request: one density for each window. */
export function predictions(parts: readonly SurfaceSums[]): SpaceTimePrediction[] {
  const error = parts.reduce((sum, { numeratorError }) => sum + numeratorError, 0);
  const denominatorError = parts.reduce((sum, part) => sum + part.denominatorError, 0);
  const relative = parts.reduce((most, part) => Math.max(most, part.relativeError ?? 0), 0);
  return parts[0].numerators.map((_, k) => {
    const share = parts.reduce((sum, { denominators }) => sum + denominators[k], 0);
    const values = parts[0].numerators[k].slice();
    for (const { numerators } of parts.slice(1)) for (let i = 0; i < values.length; i++) values[i] += numerators[k][i];
    let peak = 0;
    for (let i = 0; i < values.length; i++) {
      values[i] = share > 0 ? values[i] / share : 0;
      if (values[i] > peak) peak = values[i];
    }
    return { values, peak, share, bound: peak > 0 ? error / share / peak + relative + denominatorError / share : 0 };
  });
}
