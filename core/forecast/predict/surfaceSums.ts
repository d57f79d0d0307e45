// Numerators and denominators of (25), summed over events and draws: what the full integral (22) and the plug-in share.

import type { Grid } from "../../geo/types.ts";
import { acrossRows } from "../../stats/band.ts";
import { highest } from "../../stats/kernelDensityDirect.ts";
import { covariateWeight, type Covariate } from "../covariates.ts";
import { eventColumns } from "../kernel/eventColumns.ts";
import { makeUpTheDay, type Events, type Window } from "../events.ts";
import { expSigned } from "../kernel/fastExp.ts";
import { createFactorBuffer, fillGaussians } from "./gaussianFactors.ts";
import type { Parameters } from "../forecast.ts";
import { meanParameters } from "../fit/summariseFit.ts";
import { ALIASING, axisLevels, levelFor, REST_CUT, type Level } from "./levels.ts";
import { addOuterProducts } from "./outerProducts.ts";
import { WINDOW_ERROR, createWindowTable } from "./windowTable.ts";

export interface SurfaceRequest {
  /** The expert block first where there is one. */
  readonly blocks: readonly Events[];
  /** A of (20)–(21) for every event, in the order of the blocks. */
  readonly adaptation: Float64Array;
  readonly draws: readonly Parameters[];
  readonly grid: Grid;
  readonly windows: readonly Window[];
  /** Covariates of the events' z, and their values for which the density is wanted; none: the density whatever they are. */
  readonly covariates?: readonly Covariate[];
  readonly at?: readonly number[];
  /** Only every `of`-th event from the `part`-th: sums of the parts add up. */
  readonly part: number;
  readonly of: number;
}

/** Sums over events of means over draws. */
export interface SurfaceSums {
  /** windows × cells (rows × columns, row 0 south): Σ w/n N N ∫κ, per m². */
  readonly numerators: readonly Float64Array[];
  /** windows: Σ w/n ∫κ. */
  readonly denominators: Float64Array;
  /** No numerator is off by more than this (per m²), no denominator by more than the other. */
  readonly numeratorError: number;
  /** And no numerator by more than this share of itself beyond that. */
  readonly relativeError?: number;
  readonly denominatorError: number;
}

/** Of the peak of the lowest window: what may be dropped in all. */
const SHARE = 1e-7;
/** Events that are looked at to guess that peak; the guess only sets the effort, the error is added up as it is. */
const SAMPLE = 8000;

/** (22) and (25) without the terms that do not matter, and with wide kernels spread on coarse nodes; the error is proved by what was left out. */
export function fastSurfaceSums(request: SurfaceRequest, progress: (fraction: number) => void = () => undefined): SurfaceSums {
  const mean = meanParameters(request.draws);
  const events = Math.max(1, request.adaptation.length);
  const stride = Math.max(1, Math.floor(events / SAMPLE));
  // 8,000 events at 3 standard deviations: a rough surface, never more than a hint.
  const rough = sumSurfaces({ ...request, draws: [mean], part: 0, of: stride }, { floor: 0, cut: 3 }, () => undefined);
  const lowest = stride * rough.numerators.reduce((least, values) => Math.min(least, highest(values)), Infinity);
  return sumSurfaces(request, { floor: (SHARE * lowest) / events, cut: 12 }, progress);
}

