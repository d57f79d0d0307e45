// The mean of a column.

import { total } from "./total.ts";

/** Σ v / n; NaN of none. */
export const mean = (values: ArrayLike<number>): number => total(values) / values.length;
