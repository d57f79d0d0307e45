// Do places last? Counts by year and month, trend, busiest days and hours of hotspots or of cells that methods name.

import { InputError } from "../../core/errors.ts";
import { cellShape } from "../../core/hotspots/promote.ts";
import { monthsOfFilter } from "../../core/incidents/monthsOfFilter.ts";
import { takeRows } from "../../core/incidents/takeRows.ts";
import type { JobInput } from "../../core/jobs.ts";
import { progressParts } from "../../workers/progressParts.ts";
import { DAY_PARTS, shownFind } from "../shownFind.ts";
import type { ShownStability } from "../shownStability.ts";
import { committedPlan, useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { selectThem } from "./filtering.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";

/** Its line in the status bar. */
export const STABILITY_JOB = "Asking whether places last";

type Place = ShownStability["places"][number];

/** The selected hotspots, or all of them where none is selected. */
function hotspotPlaces(): readonly Place[] {
  const state = useStore.getState();
  const { hotspots } = committedPlan(state);
  const selected = hotspots.filter(({ id }) => state.selection.includes(id));
  return (selected.length > 0 ? selected : hotspots).map(({ name, shape }) => ({ name, shape }));
}

/** The first n cells of the agreement of the methods side by side. */
function namedPlaces(n: number): readonly Place[] {
  const find = shownFind(useStore.getState());
  return find ? find.found.agreement.slice(0, n).map(({ cell }, i) => ({ name: `Cell ${i + 1}`, shape: cellShape(find.found, cell) })) : [];
}

/** @throws InputError where there is no place, or the times do not say the month */
export async function runStability(of: "hotspots" | "cells", n: number): Promise<void> {
  const state = useStore.getState();
  const { incidents } = state;
  if (!incidents) throw new InputError("There are no incidents to count. Import incidents first (File > Import incidents).");
  const places = of === "hotspots" ? hotspotPlaces() : namedPlaces(n);
  if (places.length === 0) throw new InputError(of === "hotspots" ? "The plan has no hotspot yet. Make or place one first." : "No cell is named yet. Compare the methods on the Find page first.");
  const { table } = incidents;
  const find = of === "cells" ? shownFind(state) : null;
  const filter = find?.filter ?? state.filter;
  const months = monthsOfFilter(filter, table);
  const precision = table.precision as Exclude<typeof table.precision, "none">;
  const params: Params = {
    shapes: places.map(({ shape }) => shape),
    months,
    lattice: { side: committedPlan(state).side, rotation: find?.found.rotation ?? 0 },
    precision,
  };
  const [found, profiles] = await withProgress(STABILITY_JOB, async (options) => {
    const { x, y, selected } = await selectThem(incidents, filter, options);
    const start = takeRows(table.start, selected);
    return [
      await thePool().run("stabilityOfAreas", { ...params, x, y, start }, progressParts(options, 0, 0.8)),
      await thePool().run("profileOfAreas", { areas: places.map(({ shape }) => [shape]), x, y, start, precision }, progressParts(options, 0.8, 1)),
    ] as const;
  });
  const stability: ShownStability = { places, part: find?.part ?? "filtered", precision, found, profiles, filter, known: table.length };
  useStore.setState({ stability });
  // Drawn first, then kept.
  await breathe();
  await keepResult({
    job: "stabilityOfAreas",
    title: `Whether ${places.length} ${of === "hotspots" ? "hotspots" : "cells"} last${find ? `, ${DAY_PARTS[find.part]}` : ""}`,
    parameters: { places: places.map(({ name }) => name), months: months.length, wholeMonths: months.filter(({ whole }) => whole).length, rankedAmong: found.rankedAmong, trendLevel: 0.05 },
    request: { job: "stabilityOfAreas", filter, params: { ...params } },
    value: stability,
    numbers: { areas: found.areas, years: found.years },
  });
}

type Params = Omit<JobInput<"stabilityOfAreas">, "x" | "y" | "start">;
