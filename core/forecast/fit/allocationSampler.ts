// Step 8 of the Gibbs sampler: for each latest event, which past event's kernel it came from; exact, though most kernels are never looked at.

import { logBesselI0e } from "../kernel/besselI0.ts";
import type { EventColumns } from "../kernel/eventColumns.ts";
import type { Events } from "../events.ts";
import { expMinus, expSigned } from "../kernel/fastExp.ts";
import type { Parameters } from "../forecast.ts";
import type { Covariate } from "../covariates.ts";
import { createCovariateFactors, type CovariateFactors } from "./covariateFactors.ts";
import { createCandidates, type Candidates } from "./candidates.ts";
import { orderEvents, type OrderedEvents } from "./orderEvents.ts";
import { RADIANS_PER_HOUR } from "../kernel/vonMises.ts";

export interface AllocationSampler {
  /**
   * (34): writes the past event (its place in `columns`) drawn for each latest event, by inversion of `uniforms` along a
   * fixed order of the events. Kernels that are left out are bounded together; where a uniform number falls so near to
   * a step that the bound could matter, the sum over all events decides. So the draws are those of brute force.
   * @returns how many draws needed all events.
   */
  draw(parameters: Parameters, uniforms: Float64Array, chosen: Int32Array): number;
  /** The same by brute force, for tests and benchmarks. */
  drawFromAll(parameters: Parameters, uniforms: Float64Array, chosen: Int32Array): void;
  /** The probabilities that (34) gives the past events, in the order of `columns`, for one latest event. */
  probabilities(parameters: Parameters, l: number): Float64Array;
}

/** For each event in order: α₁²A^(2β₁)/2, α₂²A^(2β₂)/2, τ, and the kernel's height times w/n. */
const STRIDE = 4;

export function createAllocationSampler(columns: EventColumns, logA: Float64Array, latest: Events, covariates: readonly Covariate[] = []): AllocationSampler {
  const ordered = orderEvents(columns, logA);
  const further = createCovariateFactors(covariates, columns, ordered, latest);
  const candidates = createCandidates(ordered, latest);
  const packed = new Float64Array(STRIDE * columns.count);
  const cosine = latest.hours.map((hour) => Math.cos(hour * RADIANS_PER_HOUR));
  const sine = latest.hours.map((hour) => Math.sin(hour * RADIANS_PER_HOUR));
  const reached = new Float64Array(columns.count);
  const all = Int32Array.from({ length: columns.count }, (_, j) => j);

  /** In logs, since a latest event far from every past one has kernels smaller than any number. */
  const drawAmongAll = (l: number, uniform: number): { parent: number; logTotal: number } => {
    let highest = -Infinity;
    for (let j = 0; j < ordered.count; j++) {
      const dx = latest.x[l] - ordered.x[j];
      const dy = latest.y[l] - ordered.y[j];
      const turn = Math.max(0, 1 - (cosine[l] * ordered.cosine[j] + sine[l] * ordered.sine[j]));
      const at = STRIDE * j;
      const log = Math.log(packed[at + 3]) - (packed[at] * dx * dx + packed[at + 1] * dy * dy + packed[at + 2] * turn) + further.log(l, j);
      reached[j] = log;
      if (log > highest) highest = log;
    }
    let total = 0;
    for (let j = 0; j < ordered.count; j++) reached[j] = total += expMinus(highest - reached[j]);
    return { parent: firstAbove(reached, ordered.count, uniform * total), logTotal: highest + Math.log(total) };
  };

  return {
    draw(parameters, uniforms, chosen) {
      const heaviest = weights(columns, parameters);
      further.follow(parameters);
      heaviest.most *= further.highest();
      candidates.follow(parameters, heaviest.most);
      pack(packed, ordered, candidates.used, parameters, heaviest.perEvent);
      let refined = 0;
      for (let l = 0; l < chosen.length; l++) {
        const { logTotal, parent } = fromCandidates(candidates, l, packed, uniforms[l], reached, heaviest.most, further);
        if (parent >= 0) {
          candidates.logTotal[l] = logTotal;
          chosen[l] = ordered.event[parent];
          continue;
        }
        if (refined++ === 0) pack(packed, ordered, all, parameters, heaviest.perEvent);
        const exact = drawAmongAll(l, uniforms[l]);
        candidates.logTotal[l] = exact.logTotal;
        chosen[l] = ordered.event[exact.parent];
      }
      if (refined > MANY) candidates.renew();
      return refined;
    },
    drawFromAll(parameters, uniforms, chosen) {
      further.follow(parameters);
      pack(packed, ordered, all, parameters, weights(columns, parameters).perEvent);
      for (let l = 0; l < chosen.length; l++) chosen[l] = ordered.event[drawAmongAll(l, uniforms[l]).parent];
    },
    probabilities(parameters, l) {
      further.follow(parameters);
      pack(packed, ordered, all, parameters, weights(columns, parameters).perEvent);
      drawAmongAll(l, 0);
      const total = reached[ordered.count - 1];
      const each = new Float64Array(ordered.count);
      for (let j = 0; j < ordered.count; j++) each[ordered.event[j]] = (reached[j] - (j > 0 ? reached[j - 1] : 0)) / total;
      return each;
    },
  };
}