/** `floor`: a kernel's values under it are left out (per m²); `cut`: and those this many standard deviations out in any case. */
function sumSurfaces(request: SurfaceRequest, { floor, cut }: { floor: number; cut: number }, progress: (fraction: number) => void): SurfaceSums {
  const { blocks, adaptation, draws, grid, windows, part, of } = request;
  const columns = eventColumns(blocks);
  // The whole day bounds what the table's error can do: one more window, unless the windows make up the day themselves.
  const asked: readonly Window[] = makeUpTheDay(windows) ? windows : [...windows, [0, 24]];
  const channels = asked.length;
  const count = draws.length;
  const table = createWindowTable(asked, count);
  const logA = adaptation.map(Math.log);
  const heights = draws.map(({ weights }) => usableWeights(weights, columns.sizes).map((w) => w / count));
  const { alpha1, alpha2, logTau, beta1, beta2, beta3 } = drawColumns(draws);
  const widest = widestBandwidths(logA, alpha1, alpha2, beta1, beta2);
  const xLevels = axisLevels(grid, grid.origin.x, grid.columns, widest.x);
  const yLevels = axisLevels(grid, grid.origin.y, grid.rows, widest.y);
  const sums = new Map<number, Float64Array>();
  const at = { h1: new Float64Array(count), h2: new Float64Array(count), height: new Float64Array(count), logTau: new Float64Array(count) };
  const denominators = new Float64Array(windows.length);
  let dropped = 0;
  const x = createFactorBuffer(count);
  const y = createFactorBuffer(count);
  let whole = 0;
  for (let j = part, done = 0; j < columns.count; j += of, done++) {
    if ((done & 0x1ff) === 0) progress(j / columns.count);
    const a = logA[j];
    let narrowest1 = Infinity;
    let narrowest2 = Infinity;
    let widest1 = 0;
    let widest2 = 0;
    let peak = 0;
    let mass = 0;
    for (let d = 0; d < count; d++) {
      const h1 = 1 / (alpha1[d] * expSigned(beta1[d] * a));
      const h2 = 1 / (alpha2[d] * expSigned(beta2[d] * a));
      const weight = heights[d][columns.block[j]] * covariateWeight(request, columns, draws[d], j, adaptation[j]);
      at.h1[d] = h1;
      at.h2[d] = h2;
      at.height[d] = weight / (2 * Math.PI);
      at.logTau[d] = logTau[d] + 2 * beta3[d] * a;
      if (h1 < narrowest1) narrowest1 = h1;
      if (h1 > widest1) widest1 = h1;
      if (h2 < narrowest2) narrowest2 = h2;
      if (h2 > widest2) widest2 = h2;
      peak += weight / (2 * Math.PI * h1 * h2);
      mass += weight;
    }
    if (mass === 0) continue;
    whole += mass;
    table.fill(columns.hours[j], at.logTau);
    addDenominators(denominators, table.shares, at.height, windows.length, count);
    const lx = levelFor(xLevels, narrowest1);
    const ly = levelFor(yLevels, narrowest2);
    const most = peak * (1 + tailGain(xLevels[lx], widest1) + tailGain(yLevels[ly], widest2));
    const reach = floor > 0 ? Math.min(cut, Math.sqrt(2 * Math.max(0, Math.log(most / floor)))) : cut;
    dropped += most * (Math.exp(-0.5 * reach * reach) + BAND_TAIL);
    if (reach === 0) continue;
    if (!fillGaussians(x, xLevels[lx], columns.x[j], at.h1, widest1, reach)) continue;
    if (!fillGaussians(y, yLevels[ly], columns.y[j], at.h2, widest2, reach)) continue;
    x.scale(at.height);
    const key = ly * 64 + lx;
    let target = sums.get(key);
    if (!target) sums.set(key, (target = new Float64Array(xLevels[lx].nodes * yLevels[ly].nodes * channels)));
    addOuterProducts(target, xLevels[lx].nodes * channels, channels, x, y, table.shares, count);
  }
  const interleaved = gather(sums, xLevels, yLevels, grid, channels);
  const all = asked.map((_, k) => channel(interleaved, k, channels));
  const numerators = all.slice(0, windows.length);
  const day = asked.length > windows.length ? all[windows.length] : numerators.reduce((sum, values) => sum.map((value, i) => value + values[i]));
  return {
    numerators,
    denominators,
    numeratorError: dropped + WINDOW_ERROR * highest(day),
    relativeError: 2 * ALIASING,
    // Each share is off by so much of its weight; the weights add up to 1 where no covariate changes them.
    denominatorError: windows.every(([from, to]) => from === 0 && to === 24) ? 0 : whole * WINDOW_ERROR,
  };
}

