// A, by which bandwidths follow the density: a preliminary density at every event over its geometric mean.

import type { Events } from "../events.ts";
import { eventColumns, eventWeights } from "./eventColumns.ts";
import { expMinus } from "./fastExp.ts";
import { besselI0e } from "./besselI0.ts";
import { RADIANS_PER_HOUR } from "./vonMises.ts";

/** The fixed-bandwidth density that A is made from. */
export interface Preliminary {
  /** 1/m, 1/m, 1/radian. */
  readonly alpha: readonly number[];
  /** One a block of `blocks`, in their order. */
  readonly weights: readonly number[];
}

/**
 * Standard deviations after which a kernel is left out. The own kernel is part of each sum, so that what is dropped is
 * under (largest weight / own weight) · n · exp(−cut²/2) of it: 1e-7 for 40,000 events whose blocks weigh up to five times theirs.
 */
const CUT = 7.5;

export interface Adaptation {
  /** f̂_p at the events, per m² and hour; their geometric mean; and A = f̂_p / G, a list a block. */
  readonly preliminary: readonly Float64Array[];
  readonly geometricMean: number;
  readonly values: readonly Float64Array[];
}

/**
 * A = f̂_p / G (Sriram et al., arXiv 2602.23750, (9), (21)): f̂_p is (7) with the same bandwidths everywhere, evaluated at
 * every event with the event's own kernel included, over all blocks (the expert one too); G is the geometric mean over
 * all events, so that A has no unit. Events of a block of weight 0 have no kernel, but an A.
 */
export function adaptation(blocks: readonly Events[], preliminary: Preliminary, exact = false, progress?: (fraction: number) => void): Adaptation {
  const columns = eventColumns(blocks);
  const { count, x, y, hours } = columns;
  const [alpha1, alpha2, alpha3] = preliminary.alpha;
  const weight = eventWeights(columns, preliminary.weights);
  const tau = alpha3 * alpha3;
  const scale = (alpha1 * alpha2) / (2 * Math.PI * 24 * besselI0e(tau));
  // In order of x, in standard deviations: pairs further apart than the cut are never looked at, and each pair once.
  const order = Int32Array.from({ length: count }, (_, j) => j).sort((a, b) => x[a] - x[b]);
  const u = Float64Array.from(order, (j) => x[j] * alpha1);
  const v = Float64Array.from(order, (j) => y[j] * alpha2);
  const cosine = Float64Array.from(order, (j) => Math.cos(hours[j] * RADIANS_PER_HOUR));
  const sine = Float64Array.from(order, (j) => Math.sin(hours[j] * RADIANS_PER_HOUR));
  const w = Float64Array.from(order, (j) => weight[j]);
  const sums = Float64Array.from(w);
  const limit = exact ? Infinity : 0.5 * CUT * CUT;
  for (let from = 0; from < count; from += 256) {
    progress?.(from / count);
    addPairs(from, Math.min(count, from + 256), u, v, cosine, sine, w, tau, limit, sums);
  }
  const density = new Float64Array(count);
  let logs = 0;
  for (let i = 0; i < count; i++) {
    density[order[i]] = sums[i] * scale;
    logs += Math.log(sums[i] * scale);
  }
  const geometricMean = Math.exp(logs / Math.max(1, count));
  return {
    preliminary: inBlocks(density, columns.sizes),
    geometricMean,
    values: inBlocks(density.map((f) => f / geometricMean), columns.sizes),
  };
}

/** Events `from` to `to` with all that come after them in x, both ways. */
function addPairs(
  from: number, to: number, u: Float64Array, v: Float64Array, cosine: Float64Array, sine: Float64Array, w: Float64Array, tau: number, limit: number, sums: Float64Array,
): void {
  const exact = limit === Infinity;
  const reach = exact ? Infinity : Math.sqrt(2 * limit);
  const count = u.length;
  for (let i = from; i < to; i++) {
    const ui = u[i];
    const vi = v[i];
    const ci = cosine[i];
    const si = sine[i];
    const wi = w[i];
    let sum = 0;
    for (let j = i + 1; j < count && u[j] - ui <= reach; j++) {
      const du = u[j] - ui;
      const dv = v[j] - vi;
      const distance = 0.5 * (du * du + dv * dv);
      if (distance > limit) continue;
      const e = distance + tau * (1 - (ci * cosine[j] + si * sine[j]));
      // 1 − cos can come out as −1e-16.
      const k = exact ? Math.exp(-e) : expMinus(e > 0 ? e : 0);
      sum += w[j] * k;
      sums[j] += wi * k;
    }
    sums[i] += sum;
  }
}

function inBlocks(flat: Float64Array, sizes: Int32Array): Float64Array[] {
  let at = 0;
  return Array.from(sizes, (size) => flat.slice(at, (at += size)));
}