/** So many sums over all events in one sweep cost more than new lists. */
const MANY = 6;

function weights({ sizes }: EventColumns, parameters: Parameters): { perEvent: Float64Array; most: number } {
  const perEvent = Float64Array.from(sizes, (size, i) => (size > 0 ? parameters.weights[i] / size : 0));
  return { perEvent, most: perEvent.reduce((a, b) => Math.max(a, b), 0) };
}

/** Fills in the events of `which`. The constant 1/(2π · 24) is left out, as in (16). */
function pack(packed: Float64Array, events: OrderedEvents, which: Int32Array, { alpha, beta }: Parameters, perEvent: Float64Array): void {
  const [alpha1, alpha2, alpha3] = alpha;
  const [beta1, beta2, beta3] = beta;
  const lambda = alpha3 > 0 ? 2 * Math.log(alpha3) : -Infinity;
  for (let k = 0; k < which.length; k++) {
    const j = which[k];
    const a = events.logA[j];
    const inverse1 = alpha1 * expSigned(beta1 * a);
    const inverse2 = alpha2 * expSigned(beta2 * a);
    const inverse3 = alpha3 * expSigned(beta3 * a);
    const at = STRIDE * j;
    packed[at] = 0.5 * inverse1 * inverse1;
    packed[at + 1] = 0.5 * inverse2 * inverse2;
    packed[at + 2] = inverse3 * inverse3;
    packed[at + 3] = (inverse1 * inverse2 * perEvent[events.block[j]]) / expMinus(-logBesselI0e(lambda + 2 * beta3 * a));
  }
}

/** Draws among the candidates; parent −1 where what was left out could change the draw. */
function fromCandidates(candidates: Candidates, l: number, packed: Float64Array, uniform: number, reached: Float64Array, heaviest: number, further: CovariateFactors): { logTotal: number; parent: number } {
  const from = candidates.first[l];
  const count = candidates.first[l + 1] - from;
  const shift = candidates.shift[l];
  const total =
    shift === 0 && further.none ? addKernels(candidates, from, count, packed, reached) : addShifted(candidates, l, from, count, packed, reached, shift, further);
  const missing = candidates.leftOut(l, heaviest);
  const target = uniform * total;
  const k = firstAbove(reached, count, target);
  const below = k > 0 ? reached[k - 1] : 0;
  const undecided = !(total > 0 && total < Infinity) || (missing > 0 && (below + missing > target || uniform * (total + missing) >= reached[k]));
  return undecided ? { logTotal: Infinity, parent: -1 } : { logTotal: Math.log(total) - shift, parent: candidates.event[from + k] };
}

function addKernels({ event, offsets }: Candidates, from: number, count: number, packed: Float64Array, reached: Float64Array): number {
  let total = 0;
  let o = 3 * from;
  for (let k = 0; k < count; k++, o += 3) {
    const at = STRIDE * event[from + k];
    total += packed[at + 3] * expMinus(packed[at] * offsets[o] + packed[at + 1] * offsets[o + 1] + packed[at + 2] * offsets[o + 2]);
    reached[k] = total;
  }
  return total;
}

function addShifted(
  { event, offsets }: Candidates, l: number, from: number, count: number, packed: Float64Array, reached: Float64Array, shift: number, further: CovariateFactors,
): number {
  let total = 0;
  let o = 3 * from;
  for (let k = 0; k < count; k++, o += 3) {
    const at = STRIDE * event[from + k];
    total += packed[at + 3] * expSigned(shift - (packed[at] * offsets[o] + packed[at + 1] * offsets[o + 1] + packed[at + 2] * offsets[o + 2]) + further.log(l, event[from + k]));
    reached[k] = total;
  }
  return total;
}

/** The first k with reached[k] > target; the last where rounding leaves none. */
function firstAbove(reached: Float64Array, count: number, target: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

