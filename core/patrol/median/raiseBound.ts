// Raises the Lagrangian bound: deflected subgradient steps towards the best allocation, shorter and shorter.

import type { Lagrangian, Multipliers } from "./lagrangian.ts";

export interface Ascent {
  /** The best bound so far; its multipliers stand in `best`. */
  bound: number;
  readonly best: Multipliers;
}

export interface Aim {
  /** Of the best allocation. */
  readonly objective: number;
  /** The bound that is enough, no more than the objective. */
  readonly target: number;
}

export interface Sweep {
  readonly steps: number;
  /** Step length as a share of Polyak's, at the beginning and at the end; it falls geometrically. */
  readonly first: number;
  readonly last: number;
}

/** The direction remembers this share of the one before (Camerini, Fratta and Maffioli 1975). */
const MEMORY = 0.8;

export const copyMultipliers = ({ perDemand, perRow }: Multipliers): Multipliers => ({ perDemand: perDemand.slice(), perRow: perRow.slice() });

/**
 * From the best multipliers λ ← max(0, λ + θ (objective − L) / ‖d‖² · W d), d the slope and a share of the direction before, W the
 * demand's weights: per unit of weight all demand moves alike, so that heavy and light points converge together.
 * @param onStep - after each evaluation; true ends the sweep
 */
export function raiseBound(lagrangian: Lagrangian, ascent: Ascent, decided: Uint8Array, { objective, target }: Aim, { steps, first, last }: Sweep, onStep: () => boolean = () => false): void {
  const { demand, weight, slope, rowScale } = lagrangian;
  const now = copyMultipliers(ascent.best);
  const perDemand = new Float64Array(now.perDemand.length), perRow = new Float64Array(now.perRow.length);
  for (let s = 0; s < steps; s++) {
    const bound = lagrangian.evaluate(now, decided);
    if (bound > ascent.bound) {
      ascent.bound = bound;
      ascent.best.perDemand.set(now.perDemand);
      ascent.best.perRow.set(now.perRow);
    }
    if (onStep() || ascent.bound >= target) return;
    let size = 0;
    for (let k = 0; k < demand.length; k++) {
      const i = demand[k], d = slope.perDemand[i] + MEMORY * perDemand[i];
      perDemand[i] = d;
      size += weight[i] * d * d;
    }
    for (let r = 0; r < perRow.length; r++) {
      perRow[r] = slope.perRow[r] + MEMORY * perRow[r];
      size += rowScale * perRow[r] ** 2;
    }
    if (size === 0) return;
    const length = (first * (last / first) ** (s / steps) * (objective - bound)) / size;
    for (let k = 0; k < demand.length; k++) {
      const i = demand[k];
      now.perDemand[i] = Math.max(0, now.perDemand[i] + length * perDemand[i]);
    }
    for (let r = 0; r < perRow.length; r++) now.perRow[r] = Math.max(0, now.perRow[r] + length * rowScale * perRow[r]);
  }
}
