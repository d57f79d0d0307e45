// What every density asks of its incidents: columns of one length and no negative weight.

import { InputError } from "../errors.ts";

/** @throws InputError naming the columns that differ in length, or the first negative weight. */
export function checkIncidents(x: Float64Array, y: Float64Array, weight?: Float64Array): void {
  if (x.length !== y.length) throw new InputError(`x has ${x.length} values and y ${y.length}; give both the same number.`);
  if (!weight) return;
  if (weight.length !== x.length)
    throw new InputError(`weight has ${weight.length} values and x ${x.length}; give both the same number.`);
  const negative = weight.findIndex((w) => w < 0);
  if (negative >= 0)
    throw new InputError(`Weight ${negative} is ${weight[negative]}; it must be 0 or more. Set negative weights to 0 or leave those incidents out.`);
}
