// Steps 1 to 7 of the Gibbs sampler: the full conditional of each parameter, given which event each latest one is a kernel's child of.

import { logBesselI0e } from "../kernel/besselI0.ts";

/** β on {0, 0.01, …, 0.99} and α₃ on {0, 0.01, …, 10}, as the paper restricts them. */
export const BETA_STEPS = 100;
export const ALPHA3_STEPS = 1001;
export const GRID_STEP = 0.01;

/** A grid point this many nats below the mode has a probability under 1e-17 and is 0. */
const NEGLIGIBLE = 40;

/** What the conditionals need of the latest events and their parents, n values each. */
export interface Offsets {
  /** (sx − x)², (sy − y)², m². */
  readonly dx2: Float64Array;
  readonly dy2: Float64Array;
  /** 1 − cos of the angle between the hours. */
  readonly turn: Float64Array;
  /** log A of the parent. */
  readonly logA: Float64Array;
}

/**
 * Steps 1 and 3: α² ~ Gamma((n+1)/2, rate S/2), S = Σ d² A^(2β). From (27) and (29): α^n exp(−S α²/2) is the density of
 * α, so α² has shape (n+1)/2; the Gamma printed in the paper is neither that nor of the right dimension.
 */
export function alphaSum(d2: Float64Array, logA: Float64Array, beta: number): number {
  let sum = 0;
  for (let l = 0; l < d2.length; l++) sum += d2[l] * Math.exp(2 * beta * logA[l]);
  return sum;
}

/** Steps 2 and 4, (28) and (30): log probability of each β of the grid, up to a constant: β Σ log A − α²/2 Σ d² A^(2β). */
export function betaLogPmf(d2: Float64Array, logA: Float64Array, alpha: number): Float64Array {
  const sums = new Float64Array(BETA_STEPS);
  let logs = 0;
  for (let l = 0; l < d2.length; l++) {
    logs += logA[l];
    const ratio = Math.exp(2 * GRID_STEP * logA[l]);
    let term = d2[l];
    for (let k = 0; k < BETA_STEPS; k++) {
      sums[k] += term;
      term *= ratio;
    }
  }
  const half = (alpha * alpha) / 2;
  return sums.map((sum, k) => k * GRID_STEP * logs - half * sum);
}

/**
 * Step 5, (31): log probability of each α₃ of the grid, up to a constant. With s = α₃² each term s·A^(2β)(cos − 1) −
 * log(e^(−τ) I₀(τ)) is concave in s, so the whole is unimodal: it is evaluated outwards from its mode until it is
 * negligible, −Infinity beyond.
 */
export function alpha3LogPmf({ turn, logA }: Pick<Offsets, "turn" | "logA">, beta3: number): Float64Array {
  const n = turn.length;
  const shift = logA.map((a) => 2 * beta3 * a);
  let turned = 0;
  for (let l = 0; l < n; l++) turned += Math.exp(shift[l]) * turn[l];
  const logs = new Float64Array(ALPHA3_STEPS).fill(-Infinity);
  const at = (k: number): number => {
    if (logs[k] !== -Infinity) return logs[k];
    const alpha = k * GRID_STEP;
    return (logs[k] = -alpha * alpha * turned - sumLogBessel(2 * Math.log(alpha), shift));
  };
  let low = 0;
  let high = ALPHA3_STEPS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) < at(middle + 1)) low = middle + 1;
    else high = middle;
  }
  const mode = at(low);
  for (let k = low - 1; k >= 0 && at(k) > mode - NEGLIGIBLE; k--);
  for (let k = low + 1; k < ALPHA3_STEPS && at(k) > mode - NEGLIGIBLE; k++);
  return logs;
}

function sumLogBessel(base: number, shift: Float64Array): number {
  let sum = 0;
  for (let l = 0; l < shift.length; l++) sum += logBesselI0e(base + shift[l]);
  return sum;
}

/** Step 6, (32): log probability of each β₃ of the grid, up to a constant. */
export function beta3LogPmf({ turn, logA }: Pick<Offsets, "turn" | "logA">, alpha3: number): Float64Array {
  const logs = new Float64Array(BETA_STEPS);
  if (alpha3 === 0) return logs;
  const base = 2 * Math.log(alpha3);
  for (let l = 0; l < turn.length; l++) {
    const step = 2 * GRID_STEP * logA[l];
    const ratio = Math.exp(step);
    let term = alpha3 * alpha3 * turn[l];
    for (let k = 0; k < BETA_STEPS; k++) {
      logs[k] -= term + logBesselI0e(base + k * step);
      term *= ratio;
    }
  }
  return logs;
}

/** Probabilities from their logarithms. */
export function normalised(logs: Float64Array): Float64Array {
  let most = -Infinity;
  for (const log of logs) if (log > most) most = log;
  let sum = 0;
  const pmf = logs.map((log) => Math.exp(log - most));
  for (const p of pmf) sum += p;
  return pmf.map((p) => p / sum);
}

/** The grid value of a uniform number: the first whose cumulative probability is above it. */
export function drawFromGrid(logs: Float64Array, uniform: number, step = GRID_STEP): number {
  const pmf = normalised(logs);
  let left = uniform;
  let last = 0;
  for (let k = 0; k < pmf.length; k++) {
    if (pmf[k] === 0) continue;
    last = k;
    left -= pmf[k];
    if (left < 0) break;
  }
  return last * step;
}

/** Step 7: counts f of parents in each block; w ~ Dirichlet(1 + f). */
export function blockCounts(chosen: Int32Array, block: Int32Array, blocks: number): Float64Array {
  const counts = new Float64Array(blocks);
  for (const parent of chosen) counts[block[parent]] += 1;
  return counts;
}
