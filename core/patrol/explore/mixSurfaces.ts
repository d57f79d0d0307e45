// A mixture of offences: their predicted surfaces summed with a weight for each.

import { InputError } from "../../errors.ts";

/**
 * Σ_o weight_o × max(0, δ_o), value by value: negative predictions of one offence must not hide another's.
 * @param weights - what one predicted crime of each offence counts: 1 for counts, or its harm
 * @throws InputError where lengths differ or a weight is below 0
 */
export function mixSurfaces(surfaces: readonly Float64Array[], weights: readonly number[]): Float64Array {
  if (surfaces.length === 0 || surfaces.length !== weights.length)
    throw new InputError(`There are ${surfaces.length} offences and ${weights.length} weights; give one weight for each offence, and at least one.`);
  const mixed = new Float64Array(surfaces[0].length);
  surfaces.forEach((values, o) => {
    if (values.length !== mixed.length) throw new InputError(`The surfaces have ${mixed.length} and ${values.length} values; predict all offences on the same tiles and slots.`);
    if (!(weights[o] >= 0)) throw new InputError(`The weight of offence ${o + 1} is ${weights[o]}; it must be 0 or more.`);
    for (let i = 0; i < mixed.length; i++) mixed[i] += weights[o] * Math.max(0, values[i]);
  });
  return mixed;
}

/**
 * Weights that give each offence the same sum over all slots and tiles, so that one crime of a rarer offence counts for more: the
 * equal weights of Brandt et al. (2022), Figure 6. 0 for an offence that is predicted nowhere.
 */
export const equalWeights = (surfaces: readonly Float64Array[]): number[] =>
  surfaces.map((values) => {
    const sum = values.reduce((total, value) => total + Math.max(0, value), 0);
    return sum > 0 ? 1 / sum : 0;
  });
