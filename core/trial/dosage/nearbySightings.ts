// Positions without those far from every hotspot: where officers were elsewhere is nobody's business here.

import { takeRows } from "../../incidents/takeRows.ts";
import { unitsAt } from "../panel/unitsAt.ts";
import type { TrialUnit } from "../protocol.ts";
import type { Sightings } from "./activity.ts";

/**
 * Keeps what names a unit or lies within `ring` m of one, and of each officer the position just before and just after such a one, so
 * that a stay ends where it ended.
 */
export function nearbySightings(sightings: Sightings, units: readonly Pick<TrialUnit, "shapes">[], ring: number): Sightings {
  const { unit, officer, time, x, y, group } = sightings;
  const at = unitsAt(units, ring);
  const near = Uint8Array.from(time, (_, row) => (unit[row] >= 0 || at(x[row], y[row]) !== null ? 1 : 0));
  const order = sightingsInOrder(sightings);
  const keep = near.slice();
  for (let i = 1; i < order.length; i++) {
    const [a, b] = [order[i - 1], order[i]];
    if (officer[a] < 0 || officer[a] !== officer[b]) continue;
    if (near[a] === 1) keep[b] = 1;
    if (near[b] === 1) keep[a] = 1;
  }
  const rows = Uint32Array.from(Array.from(keep.keys()).filter((row) => keep[row] === 1));
  if (rows.length === time.length) return sightings;
  const take = (column: Float64Array): Float64Array => takeRows(column, rows);
  return { unit: take(unit), officer: take(officer), time: take(time), x: take(x), y: take(y), group: take(group), groups: sightings.groups, span: sightings.span };
}

/** Rows by officer, then time. */
export const sightingsInOrder = ({ officer, time }: Sightings): Uint32Array =>
  Uint32Array.from(time, (_, row) => row).sort((a, b) => officer[a] - officer[b] || time[a] - time[b] || a - b);
