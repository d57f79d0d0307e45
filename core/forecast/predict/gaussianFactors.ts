// One axis of an event's kernel under every draw: Gaussians at the nodes of a level.

import { expMinus, expSigned } from "../kernel/fastExp.ts";
import type { Level } from "./levels.ts";

/** One number for each node along an axis and each draw, a row of draws a node. */
export interface Factors {
  /** nodes × draws. */
  values: Float64Array;
  first: number;
  nodes: number;
}

export interface FactorBuffer extends Factors {
  /** Makes room for the nodes from `first` to `last`; false where there is none. */
  cover(first: number, last: number): boolean;
  /** Times one number for each draw. */
  scale(by: Float64Array): void;
}

export function createFactorBuffer(draws: number): FactorBuffer {
  const buffer: FactorBuffer = {
    values: new Float64Array(64 * draws),
    first: 0,
    nodes: 0,
    cover(first, last) {
      if (last < first) return false;
      buffer.first = first;
      buffer.nodes = last - first + 1;
      if (buffer.values.length < buffer.nodes * draws) buffer.values = new Float64Array(2 * buffer.nodes * draws);
      return true;
    },
    scale(by) {
      for (let k = 0, i = 0; k < buffer.nodes; k++) for (let d = 0; d < draws; d++) buffer.values[i++] *= by[d];
    },
  };
  return buffer;
}

/**
 * Gaussians about `centre` at the nodes of a level, each short of its bandwidth by what the level's convolution adds, as far
 * as `reach` standard deviations of the widest: by recurrence, four exponentials a draw. False where no node is near.
 */
export function fillGaussians(
  into: FactorBuffer, { origin, spacing, nodes, rest }: Level, centre: number, bandwidths: Float64Array, widest: number, reach: number,
): boolean {
  const radius = reach * Math.sqrt(widest * widest - rest * rest);
  const first = Math.max(0, Math.ceil((centre - radius - origin) / spacing));
  const last = Math.min(nodes - 1, Math.floor((centre + radius - origin) / spacing));
  if (!into.cover(first, last)) return false;
  const offset = origin + first * spacing - centre;
  const draws = bandwidths.length;
  for (let d = 0; d < draws; d++) gaussianRow(into.values, d, draws, into.nodes, offset, spacing, Math.sqrt(bandwidths[d] * bandwidths[d] - rest * rest));
  return true;
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
