// The past events that can matter to each latest one, kept while the parameters move little: what is left out has a proven bound.

import type { Events } from "../events.ts";
import type { OrderedEvents } from "./orderEvents.ts";
import { logBesselI0e } from "../kernel/besselI0.ts";
import type { Parameters } from "../forecast.ts";
import { RADIANS_PER_HOUR } from "../kernel/vonMises.ts";

export interface Candidates {
  /** Candidates of latest event l are first[l] … first[l + 1]. */
  first: Int32Array;
  /** In the sampler's order, ascending for each l. */
  event: Int32Array;
  /** (dx², dy², 1 − cos Δt) of each, interleaved. */
  offsets: Float64Array;
  /** All events that are anybody's candidate. */
  used: Int32Array;
  /** Log of the sum of all kernels at each latest event as last seen, Infinity = not yet: sets how small a kernel may be left out. */
  readonly logTotal: Float64Array;
  /** Kernels at l are to be taken times exp(shift[l]): far from every past event they are smaller than any number. 0 for most. */
  readonly shift: Float64Array;
  /** Makes the lists anew where the parameters have moved too far for the bound, or so that they are needlessly long. */
  follow(parameters: Parameters, heaviest: number): void;
  /** Has the lists made anew at the next draw. */
  renew(): void;
  /** Upper bound on the sum of the kernels that are not candidates of l, times exp(shift[l]), with `heaviest` = max w/n. */
  leftOut(l: number, heaviest: number): number;
}

/** Everything left out together should be under this share of the sum: then one draw in some thousands needs all events. */
const SHARE = 1e-6;
/** How far the parameters may move, in log, before the lists are made anew: at A = 1, and more where A is far from it. */
const SLACK = 0.12;
const SLACK_PER_LOG_A = 0.09;
/** Lists longer than needed by this much (in log of the area reached) are made anew too; and in any case after so many draws. */
const LOOSE = 0.5;
const LONGEST = 60;
/** Where the posterior is wide, lists that live shorter than this get more slack: fewer and longer lists. */
const SHORTEST = 8;

