// Raises the Lagrangian bound: deflected subgradient steps towards a target, shorter where they stop helping.

import type { Lagrangian, Multipliers } from "./lagrangian.ts";

export interface Ascent {
  /** The best bound so far; its multipliers stand in `best`. */
  bound: number;
  readonly best: Multipliers;
  /** Step length as a share of Polyak's. */
  step: number;
}

/** Steps without a better bound after which the step is made shorter. */
const PATIENCE = 20;
const SHORTER = 0.7;
/** Held's and Karp's subgradient remembers this share of the step before (Camerini, Fratta and Maffioli 1975). */
const MEMORY = 0.7;

export const copyMultipliers = ({ perDemand, perRow }: Multipliers): Multipliers => ({ perDemand: perDemand.slice(), perRow: perRow.slice() });

/**
 * Takes `steps` steps, λ ← λ + θ (target − L) / ‖d‖² · W d, with W the demand's weights: in the unit of a cost all demand moves alike.
 * @param onStep - after each evaluation; true ends the ascent
 */
export function raiseBound(
  lagrangian: Lagrangian,
  weight: Float64Array,
  demand: Uint32Array,
  ascent: Ascent,
  decided: Uint8Array,
  target: number,
  steps: number,
  onStep: (bound: number) => boolean = () => false,
): void {
  const { slope, rowScale } = lagrangian;
  const now = copyMultipliers(ascent.best);
  const direction = { perDemand: new Float64Array(now.perDemand.length), perRow: new Float64Array(now.perRow.length) };
  let waited = 0;
  for (let s = 0; s < steps; s++) {
    const bound = lagrangian.evaluate(now, decided);
    if (bound > ascent.bound) {
      if (bound > ascent.bound + 1e-6 * Math.abs(target)) waited = 0;
      ascent.bound = bound;
      ascent.best.perDemand.set(now.perDemand);
      ascent.best.perRow.set(now.perRow);
    } else if (++waited >= PATIENCE) {
      waited = 0;
      ascent.step *= SHORTER;
      now.perDemand.set(ascent.best.perDemand);
      now.perRow.set(ascent.best.perRow);
    }
    if (onStep(bound) || ascent.bound >= target) return;
    let size = 0;
    for (const i of demand) {
      const d = slope.perDemand[i] + MEMORY * direction.perDemand[i];
      direction.perDemand[i] = d;
      size += weight[i] * d * d;
    }
    for (let r = 0; r < now.perRow.length; r++) {
      const d = slope.perRow[r] + MEMORY * direction.perRow[r];
      direction.perRow[r] = d;
      size += rowScale * d * d;
    }
    if (size === 0) return;
    const length = (ascent.step * (target - bound)) / size;
    for (const i of demand) now.perDemand[i] = Math.max(0, now.perDemand[i] + length * direction.perDemand[i]);
    for (let r = 0; r < now.perRow.length; r++) now.perRow[r] = Math.max(0, now.perRow[r] + length * rowScale * direction.perRow[r]);
  }
}
