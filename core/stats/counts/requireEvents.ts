// Counts that no ratio of rates can be fitted to.

import { InputError } from "../../errors.ts";

/**
 * A column of ones and zeros with events on one side only has an infinite coefficient.
 * @param y - one a row of the columns, or sums
 */
export function requireEvents(columns: readonly Float64Array[], y: Float64Array): void {
  if (!y.some((value) => value > 0)) throw new InputError("There is no event to fit a rate to. Choose an outcome or days that have some.");
  columns.forEach((column, j) => {
    if (!column.every((x) => x === 0 || x === 1)) return;
    let ones = 0, zeros = 0;
    for (let i = 0; i < y.length; i++) if (column[i] === 1) ones += y[i]; else zeros += y[i];
    if (ones === 0 || zeros === 0) {
      throw new InputError(`Where column ${j + 1} of the model is ${ones === 0 ? 1 : 0} (the first is 1 on treatment) there are no events, so that there is no ratio to fit. Say the counts, or take a longer period.`);
    }
  });
}