export function createCandidates(events: OrderedEvents, latest: Events): Candidates {
  const n = latest.x.length;
  const latestCosine = latest.hours.map((hour) => Math.cos(hour * RADIANS_PER_HOUR));
  const latestSine = latest.hours.map((hour) => Math.sin(hour * RADIANS_PER_HOUR));
  let generosity = 1;
  const slack = events.groups.map(() => 0);
  const setSlack = (): void =>
    events.groups.forEach(({ lowest, highest }, g) => {
      slack[g] = Math.min(1.2, generosity * (SLACK + SLACK_PER_LOG_A * Math.max(Math.abs(lowest), Math.abs(highest))));
    });
  /** Log of the largest kernel, without weight, that was left out of each list. */
  const threshold = new Float64Array(n);
  let built: Parameters | null = null;
  let age = 0;
  /** Log of how much higher a left-out kernel may be by now than when the lists were made. */
  let growth = 0;

  const lists: Candidates = {
    first: new Int32Array(n + 1),
    event: new Int32Array(1024),
    offsets: new Float64Array(3 * 1024),
    used: new Int32Array(0),
    logTotal: new Float64Array(n).fill(Infinity),
    shift: new Float64Array(n),
    renew: () => void (age = LONGEST),
    follow(parameters, heaviest) {
      age += 1;
      growth = built ? moved(built, parameters) : Infinity;
      if (growth <= 1 && age < LONGEST) return;
      generosity = Math.max(0.7, Math.min(8, generosity * (age < SHORTEST ? 1.25 : age > 3 * SHORTEST ? 0.9 : 1)));
      setSlack();
      build(parameters, heaviest);
      built = parameters;
      growth = 0;
      age = 0;
    },
    leftOut: (l, heaviest) => (events.count - (lists.first[l + 1] - lists.first[l])) * heaviest * Math.exp(threshold[l] + growth + lists.shift[l]),
  };

  /** Infinity where some kernel may now reach further than its slack; otherwise the growth of heights, 0 or more. */
  function moved(from: Parameters, to: Parameters): number {
    const ratio1 = Math.log(to.alpha[0] / from.alpha[0]);
    const ratio2 = Math.log(to.alpha[1] / from.alpha[1]);
    if (ratio1 + ratio2 > LOOSE * generosity) return Infinity;
    const ratio3 = Math.log(to.alpha[2] / from.alpha[2]);
    let most = 0;
    for (let g = 0; g < events.groups.length; g++) {
      const { lowest, highest } = events.groups[g];
      for (const a of [lowest, highest]) {
        const r1 = ratio1 + (to.beta[0] - from.beta[0]) * a;
        const r2 = ratio2 + (to.beta[1] - from.beta[1]) * a;
        if (2 * r1 < -slack[g] || 2 * r2 < -slack[g]) return Infinity;
        // −log(e^(−τ) I₀) rises by at most half of what log τ = 2 log α₃ + 2β₃ log A rises.
        const r3 = to.alpha[2] === from.alpha[2] ? 0 : ratio3;
        const height = r1 + r2 + Math.max(0, r3 + (to.beta[2] - from.beta[2]) * a);
        if (height > most) most = height;
      }
    }
    return most;
  }

  function build(parameters: Parameters, heaviest: number): void {
    const [alpha1, alpha2, alpha3] = parameters.alpha;
    const [beta1, beta2, beta3] = parameters.beta;
    const lambda = alpha3 > 0 ? 2 * Math.log(alpha3) : -Infinity;
    const half1 = new Float64Array(events.count);
    const half2 = new Float64Array(events.count);
    const height = new Float64Array(events.count);
    const groups = events.groups.map(({ from, to, lowest }, g) => {
      const give = Math.exp(-slack[g]);
      let highest = -Infinity;
      for (let j = from; j < to; j++) {
        const a = events.logA[j];
        half1[j] = 0.5 * give * (alpha1 * Math.exp(beta1 * a)) ** 2;
        half2[j] = 0.5 * give * (alpha2 * Math.exp(beta2 * a)) ** 2;
        height[j] = Math.log(alpha1 * alpha2) + (beta1 + beta2) * a - logBesselI0e(lambda + 2 * beta3 * a);
        if (height[j] > highest) highest = height[j];
      }
      return { from, to, highest, widest: 0.5 * give * (alpha1 * Math.exp(beta1 * lowest)) ** 2 };
    });
    const tallest = groups.reduce((most, group) => Math.max(most, group.highest), -Infinity);
    const isUsed = new Uint8Array(events.count);
    let filled = 0;
    for (let l = 0; l < n; l++) {
      lists.first[l] = filled;
      const seen = lists.logTotal[l] < Infinity;
      threshold[l] = seen ? lists.logTotal[l] + Math.log(SHARE / (events.count * heaviest)) : tallest - 25;
      lists.shift[l] = seen ? Math.max(0, tallest + Math.log(heaviest) - lists.logTotal[l] - 30) : 0;
      for (const group of groups) {
        const reach = (group.highest - threshold[l]) / group.widest;
        if (reach > 0) filled = addGroup(l, group.from, group.to, Math.sqrt(reach), filled);
      }
    }
    lists.first[n] = filled;
    lists.used = Int32Array.from({ length: events.count }, (_, j) => j).filter((j) => isUsed[j] === 1);

    function addGroup(l: number, from: number, to: number, reach: number, at: number): number {
      const lx = latest.x[l];
      const ly = latest.y[l];
      for (let j = lowerBound(events.x, lx - reach, from, to); j < to && events.x[j] <= lx + reach; j++) {
        const dx = lx - events.x[j];
        const dy = ly - events.y[j];
        if (height[j] - half1[j] * dx * dx - half2[j] * dy * dy <= threshold[l]) continue;
        if (at === lists.event.length) grow(lists);
        lists.event[at] = j;
        lists.offsets[3 * at] = dx * dx;
        lists.offsets[3 * at + 1] = dy * dy;
        lists.offsets[3 * at + 2] = Math.max(0, 1 - (latestCosine[l] * events.cosine[j] + latestSine[l] * events.sine[j]));
        isUsed[j] = 1;
        at += 1;
      }
      return at;
    }
  }

  return lists;
}

function grow(lists: Candidates): void {
  const event = new Int32Array(2 * lists.event.length);
  event.set(lists.event);
  lists.event = event;
  const offsets = new Float64Array(2 * lists.offsets.length);
  offsets.set(lists.offsets);
  lists.offsets = offsets;
}

/** The first place in [from, to) whose value is ≥ `value`. */
function lowerBound(sorted: Float64Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
