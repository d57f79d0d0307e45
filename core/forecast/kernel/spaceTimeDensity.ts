// The spatio-temporal block-weighted adaptive kernel density as it is defined: the plain sum over all events.

import { InputError } from "../../errors.ts";
import { eventColumns, eventWeights } from "./eventColumns.ts";
import type { Events } from "../events.ts";
import type { Parameters } from "../forecast.ts";
import { vonMisesDensity } from "./vonMises.ts";

/**
 * f(s, t) = Σᵢ wᵢ/nᵢ Σⱼ N(sx − xᵢⱼ; h₁ᵢⱼ) N(sy − yᵢⱼ; h₂ᵢⱼ) κ(t − tᵢⱼ; τᵢⱼ) at each of `points`, per m² and hour
 * (Sriram et al., arXiv 2602.23750, (7), (8); (19) with the expert block as blocks[0]), h = 1/(α A^β), τ = (α₃ A^β₃)².
 * α in 1/m, 1/m, 1/radian. `adaptation`: A of (9) or (21), a list a block.
 */
export function spaceTimeDensity(blocks: readonly Events[], adaptation: readonly Float64Array[], parameters: Parameters, points: Events): Float64Array {
  const columns = eventColumns(blocks);
  const weight = eventWeights(columns, parameters.weights);
  const a = flatAdaptation(adaptation, blocks);
  const [alpha1, alpha2, alpha3] = parameters.alpha;
  const [beta1, beta2, beta3] = parameters.beta;
  const values = new Float64Array(points.x.length);
  for (let j = 0; j < columns.count; j++) {
    const inverse1 = alpha1 * a[j] ** beta1;
    const inverse2 = alpha2 * a[j] ** beta2;
    const tau = (alpha3 * a[j] ** beta3) ** 2;
    const scale = (weight[j] * inverse1 * inverse2) / (2 * Math.PI);
    for (let l = 0; l < values.length; l++) {
      const u = (points.x[l] - columns.x[j]) * inverse1;
      const v = (points.y[l] - columns.y[j]) * inverse2;
      values[l] += scale * Math.exp(-0.5 * (u * u + v * v)) * vonMisesDensity(points.hours[l] - columns.hours[j], tau);
    }
  }
  return values;
}

/** @throws InputError where A has not one positive value for every event. */
export function flatAdaptation(adaptation: readonly Float64Array[], blocks: readonly Events[]): Float64Array {
  if (adaptation.length !== blocks.length || adaptation.some((a, i) => a.length !== blocks[i].x.length))
    throw new InputError(
      `The adaptation has lists of ${adaptation.map((a) => a.length).join(", ")} values; the blocks hold ${blocks.map(({ x }) => x.length).join(", ")} events. Give one value for each event, the expert block first.`,
    );
  const flat = new Float64Array(adaptation.reduce((sum, a) => sum + a.length, 0));
  let at = 0;
  for (const a of adaptation) {
    flat.set(a, at);
    at += a.length;
  }
  const wrong = flat.findIndex((a) => !(a > 0 && a < Infinity));
  if (wrong >= 0) throw new InputError(`The adaptation of event ${wrong} is ${flat[wrong]}; it must be above 0. Leave the adaptation out to have it computed.`);
  return flat;
}
