// How well a forecast surface put the events that then happened at its top: the numbers that models are compared by.

import { type Rounding, cellsInShare } from "./cellsInShare.ts";
import { descendingOrder } from "./descendingOrder.ts";
import { type EventAreaCurve, areaUnderUpTo, capturedAt, eventAreaCurve } from "./eventArea.ts";

/** Shares of the area at which a surface is scored. */
export const SCORE_SHARES = [0.01, 0.05, 0.1, 0.2, 0.4] as const;

/** At one share of the area; null where the number has no meaning: no events, or not one whole cell. */
export interface ShareScore {
  readonly share: number;
  /** Share of events on the event-area curve, straight between its vertices, ties averaged. */
  readonly captured: number | null;
  /** Whole cells taken (rounded up unless told), of equal values the first. */
  readonly cells: number;
  /** Events in these cells, n; and n / N. */
  readonly hits: number;
  readonly hitRate: number | null;
  /** Predictive accuracy index (n / N) / (cells / all cells) (Chainey et al. 2008). */
  readonly pai: number | null;
  /** Predictive efficiency index n / n*, n* the most events that as many cells could have held (Hunt 2016). */
  readonly peiStar: number | null;
}

export interface SurfaceScore {
  readonly events: number;
  /** Area under the event-area curve, trapezoid rule, ties averaged; null without events. */
  readonly auc: number | null;
  /** Area under the curve up to the share of the area that a fleet can cover, divided by that share: the mean share captured with 0 … that much area. */
  readonly truncatedAuc: number | null;
  readonly shares: readonly ShareScore[];
}

/**
 * Scores a forecast against the events of its block and window.
 * @param values, counts - one each a cell of the study area, which are of equal area
 * @param coverable - share of the study area that the fleet can cover, in (0, 1]
 * @throws InputError where lengths differ or a count is negative; RangeError for a share outside (0, 1]
 */
export function scoreSurface(values: Float64Array, counts: Float64Array, coverable: number, rounding: Rounding = "ceil"): SurfaceScore {
  if (!(coverable > 0 && coverable <= 1)) throw new RangeError(`coverable is ${coverable}; a share of the area is above 0 and at most 1`);
  const order = descendingOrder(values);
  const curve = eventAreaCurve(values, counts, { order });
  const best = counts.slice().sort().reverse();
  const events = best.reduce((sum, count) => sum + count, 0);
  const under = areaUnderUpTo(curve, coverable);
  return {
    events,
    auc: curve.auc,
    truncatedAuc: under === null ? null : under / coverable,
    shares: SCORE_SHARES.map((share) => shareScore(share, curve, counts, order, best, events, rounding)),
  };
}

function shareScore(
  share: number,
  curve: EventAreaCurve,
  counts: Float64Array,
  order: Uint32Array,
  best: Float64Array,
  events: number,
  rounding: Rounding,
): ShareScore {
  const n = counts.length;
  const cells = cellsInShare(share, n, rounding);
  let hits = 0, most = 0;
  for (let k = 0; k < cells; k++) {
    hits += counts[order[k]];
    most += best[k];
  }
  const some = events > 0 && cells > 0;
  return {
    share,
    captured: capturedAt(curve, share),
    cells,
    hits,
    hitRate: events > 0 ? hits / events : null,
    pai: some ? hits / events / (cells / n) : null,
    peiStar: some ? hits / most : null,
  };
}
