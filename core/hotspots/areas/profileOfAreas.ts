// When the crime of each hotspot happens: by hour of the day and day of the week, and the hours without any.

import { isPrecise } from "../../incidents/requirePrecision.ts";
import { weekdayOf } from "../../incidents/selectIncidents.ts";
import { defineJob } from "../../job.ts";
import { floats, shapeSchema, z } from "../../schema.ts";
import { rowsInside } from "./rowsInside.ts";

export interface AreaProfile {
  /** Incidents by hour of the day, 0 to 23; null where the times do not say the hour. */
  readonly hours: Uint32Array | null;
  /** By day of the week from Monday; null where the times do not say the day. */
  readonly weekdays: Uint32Array | null;
  /** By 24 · weekday + hour; null where the times do not say the hour. */
  readonly hourOfWeek: Uint32Array | null;
  /** Hours of the day without one incident; none are named where the times do not say the hour. */
  readonly quietHours: readonly number[];
  readonly total: number;
}

const HOUR = 3_600_000;

/** An incident in two shapes of a hotspot counts once; in two hotspots, in each. An interval counts by its start. */
export const profileOfAreas = defineJob({
  title: "Count the incidents of each hotspot by hour of the day and day of the week",
  params: z.strictObject({
    areas: z.array(z.array(shapeSchema)).describe("for each hotspot its shape and its patrol areas, m"),
    x: floats("incidents, east, m"),
    y: floats("incidents, north, m"),
    start: floats("ms of local civil time read as UTC"),
    precision: z.enum(["minute", "hour", "day", "month", "none"]).describe("the finest unit that the times can be trusted to"),
  }),
  run: ({ areas, x, y, start, precision }, context): AreaProfile[] => {
    context.progress(0, `Counting ${x.length.toLocaleString("en-GB")} incidents`);
    const byHour = isPrecise(precision, "hour"), byDay = isPrecise(precision, "day");
    return areas.map((shapes) => {
      const rows = rowsInside(shapes, x, y);
      const hourOfWeek = new Uint32Array(168), weekdays = new Uint32Array(7), hours = new Uint32Array(24);
      for (const row of rows) {
        const weekday = weekdayOf(start[row]);
        const hour = Math.floor(start[row] / HOUR) - 24 * Math.floor(start[row] / (24 * HOUR));
        weekdays[weekday]++;
        hours[hour]++;
        hourOfWeek[24 * weekday + hour]++;
      }
      return {
        hours: byHour ? hours : null,
        weekdays: byDay ? weekdays : null,
        hourOfWeek: byHour ? hourOfWeek : null,
        quietHours: byHour ? [...hours.keys()].filter((hour) => hours[hour] === 0) : [],
        total: rows.length,
      };
    });
  },
});
