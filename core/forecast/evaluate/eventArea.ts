// The event-area (surveillance) curve: the share of events in the cells forecast highest, against the share of area they take.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { descendingOrder } from "./descendingOrder.ts";

export interface EventAreaCurve {
  /** Vertices from (0, 0) to (1, 1), straight in between; both empty where there are no events. */
  readonly area: Float64Array;
  readonly captured: Float64Array;
  /** Area under the curve by the trapezoid rule; null where there are no events. */
  readonly auc: number | null;
  /**
   * Σ s(A_l) a_l, the sum at right endpoints, larger by ½ Σ a_l e_l (with equal cells 1 / 2n): what Brandt's worked example
   * prints as 0.83 where the formula gives 0.67. null where there are no events.
   */
  readonly rightEndpointAuc: number | null;
}

export interface EventAreaOptions {
  /** Any unit, one a cell; equal where absent. */
  readonly cellAreas?: Float64Array;
  /**
   * "average" (default): one vertex for each group of equal values, which is the mean over all orders of them;
   * "stable": one vertex a cell, ties by ascending index.
   */
  readonly ties?: "average" | "stable";
  /** descendingOrder(values), where the caller has it already. */
  readonly order?: Uint32Array;
}

/**
 * s(A_l) = share of events in the l cells of highest value, A_l their share of the area; AUC = Σ ½ (s(A_{l−1}) + s(A_l)) a_l
 * (Brandt et al. 2022, section 3.1; Sriram et al., arXiv 2602.23750, section 4.1). Only the order of the values matters.
 * @param values - the forecast, one a cell
 * @param counts - events that happened, one a cell
 * @throws InputError where lengths differ, a count is negative or an area is not above 0
 */
export function eventAreaCurve(
  values: Float64Array,
  counts: Float64Array,
  { cellAreas, ties = "average", order = descendingOrder(values) }: EventAreaOptions = {},
): EventAreaCurve {
  check(values, counts, cellAreas);
  const n = values.length;
  let events = 0, whole = 0, diagonal = 0;
  for (let i = 0; i < n; i++) {
    const a = cellAreas ? cellAreas[i] : 1;
    events += counts[i];
    whole += a;
    diagonal += a * counts[i];
  }
  if (events === 0) return { area: new Float64Array(0), captured: new Float64Array(0), auc: null, rightEndpointAuc: null };
  const area = new Float64Array(n + 1), captured = new Float64Array(n + 1);
  let vertices = 1, auc = 0, a = 0, e = 0;
  for (let l = 0; l < n; l++) {
    const cell = order[l];
    a += cellAreas ? cellAreas[cell] : 1;
    e += counts[cell];
    if (ties === "average" && l + 1 < n && values[order[l + 1]] === values[cell]) continue;
    area[vertices] = a / whole;
    captured[vertices] = e / events;
    auc += 0.5 * (captured[vertices - 1] + captured[vertices]) * (area[vertices] - area[vertices - 1]);
    vertices++;
  }
  return {
    area: area.slice(0, vertices),
    captured: captured.slice(0, vertices),
    auc,
    rightEndpointAuc: auc + (0.5 * diagonal) / (whole * events),
  };
}

/** Share of events at a share of the area, on the straight line between two vertices; null where there are no events. */
export function capturedAt({ area, captured }: EventAreaCurve, share: number): number | null {
  if (area.length === 0) return null;
  const right = vertexAfter(area, share);
  const across = area[right] - area[right - 1];
  return captured[right - 1] + ((share - area[right - 1]) / across) * (captured[right] - captured[right - 1]);
}

/** Area under the curve from 0 to a share of the area, between 0 and that share; null where there are no events. */
export function areaUnderUpTo(curve: EventAreaCurve, share: number): number | null {
  const { area, captured } = curve;
  const end = capturedAt(curve, share);
  if (end === null) return null;
  const right = vertexAfter(area, share);
  let sum = 0.5 * (captured[right - 1] + end) * (share - area[right - 1]);
  for (let v = 1; v < right; v++) sum += 0.5 * (captured[v - 1] + captured[v]) * (area[v] - area[v - 1]);
  return sum;
}

/** The first vertex at or beyond a share, but never the origin. */
function vertexAfter(area: Float64Array, share: number): number {
  let low = 1, high = area.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (area[middle] >= share) high = middle;
    else low = middle + 1;
  }
  return low;
}

function check(values: Float64Array, counts: Float64Array, cellAreas: Float64Array | undefined): void {
  const areas = cellAreas?.length ?? values.length;
  if (counts.length !== values.length || areas !== values.length)
    throw new InputError(`There are ${values.length} values, ${counts.length} counts and ${areas} cell areas; give one of each for every cell.`);
  const negative = counts.findIndex((count) => !(count >= 0));
  if (negative >= 0) throw new InputError(`Cell ${negative + 1} has ${counts[negative]} events; a count is 0 or more.`);
  const flat = cellAreas?.findIndex((area) => !(area > 0)) ?? -1;
  if (flat >= 0) throw new InputError(`Cell ${flat + 1} has an area of ${cellAreas![flat]}; it must be above 0. Leave such cells out.`);
}

export const eventArea = defineJob({
  title: "Event-area curve of a forecast against what happened, and the area under it",
  params: z.strictObject({
    values: floats("the forecast, one a cell of the study area; only their order matters"),
    counts: floats("events that happened, one a cell"),
    cellAreas: floats("area of each cell, any unit; equal where absent").optional(),
    ties: z.enum(["average", "stable"]).optional().describe("equal values: one vertex for all of them (the default), or in the order given"),
  }),
  run: ({ values, counts, ...options }): EventAreaCurve => eventAreaCurve(values, counts, options),
});
