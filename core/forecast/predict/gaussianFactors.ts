// One axis of an event's kernel under every draw: Gaussians at the nodes of a level.

import { expMinus, expSigned } from "../kernel/fastExp.ts";
import type { Level } from "./levels.ts";

/** Values of a Gaussian on the nodes of a level, a row of draws for each node: made by recurrence, three exponentials a draw. */
export interface Factors {
  /** nodes × draws. */
  values: Float64Array;
  first: number;
  nodes: number;
}

export function createFactors(draws: number): Factors & {
  fill(level: Level, centre: number, bandwidths: Float64Array, widest: number, reach: number): boolean;
  scale(by: Float64Array): void;
} {
  const factors = {
    values: new Float64Array(64 * draws),
    first: 0,
    nodes: 0,
    /** False where no node is near. */
    fill({ origin, spacing, nodes, rest }: Level, centre: number, bandwidths: Float64Array, widest: number, reach: number): boolean {
      const radius = reach * Math.sqrt(widest * widest - rest * rest);
      const first = Math.max(0, Math.ceil((centre - radius - origin) / spacing));
      const last = Math.min(nodes - 1, Math.floor((centre + radius - origin) / spacing));
      if (last < first) return false;
      factors.first = first;
      factors.nodes = last - first + 1;
      if (factors.values.length < factors.nodes * draws) factors.values = new Float64Array(2 * factors.nodes * draws);
      const offset = origin + first * spacing - centre;
      for (let d = 0; d < draws; d++) gaussianRow(factors.values, d, draws, factors.nodes, offset, spacing, Math.sqrt(bandwidths[d] * bandwidths[d] - rest * rest));
      return true;
    },
    scale(by: Float64Array): void {
      for (let k = 0, i = 0; k < factors.nodes; k++) for (let d = 0; d < draws; d++) factors.values[i++] *= by[d];
    },
  };
  return factors;
}

/**
 * exp(−(offset + k spacing)²/2s²)/s at every k, from the node nearest to the centre to both sides: neighbours differ by a
 * factor that itself changes by a constant factor.
 */
function gaussianRow(values: Float64Array, d: number, draws: number, nodes: number, offset: number, spacing: number, s: number): void {
  const inverse = 1 / s;
  const step = spacing * inverse;
  const middle = Math.max(0, Math.min(nodes - 1, Math.round(-offset / spacing)));
  const u = (offset + middle * spacing) * inverse;
  if (step > 8 || Math.abs(step * u) > 50) {
    for (let k = 0; k < nodes; k++) values[k * draws + d] = inverse * expMinus(0.5 * ((offset + k * spacing) * inverse) ** 2);
    return;
  }
  const top = inverse * expMinus(0.5 * u * u);
  const half = expMinus(0.5 * step * step);
  const change = half * half;
  const tilt = expSigned(step * u);
  let value = top;
  let ratio = half / tilt;
  values[middle * draws + d] = top;
  for (let k = middle + 1; k < nodes; k++) {
    values[k * draws + d] = value *= ratio;
    ratio *= change;
  }
  value = top;
  ratio = half * tilt;
  for (let k = middle - 1; k >= 0; k--) {
    values[k * draws + d] = value *= ratio;
    ratio *= change;
  }
}
