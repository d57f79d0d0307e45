// The weight of the expert block where it could be learned, and where it could not.

import { InputError } from "../../errors.ts";
import type { ForecastRequest, Parameters } from "../forecast.ts";

/**
 * The paper learns w_E from expert points for the latest block and uses it on those for the next. `learned`: the
 * parameters hold such a weight first. Points now but none then: `expertWeight` of the request, and the others share the
 * rest. Points then but none now: the others share it all.
 * @throws InputError where a weight is needed and neither learned nor given.
 */
export function withExpertWeight(parameters: Parameters, { expert, expertWeight }: Pick<ForecastRequest, "expert" | "expertWeight">, learned: boolean): Parameters {
  const { weights } = parameters;
  if (expert === undefined) return learned ? { ...parameters, weights: rescaled(weights.slice(1), 1) } : parameters;
  if (learned) return parameters;
  if (expertWeight === undefined)
    throw new InputError("The expert points have no weight: there were none for the latest block to learn it from. Give a weight from 0 to 1, or add what had been expected for the latest block.");
  if (!(expertWeight >= 0 && expertWeight <= 1)) throw new InputError(`The expert weight is ${expertWeight}; it must be from 0 to 1.`);
  return { ...parameters, weights: [expertWeight, ...rescaled(weights, 1 - expertWeight)] };
}

function rescaled(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => (sum > 0 ? (w * total) / sum : 0));
}
