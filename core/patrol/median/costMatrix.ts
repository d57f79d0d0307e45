// What it costs to serve each demand point from each post: the one input of every model of distance.

import { InputError } from "../../errors.ts";
import type { Posting } from "../posting/createPosting.ts";

export interface CostMatrix {
  readonly rows: number;
  readonly columns: number;
  /** (demand × posts), row by row, ≥ 0. */
  readonly values: Float64Array;
}

/** 320 MB. */
const MOST = 40_000_000;

/**
 * @param cost - of a distance in m (already divided by the kind's speed), never falling as the distance grows: itself for the
 * p-median, steps for distance targets, the distance and a penalty beyond the radius for the frontier
 * @throws InputError for more pairs than fit in memory
 */
export function costMatrix({ demand, limits, kinds, distance }: Posting, cost: (distance: number, kind: number) => number = (d) => d): CostMatrix {
  const rows = demand.x.length, columns = limits.siteOf.length;
  if (rows * columns > MOST)
    throw new InputError(`${rows} demand points and ${columns} posts make ${rows * columns} distances; at most ${MOST} fit. Choose larger tiles or fewer sites.`);
  const values = new Float64Array(rows * columns);
  for (let i = 0, k = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, k++) {
      const kind = limits.kindOf[j];
      values[k] = cost(distance(i, limits.siteOf[j]) / kinds[kind].speed, kind);
    }
  }
  return { rows, columns, values };
}
