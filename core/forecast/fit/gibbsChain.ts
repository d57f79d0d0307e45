// One chain of the Gibbs sampler of section 9 (Sriram, Sinha and Choudhary, arXiv 2602.23750): steps 1 to 8, warm-up dropped.

import { drawGamma } from "../../stats/drawGamma.ts";
import type { Random } from "../../stats/random.ts";
import { createAllocationSampler } from "./allocationSampler.ts";
import type { Covariate, CovariateParameters } from "../covariates.ts";
import type { EventColumns } from "../kernel/eventColumns.ts";
import type { Events } from "../events.ts";
import type { Parameters } from "../forecast.ts";
import { alpha3LogPmf, alphaSum, betaLogPmf, beta3LogPmf, blockCounts, drawFromGrid, type Offsets } from "./gibbsConditionals.ts";
import { RADIANS_PER_HOUR } from "../kernel/vonMises.ts";

export interface ChainRequest {
  readonly columns: EventColumns;
  /** A of every event, in the order of the columns; all 1 in the preliminary run, in which β is not sampled. */
  readonly adaptation: Float64Array;
  readonly adaptive: boolean;
  /** Spatial models: α₃ = 0, and no time step. */
  readonly spatial: boolean;
  readonly equalWeights: boolean;
  readonly covariates: readonly Covariate[];
  readonly latest: Events;
  readonly start: Parameters;
  readonly warmup: number;
  readonly draws: number;
  readonly random: Random;
  readonly progress?: (fraction: number) => void;
}

export interface Chain {
  readonly draws: readonly Parameters[];
  /** How many allocations of all sweeps needed the sum over every event. */
  readonly refined: number;
}

export function gibbsChain(request: ChainRequest): Chain {
  const { columns, adaptive, spatial, latest, warmup, draws, random, progress } = request;
  const logA = request.adaptation.map(Math.log);
  const sampler = createAllocationSampler(columns, logA, latest, request.covariates);
  const chosen = new Int32Array(latest.x.length);
  const uniforms = new Float64Array(chosen.length);
  const kept: Parameters[] = [];
  let state = request.start;
  let refined = 0;
  const allocate = (): void => {
    for (let l = 0; l < uniforms.length; l++) uniforms[l] = random.uniform();
    refined += sampler.draw(state, uniforms, chosen);
  };
  allocate();
  const sweeps = warmup + draws;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const offsets = offsetsOf(columns, logA, latest, chosen);
    const last = state;
    state = drawParameters(state, offsets, { adaptive, spatial }, random);
    if (request.covariates.length > 0) state = { ...state, covariates: drawCovariates(request, last, offsets.logA, chosen, random) };
    state = { ...state, weights: request.equalWeights ? last.weights : drawWeights(blockCounts(chosen, columns.block, columns.sizes.length), columns.sizes, random) };
    allocate();
    if (sweep >= warmup) kept.push(state);
    progress?.((sweep + 1) / sweeps);
  }
  return { draws: kept, refined };
}

/** Of each latest event from its parent. */
export function offsetsOf({ x, y, hours }: EventColumns, logA: Float64Array, latest: Events, chosen: Int32Array): Offsets {
  const n = chosen.length;
  const offsets = { dx2: new Float64Array(n), dy2: new Float64Array(n), turn: new Float64Array(n), logA: new Float64Array(n) };
  for (let l = 0; l < n; l++) {
    const parent = chosen[l];
    offsets.dx2[l] = (latest.x[l] - x[parent]) ** 2;
    offsets.dy2[l] = (latest.y[l] - y[parent]) ** 2;
    offsets.turn[l] = 2 * Math.sin(((latest.hours[l] - hours[parent]) * RADIANS_PER_HOUR) / 2) ** 2;
    offsets.logA[l] = logA[parent];
  }
  return offsets;
}

/** Steps 1 to 6 in their order. */
function drawParameters(
  { alpha, beta, weights }: Parameters, offsets: Offsets, { adaptive, spatial }: { adaptive: boolean; spatial: boolean }, random: Random,
): Parameters {
  const { dx2, dy2, logA } = offsets;
  let [, , alpha3] = alpha;
  let [beta1, beta2, beta3] = beta;
  const alpha1 = drawAlpha(dx2, logA, beta1, alpha[0], random);
  if (adaptive) beta1 = drawFromGrid(betaLogPmf(dx2, logA, alpha1), random.uniform());
  const alpha2 = drawAlpha(dy2, logA, beta2, alpha[1], random);
  if (adaptive) beta2 = drawFromGrid(betaLogPmf(dy2, logA, alpha2), random.uniform());
  if (!spatial) {
    alpha3 = drawFromGrid(alpha3LogPmf(offsets, beta3), random.uniform());
    if (adaptive) beta3 = drawFromGrid(beta3LogPmf(offsets, alpha3), random.uniform());
  }
  return { alpha: [alpha1, alpha2, alpha3], beta: [beta1, beta2, beta3], weights };
}

/** As steps 1 and 2 for a continuous covariate; for a categorical one λ on a grid, its density λ^m (1 − λ)^(n−m) with m parents of another level. */
function drawCovariates({ covariates, columns, latest, adaptive }: ChainRequest, last: Parameters, logA: Float64Array, chosen: Int32Array, random: Random): CovariateParameters[] {
  return covariates.map((covariate, c): CovariateParameters => {
    const difference = Float64Array.from(chosen, (parent, l) => (latest.z?.[c][l] ?? 0) - columns.z[c][parent]);
    if (covariate.kind === "categorical") {
      const others = difference.reduce((sum, d) => sum + (d === 0 ? 0 : 1), 0);
      return [drawLambda(others, chosen.length - others, covariate.levels, random.uniform()), 0];
    }
    const [lastAlpha, lastBeta] = last.covariates?.[c] ?? [1, 0];
    const d2 = difference.map((d) => d * d);
    const alpha = drawAlpha(d2, logA, lastBeta, lastAlpha, random);
    return [alpha, adaptive ? drawFromGrid(betaLogPmf(d2, logA, alpha), random.uniform()) : 0];
  });
}

/** Flat on [0, (c − 1)/c], in a thousand steps. */
function drawLambda(others: number, same: number, levels: number, uniform: number): number {
  const step = (levels - 1) / levels / LAMBDA_STEPS;
  const logs = Float64Array.from({ length: LAMBDA_STEPS + 1 }, (_, k) => (others > 0 ? others * Math.log(k * step) : 0) + same * Math.log(1 - k * step));
  return drawFromGrid(logs, uniform, step);
}

const LAMBDA_STEPS = 1000;

function drawAlpha(d2: Float64Array, logA: Float64Array, beta: number, last: number, random: Random): number {
  const sum = alphaSum(d2, logA, beta);
  const squared = drawGamma(random, (d2.length + 1) / 2);
  // Every latest event exactly at its parent's coordinate: the conditional has no scale, and the sweep keeps the last one.
  return sum > 0 ? Math.sqrt((2 * squared) / sum) : last;
}

/** Dirichlet(1 + f) over the blocks that hold events; an empty one has no kernel and weighs 0. */
function drawWeights(counts: Float64Array, sizes: Int32Array, random: Random): number[] {
  const gammas = Array.from(sizes, (size, i) => (size > 0 ? drawGamma(random, 1 + counts[i]) : 0));
  const sum = gammas.reduce((a, b) => a + b, 0);
  return gammas.map((gamma) => gamma / sum);
}
