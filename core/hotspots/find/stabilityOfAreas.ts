// The job that asks whether areas stay hotspots: their crime by year and month, its trend, and its busiest days.

import { InputError } from "../../errors.ts";
import type { Month } from "../../incidents/monthsOfFilter.ts";
import { isPrecise } from "../../incidents/requirePrecision.ts";
import { defineJob } from "../../job.ts";
import { floats, pointSchema, shapeSchema, z } from "../../schema.ts";
import { rowsInside } from "../areas/rowsInside.ts";
import { hexagonLattice, latticeCells } from "../latticeCells.ts";
import { monthlyTrend, type MonthlyTrend } from "./monthlyTrend.ts";

export interface AreaStability {
  readonly total: number;
  /** In the order of `years`. Rank: 1 + how many cells (or, without a lattice, areas) hold more that year; null in a year without incidents. */
  readonly byYear: readonly { readonly year: number; readonly count: number; readonly rank: number | null }[];
  /** In the order of `months`. */
  readonly byMonth: Float64Array;
  /** The days with the most incidents, and their share of all that the area holds; null: the data say no day, or it holds none. */
  readonly busiest: { readonly days: readonly { readonly day: number; readonly count: number }[]; readonly share: number } | null;
  /** null: fewer than four whole months. */
  readonly trend: MonthlyTrend | null;
  /** Years in which its rank is at most `top`. */
  readonly presentYears: number;
}

export interface Stability {
  readonly areas: readonly AreaStability[];
  readonly years: readonly number[];
  readonly months: readonly Month[];
  /** What the ranks are among, in words. */
  readonly rankedAmong: string;
}

const DAY = 86_400_000;

export const stabilityOfAreas = defineJob({
  title: "Do areas stay hotspots: counts by year and month, trend, busiest days",
  params: z.strictObject({
    shapes: z.array(shapeSchema).describe("hotspots or candidate cells, m"),
    x: floats("incidents, east, m"),
    y: floats("incidents, north, m"),
    start: floats("ms of local civil time read as UTC"),
    months: z
      .array(z.strictObject({ from: z.number(), to: z.number(), whole: z.boolean() }))
      .describe("calendar months that the filter keeps, in order; those that are not whole are left out of the trend"),
    lattice: z
      .strictObject({ side: z.number().positive(), rotation: z.number().default(0), origin: pointSchema.default({ x: 0, y: 0 }) })
      .optional()
      .describe("hexagons to rank the areas among; default: among themselves"),
    top: z.int().positive().default(50).describe("an area is present in a year where its rank is at most that"),
    busiestDays: z.int().positive().default(3),
    precision: z.enum(["minute", "hour", "day", "month"]).describe("of the times"),
  }),
  run({ shapes, x, y, start, months, lattice, top, busiestDays, precision }, context): Stability {
    if (y.length !== x.length || start.length !== x.length) {
      throw new InputError(`Got ${x.length} x, ${y.length} y and ${start.length} times. Give one of each for every incident.`);
    }
    if (months.length === 0) throw new InputError("The filter keeps 0 months. Widen its dates.");
    const yearOf = months.map(({ from }) => new Date(from).getUTCFullYear());
    const years = [...new Set(yearOf)];
    const monthOf = monthIndex(months, start);
    const columnOfYear = yearOf.map((year) => years.indexOf(year));
    const inside = shapes.map((shape, k) => {
      context.progress((0.7 * k) / shapes.length, "Counting by area");
      return rowsInside([shape], x, y);
    });
    const counts = inside.map((incidents) => {
      const byYear = new Float64Array(years.length), byMonth = new Float64Array(months.length);
      for (const i of incidents) {
        if (monthOf[i] < 0) continue;
        byMonth[monthOf[i]]++;
        byYear[columnOfYear[monthOf[i]]]++;
      }
      return { byYear, byMonth };
    });
    const rivals = lattice ? cellsByYear(lattice, x, y, monthOf, columnOfYear, years.length) : years.map((_, k) => Float64Array.from(counts, ({ byYear }) => byYear[k]).sort());
    context.progress(0.9, "Trends");
    const areas = inside.map((incidents, a): AreaStability => {
      const { byYear, byMonth } = counts[a];
      const ranked = years.map((year, k) => ({ year, count: byYear[k], rank: rivals[k].some((count) => count > 0) ? 1 + above(rivals[k], byYear[k]) : null }));
      return {
        total: incidents.length,
        byYear: ranked,
        byMonth,
        busiest: isPrecise(precision, "day") && incidents.length > 0 ? busiest(incidents, start, busiestDays) : null,
        trend: monthlyTrend(byMonth, months),
        presentYears: ranked.filter(({ rank }) => rank !== null && rank <= top).length,
      };
    });
    const rankedAmong = lattice ? `all hexagons of ${lattice.side} m edge with incidents` : `the ${shapes.length} areas`;
    return { areas, years, months, rankedAmong };
  },
});

/** The month of each incident; -1 where none holds it. */
function monthIndex(months: readonly Month[], start: Float64Array): Int32Array {
  return Int32Array.from(start, (ms) => {
    let low = 0, high = months.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (months[middle].to <= ms) low = middle + 1;
      else high = middle;
    }
    return low < months.length && months[low].from <= ms ? low : -1;
  });
}

/** For each year the incidents of every cell, ascending. */
function cellsByYear(
  { side, rotation, origin }: { readonly side: number; readonly rotation: number; readonly origin: { readonly x: number; readonly y: number } },
  x: Float64Array,
  y: Float64Array,
  monthOf: Int32Array,
  columnOfYear: readonly number[],
  years: number,
): Float64Array[] {
  const cells = latticeCells(hexagonLattice(side), { x, y, origin, rotation });
  const cellOf = cells.cellOf();
  const counts = Array.from({ length: years }, () => new Float64Array(cells.x.length));
  for (let i = 0; i < x.length; i++) if (monthOf[i] >= 0) counts[columnOfYear[monthOf[i]]][cellOf[i]]++;
  return counts.map((each) => each.sort());
}

/** How many of the ascending values are larger. */
function above(ascending: Float64Array, value: number): number {
  let low = 0, high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return ascending.length - low;
}

function busiest(incidents: readonly number[], start: Float64Array, n: number): NonNullable<AreaStability["busiest"]> {
  const byDay = new Map<number, number>();
  for (const i of incidents) {
    const day = Math.floor(start[i] / DAY) * DAY;
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  const days = [...byDay].map(([day, count]) => ({ day, count })).sort((a, b) => b.count - a.count || a.day - b.day).slice(0, n);
  return { days, share: days.reduce((sum, { count }) => sum + count, 0) / incidents.length };
}
