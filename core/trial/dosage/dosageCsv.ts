// What was delivered on each location-day, as a table for other systems.

import { isoDay } from "../../incidents/isoDay.ts";
import { writeTable } from "../../formats/writeTable.ts";
import { dateOfTrialDay } from "../schedule/trialDays.ts";
import type { Dosage } from "./dosage.ts";

/** One row a location-day, blank where the files do not reach over the day; RFC 4180. */
export function dosageCsv({ first, days, units, arms, series, shifts }: Dosage): string {
  const n = units.length;
  // Shifts are of patrols, which the first series tell the reach of.
  const [patrols] = series;
  const columns = [
    ...series,
    ...shifts.flatMap(({ name, ...of }) =>
      ([["patrols", of.patrols], ["full patrols", of.fullPatrols], ["minutes", of.minutes]] as const).map(([what, values]) => ({ name: `${name}: ${what}`, values, from: patrols.from, until: patrols.until }))),
  ];
  const rows = Array.from({ length: days * n }, (_, cell) => {
    const day = Math.floor(cell / n), { id, name, stratum } = units[cell % n];
    return [
      isoDay(dateOfTrialDay(day, { first })), id, name, stratum, arms[cell] === 1 ? "treatment" : "control",
      ...columns.map(({ values, from, until }) => (day >= from && day < until ? Math.round(1e6 * values[cell]) / 1e6 : null)),
    ];
  });
  const head = ["date", "hotspot", "name", "stratum", "arm", ...columns.map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1))];
  return writeTable({ name: "", title: "Dosage", columns: head.map((name) => ({ name, type: "TEXT" })), rows });
}
