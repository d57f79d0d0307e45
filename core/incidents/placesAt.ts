// The places of some incidents as columns.

import type { IncidentTable } from "./table.ts";
import { takeRows } from "./takeRows.ts";

/** @returns m, one a row of `rows` and in their order */
export const placesAt = ({ x, y }: Pick<IncidentTable, "x" | "y">, rows: ArrayLike<number>): { readonly x: Float64Array; readonly y: Float64Array } => ({
  x: takeRows(x, rows),
  y: takeRows(y, rows),
});
