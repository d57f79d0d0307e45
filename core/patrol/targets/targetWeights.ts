// What reaching demand within each distance target is worth, and what missing the targets costs.

import { InputError } from "../../errors.ts";
import { reachOf } from "../reach.ts";

/** @throws InputError unless targets rise from 0 or more and there are as many weights */
export function checkTargets(targets: Float64Array, weights: Float64Array | undefined): void {
  if (targets.length === 0) throw new InputError("There is no distance target; give at least one, in m.");
  if (targets[0] < 0) throw new InputError(`The first distance target is ${targets[0]} m; give 0 m or more.`);
  for (let k = 1; k < targets.length; k++)
    if (targets[k] <= targets[k - 1]) throw new InputError(`Distance target ${k + 1} is ${targets[k]} m and the one before ${targets[k - 1]} m; give them in rising order.`);
  if (weights && weights.length !== targets.length) throw new InputError(`targetWeights has ${weights.length} values for ${targets.length} targets; give one for each.`);
}

/**
 * a_r = r_{k+1} − r_k, m, and after the last target the greatest distance takes the next one's place (Brandt et al. 2022, 3.2).
 * The last is negative where no place is as far away as the last target.
 */
export const usualTargetWeights = (targets: Float64Array, greatest: number): Float64Array => targets.map((target, k) => (targets[k + 1] ?? greatest) - target);

/**
 * What a distance costs: the weights of the targets that it misses, Σ_{r < d} a_r. With the usual weights that is the distance
 * rounded up to the next target. Negative weights count as 0: no allocation gains by reaching such a target, so w = 0 there.
 */
export function missedTargets(targets: Float64Array, weights: Float64Array): (distance: number) => number {
  const reach = targets.map(reachOf);
  const missed = new Float64Array(targets.length + 1);
  weights.forEach((weight, k) => (missed[k + 1] = missed[k] + Math.max(0, weight)));
  return (distance) => {
    let k = 0;
    while (k < reach.length && distance > reach[k]) k++;
    return missed[k];
  };
}