/**
 * What is cut from the spread Gaussian has mass Q(reach) < exp(−reach²/2)/2 on the side that a place can be near to, and the
 * convolution, narrower than the kernel, can raise it by h / rest.
 */
const tailGain = ({ rest }: Level, widest: number): number => (rest === 0 ? 0 : (0.5 * widest) / rest);

/** The convolution's own cut, exp(−REST_CUT²/2) of its peak. */
const BAND_TAIL = 2 * Math.exp(-0.5 * REST_CUT * REST_CUT);

/** All levels onto the cells: across rows level by level, then along them. cells × channels. */
function gather(sums: ReadonlyMap<number, Float64Array>, xLevels: readonly Level[], yLevels: readonly Level[], grid: Grid, channels: number): Float64Array {
  const result = new Float64Array(grid.rows * grid.columns * channels);
  xLevels.forEach(({ nodes, band }, lx) => {
    const width = nodes * channels;
    let rows: Float64Array | null = null;
    yLevels.forEach((level, ly) => {
      const sum = sums.get(ly * 64 + lx);
      if (!sum) return;
      const made = level.band ? acrossRows(level.band, sum, width) : sum;
      if (rows === null) rows = made;
      else for (let i = 0; i < rows.length; i++) rows[i] += made[i];
    });
    if (rows === null) return;
    for (let r = 0; r < grid.rows; r++) {
      const row = (rows as Float64Array).subarray(r * width, (r + 1) * width);
      const made = band ? acrossRows(band, row, channels) : row;
      const to = r * grid.columns * channels;
      for (let i = 0; i < made.length; i++) result[to + i] += made[i];
    }
  });
  return result;
}

function addDenominators(denominators: Float64Array, shares: Float64Array, height: Float64Array, windows: number, draws: number): void {
  for (let k = 0; k < windows; k++) {
    let sum = 0;
    for (let d = 0; d < draws; d++) sum += height[d] * shares[k * draws + d];
    denominators[k] += 2 * Math.PI * sum;
  }
}

/** w/n of each block; an empty block's weight goes to the others, as if it were not there. */
export function usableWeights(weights: readonly number[], sizes: Int32Array): number[] {
  const usable = weights.reduce((sum, w, i) => sum + (sizes[i] > 0 ? w : 0), 0);
  return weights.map((w, i) => (sizes[i] > 0 && usable > 0 ? w / usable / sizes[i] : 0));
}

function drawColumns(draws: readonly Parameters[]) {
  const column = (of: (draw: Parameters) => number): Float64Array => Float64Array.from(draws, of);
  return {
    alpha1: column(({ alpha }) => alpha[0]),
    alpha2: column(({ alpha }) => alpha[1]),
    logTau: column(({ alpha }) => (alpha[2] > 0 ? 2 * Math.log(alpha[2]) : -Infinity)),
    beta1: column(({ beta }) => beta[0]),
    beta2: column(({ beta }) => beta[1]),
    beta3: column(({ beta }) => beta[2]),
  };
}

function widestBandwidths(logA: Float64Array, alpha1: Float64Array, alpha2: Float64Array, beta1: Float64Array, beta2: Float64Array): { x: number; y: number } {
  const lowest = logA.reduce((a, b) => Math.min(a, b), 0);
  let x = 0;
  let y = 0;
  alpha1.forEach((_, d) => {
    x = Math.max(x, 1 / (alpha1[d] * Math.exp(beta1[d] * lowest)));
    y = Math.max(y, 1 / (alpha2[d] * Math.exp(beta2[d] * lowest)));
  });
  return { x, y };
}

function channel(interleaved: Float64Array, k: number, channels: number): Float64Array {
  const values = new Float64Array(interleaved.length / channels);
  for (let i = 0, from = k; i < values.length; i++, from += channels) values[i] = interleaved[from];
  return values;
}
