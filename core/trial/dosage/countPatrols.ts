// Visits by unit and trial day, by shift, hour and length.

import type { Dosage, DosageShift } from "./dosage.ts";
import { minutesOf, type Visit } from "./visitsOf.ts";

/** Lengths of this many minutes and more are one class. */
export const LONGEST = 120;
const HOUR = 3_600_000;

export type CountedPatrols = { readonly [Part in "patrols" | "fullPatrols" | "minutes" | "lengths" | "byHour" | "shifts"]: NonNullable<Dosage[Part]> };

const hourOf = (ms: number): number => Math.floor(ms / HOUR) % 24;

/** @param amber - minutes from which a visit is full. A visit belongs whole to the day, hour and shift in which it starts. */
export function countPatrols(visits: readonly Visit[], arms: Uint8Array, units: number, amber: number, shifts: readonly Pick<DosageShift, "name" | "from" | "to">[]): CountedPatrols {
  const table = () => ({ patrols: new Float64Array(arms.length), fullPatrols: new Float64Array(arms.length), minutes: new Float64Array(arms.length) });
  const all = table(), byShift = shifts.map((shift) => ({ ...shift, ...table() }));
  const lengths = new Float64Array(LONGEST + 1);
  const byHour = { treatment: new Float64Array(24), control: new Float64Array(24) };
  for (const visit of visits) {
    const cell = visit.day * units + visit.unit, minutes = minutesOf(visit), hour = hourOf(visit.start);
    for (const into of [all, ...byShift.filter((shift) => isWithin(hour, shift))]) {
      into.patrols[cell]++;
      into.minutes[cell] += minutes;
      if (minutes >= amber) into.fullPatrols[cell]++;
    }
    lengths[Math.min(LONGEST, Math.floor(minutes))]++;
    byHour[arms[cell] === 1 ? "treatment" : "control"][hour]++;
  }
  return { ...all, lengths, byHour, shifts: byShift };
}

const isWithin = (hour: number, { from, to }: Pick<DosageShift, "from" | "to">): boolean => (from < to ? hour >= from && hour < to : hour >= from || hour < to);
