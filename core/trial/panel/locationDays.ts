// What happened in each unit on each trial day: the table that power and evaluation work on.

import { InputError } from "../../errors.ts";
import { isPrecise, requirePrecision } from "../../incidents/requirePrecision.ts";
import type { TimePrecision } from "../../incidents/table.ts";
import type { TrialDays, TrialUnit } from "../protocol.ts";
import { hoursOfTrialDays, trialDayOf } from "../schedule/trialDays.ts";
import { unitsAt, type UnitsAtPlace } from "./unitsAt.ts";

export interface OutcomeDays {
  readonly name: string;
  /** Incidents; day × units + unit, as all columns here. */
  readonly count: Float64Array;
  /** Days of imprisonment; null where the plan has no harm table. */
  readonly harm: Float64Array | null;
  /** Incidents by hour of the clock: (day × units + unit) × 24 + hour; null where the times do not say. */
  readonly byHour: Uint16Array | null;
  /** Incidents in the ring about each unit and in no unit; null where no ring was asked for. */
  readonly ring: Float64Array | null;
}

export type CountedUnit = Pick<TrialUnit, "id" | "name" | "stratum" | "group" | "baseline" | "shapes">;

export interface LocationDays extends TrialDays {
  readonly units: readonly Omit<CountedUnit, "shapes">[];
  /** Hours in each trial day: 24, or 23 and 25 where the clocks move. */
  readonly hours: Float64Array;
  readonly outcomes: readonly OutcomeDays[];
  /** Width of the rings, m; null: none were asked for. */
  readonly ringWidth: number | null;
  /** Of any outcome, on the trial's days. */
  readonly incidents: {
    readonly total: number;
    readonly inUnits: number;
    /** Of those, in two units or more: they count in each. */
    readonly inSeveralUnits: number;
    readonly inRings: number;
    /** Of those, in two rings or more: they count in each. */
    readonly inSeveralRings: number;
    /** In no unit and no ring. */
    readonly elsewhere: number;
  };
}

export interface LocationDaysInput extends TrialDays {
  /** m; one value an incident, as in `start` and `weight`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** ms of local civil time read as UTC; an incident with an interval counts by its start. */
  readonly start: Float64Array;
  readonly precision: TimePrecision;
  readonly units: readonly CountedUnit[];
  /** Indices of the incidents of each outcome. */
  readonly outcomes: readonly { readonly name: string; readonly rows: Uint32Array }[];
  /** Days of imprisonment of each incident. */
  readonly weight?: Float64Array | undefined;
  /** Width of the rings, m. */
  readonly ring?: number | undefined;
}

const HOUR = 3_600_000;

/**
 * An incident in several shapes of a unit counts once, in several units in each. A ring holds what lies within its
 * width of a unit's shapes and in no unit.
 * @throws InputError where the times are coarser than the trial's days, or the columns differ in length
 */
export function locationDays({ x, y, start, precision, units, outcomes, weight, ring, ...trial }: LocationDaysInput, progress?: (fraction: number) => void): LocationDays {
  const { first, days, startHour, clocks } = trial;
  if (y.length !== x.length || start.length !== x.length || (weight && weight.length !== x.length)) {
    throw new InputError(`Got ${x.length} x, ${y.length} y, ${start.length} times${weight ? ` and ${weight.length} weights` : ""}. Give one of each for every incident.`);
  }
  if (startHour === 0) requirePrecision({ precision }, "day", "Counting by trial day");
  else requirePrecision({ precision }, "hour", `A trial day from ${startHour}:00`);
  const wanted = new Uint8Array(x.length);
  for (const { rows } of outcomes) for (const row of rows) wanted[row] = 1;
  const dayOf = Int32Array.from(start, (ms, i) => (wanted[i] === 1 ? trialDayOf(ms, trial) : -1));
  const placeOf = unitsAt(units, ring ?? 0);
  const places = new Map<number, UnitsAtPlace>();
  for (let row = 0; row < x.length; row++) {
    if (row % 65_536 === 0) progress?.(row / x.length);
    const place = dayOf[row] < 0 ? null : placeOf(x[row], y[row]);
    if (place) places.set(row, place);
  }

  const cells = days * units.length, hourly = isPrecise(precision, "hour");
  const counted = outcomes.map(({ name, rows }): OutcomeDays => {
    const count = new Float64Array(cells);
    const harm = weight ? new Float64Array(cells) : null;
    const byHour = hourly ? new Uint16Array(24 * cells) : null;
    const inRing = ring === undefined ? null : new Float64Array(cells);
    for (const row of rows) {
      if (dayOf[row] < 0) continue;
      const { inside, near } = places.get(row) ?? NOWHERE;
      for (const unit of inside) {
        const cell = dayOf[row] * units.length + unit;
        count[cell]++;
        if (harm) harm[cell] += weight![row];
        if (byHour) byHour[24 * cell + (Math.floor(start[row] / HOUR) - 24 * Math.floor(start[row] / (24 * HOUR)))]++;
      }
      if (inRing) for (const unit of near) inRing[dayOf[row] * units.length + unit]++;
    }
    return { name, count, harm, byHour, ring: inRing };
  });

  let total = 0;
  for (const day of dayOf) if (day >= 0) total++;
  const found = [...places.values()];
  const number = (test: (place: UnitsAtPlace) => boolean): number => found.filter(test).length;
  return {
    first, days, startHour, clocks,
    units: units.map(({ id, name, stratum, group, baseline }) => ({ id, name, stratum, ...(group !== undefined && { group }), ...(baseline !== undefined && { baseline }) })),
    hours: hoursOfTrialDays(trial),
    outcomes: counted,
    ringWidth: ring ?? null,
    incidents: {
      total,
      inUnits: number(({ inside }) => inside.length > 0),
      inSeveralUnits: number(({ inside }) => inside.length > 1),
      inRings: number(({ near }) => near.length > 0),
      inSeveralRings: number(({ near }) => near.length > 1),
      elsewhere: total - found.length,
    },
  };
}

const NOWHERE: UnitsAtPlace = { inside: [], near: [] };
