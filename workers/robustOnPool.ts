// Allocations under an uncertain forecast on all workers of the pool: one for each draw, one for their mean, a cautious one.

import { tailSize, type DrawAllocation, type Robust, type RobustAllocation, type RobustRequest } from "../core/patrol/robust/robust.ts";
import type { SlotAllocation } from "../core/patrol/explore/allocateSlots.ts";
import { tailLoss } from "../core/patrol/robust/drawLosses.ts";
import type { JobPool, RunOptions } from "./pool.ts";
import { progressParts } from "./progressParts.ts";
import { runSideBySide } from "./runSideBySide.ts";

/** Draws that a worker allocates one after the other; fixed, so that results do not depend on how many workers there are. */
const DRAWS_AT_ONCE = 10;

/** @throws InputError for draws without demand and rules that no allocation can keep, DOMException "AbortError" when cancelled */
export async function robustOnPool(pool: JobPool, { params, draws: given, objective, radius, gap, timeLimit, tail }: RobustRequest, options: RunOptions = {}): Promise<Robust> {
  const { weight: _weight, ...ground } = params;
  // One draw as likely as another, however much demand it expects.
  const draws = given.map((draw) => {
    const sum = draw.reduce((a, w) => a + Math.max(0, w), 0);
    return draw.map((w) => (sum > 0 ? Math.max(0, w) / sum : 0));
  });
  const mean = draws[0].map((_, i) => draws.reduce((sum, draw) => sum + draw[i], 0) / draws.length);
  const parts = Array.from({ length: Math.ceil(draws.length / DRAWS_AT_ONCE) }, (_, k) => draws.slice(k * DRAWS_AT_ONCE, (k + 1) * DRAWS_AT_ONCE));
  const asked = (surfaces: readonly Float64Array[]) => ({ ...ground, surfaces: joined(surfaces), objective, radius, gap, timeLimit });
  const found = await runSideBySide(pool, "allocateSlots", [...parts.map(asked), asked([mean])], progressParts(options, 0, 0.7));
  const each = found.slice(0, -1).flatMap(({ slots }) => slots);
  const [ofMean] = found[found.length - 1].slots;
  const candidates = [ofMean, ...each].map(({ chosen, kinds }) => ({ chosen, kinds: Uint32Array.from(kinds) }));
  const cautious = await pool.run("cautiousAllocation", { ...asked(draws), tail, candidates }, progressParts(options, 0.7, 1));

  const count = draws.length;
  const lossesOf = (c: number): Float64Array => cautious.candidateLosses.slice(c * count, (c + 1) * count);
  const all = [...candidates.map((_, c) => lossesOf(c)), cautious.losses];
  const least = Float64Array.from(draws, (_, d) => Math.min(...all.map((losses) => losses[d])));
  const told = (loss: number): number => (objective === "coverage" ? 1 - loss : loss);
  const robust = ({ chosen, kinds }: Pick<SlotAllocation, "chosen" | "kinds">, losses: Float64Array, bound: number, proven: boolean): RobustAllocation => {
    const regrets = losses.map((loss, d) => loss - least[d]);
    return {
      chosen,
      kinds,
      values: losses.map(told),
      mean: told(losses.reduce((a, b) => a + b, 0) / count),
      tailMean: told(tailLoss(losses, tailSize(count, tail))),
      regret: { mean: regrets.reduce((a, b) => a + b, 0) / count, worst: Math.max(...regrets) },
      bound,
      proven,
    };
  };
  const frequency = new Uint32Array(params.sites?.x.length ?? params.x.length);
  for (const { chosen } of each) for (const site of new Set(chosen)) frequency[site]++;
  return {
    draws: each.map(({ objective: value, ...slot }): DrawAllocation => ({ ...slot, value })),
    frequency,
    average: robust(ofMean, lossesOf(0), ofMean.bound, ofMean.proven),
    cautious: robust(cautious, cautious.losses, told(cautious.bound), cautious.proven),
  };
}

function joined(surfaces: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(surfaces.length * surfaces[0].length);
  surfaces.forEach((surface, s) => all.set(surface, s * surface.length));
  return all;
}
