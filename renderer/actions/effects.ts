// Who the allocation on the map covers more and whom less: offences, jurisdictions, population groups against the whole.

import { InputError } from "../../core/errors.ts";
import { blockInWords } from "../../core/forecast/slots/slotInWords.ts";
import { DAY_STARTS, slotOf, slotOfDay } from "../../core/forecast/slots/slots.ts";
import { dayInWords } from "../../core/forecast/windowInWords.ts";
import { namedAreas } from "../../core/formats/namedAreas.ts";
import { numberedAreas } from "../../core/formats/numberedAreas.ts";
import type { Filter } from "../../core/incidents/filter.ts";
import { offenceCategories } from "../../core/incidents/offenceCategories.ts";
import { placesAt } from "../../core/incidents/placesAt.ts";
import { selectIncidents } from "../../core/incidents/selectIncidents.ts";
import type { IncidentTable } from "../../core/incidents/table.ts";
import type { JobInput } from "../../core/jobs.ts";
import type { PlaceGroup } from "../../core/patrol/quality/groupByArea.ts";
import { postingOf, siteAt, type ShownAllocation } from "../shownAllocation.ts";
import type { ShownEffects } from "../shownExplorations.ts";
import { useStore } from "../store.ts";
import { count } from "../ui/format.ts";
import { breathe } from "./breathe.ts";
import { runJob } from "./runJob.ts";

/** The incidents it is judged by: all that the filter's dates and places keep, or those of the predicted days. */
export type JudgedBy = "filter" | "days";

type Vehicles = Pick<JobInput<"allocationEffects">, "chosenX" | "chosenY" | "chosenRadius" | "chosenSpeed" | "radius">;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Its line in the status bar. */
export const EFFECTS_JOB = "Effects of the allocation";

/** Of every offence category, whatever the filter says of offences. */
export async function runOffenceEffects(judgedBy: JudgedBy): Promise<void> {
  const { table } = theIncidents();
  const { rows, basis } = judged(table, judgedBy, true);
  const names = offenceCategories(table);
  const categoryOf = table.offences.map(({ category }) => names.indexOf(category));
  const found = names.map((): number[] => []);
  for (const row of rows) found[categoryOf[table.offence[row]]].push(row);
  const groups: PlaceGroup[] = [];
  for (const [i, name] of names.entries()) {
    // Columns of a large category take some milliseconds.
    await breathe();
    if (found[i].length > 0) groups.push({ name, ...placesAt(table, found[i]) });
  }
  await run({ on: "offence types", unit: "incidents", basis: `${basis}, every offence`, kind: "crimes", groups });
}

/** Of every area of a layer, by the incidents that the filter keeps. */
export async function runAreaEffects(layerId: string, judgedBy: JudgedBy): Promise<void> {
  const { table } = theIncidents();
  const { contextLayers, plane } = useStore.getState();
  const layer = contextLayers.find(({ id }) => id === layerId);
  const areas = layer && plane ? namedAreas(layer.data, plane) : [];
  if (!layer || areas.length === 0) throw new InputError(`The layer ${layer?.name ?? layerId} has no areas. Choose another.`);
  const { rows, basis } = judged(table, judgedBy, false);
  const { groups } = await runJob("Incidents of each area", "placesByArea", { areas: areas.map(({ name, polygons }) => ({ name, polygons: [...polygons] })), ...placesAt(table, rows) });
  await run({ on: layer.name, unit: "incidents", basis, kind: "crimes", groups: groups.filter(({ x }) => x.length > 0) });
}

/** Of the people of a layer's areas, spread evenly over them: one group a column of numbers. */
export async function runPopulationEffects(layerId: string, columns: readonly string[]): Promise<void> {
  const { contextLayers, plane } = useStore.getState();
  const { tiles } = theAllocation().request;
  const layer = contextLayers.find(({ id }) => id === layerId);
  if (!layer || !plane || columns.length === 0) throw new InputError("Choose a layer of areas and at least one of its columns of numbers.");
  const { areas, withoutNumbers } = numberedAreas(layer.data, plane, columns);
  const { x, y, groups } = await runJob("Population of the tiles", "tilePopulation", {
    tiles,
    names: [...columns],
    areas: areas.map(({ polygons, values }) => ({ polygons, values: [...values] })),
  });
  const outside = groups.reduce((sum, group) => sum + group.outside, 0);
  const left = [
    ...(outside >= 0.5 ? [`${count(outside)} of them live outside the tiles`] : []),
    ...(withoutNumbers > 0 ? [`${count(withoutNumbers)} areas have no number`] : []),
  ];
  const basis = ["inhabitants spread evenly over their areas", ...left].join("; ");
  await run({ on: layer.name, unit: "people", basis, kind: "population", groups: groups.map(({ name, weight }) => ({ name, x, y, weight })) });
}

interface Asked extends Pick<ShownEffects, "on" | "unit" | "basis">, Pick<JobInput<"allocationEffects">, "kind"> {
  readonly groups: readonly PlaceGroup[];
}

async function run({ kind, groups, ...told }: Asked): Promise<void> {
  const allocation = theAllocation();
  if (groups.length === 0) throw new InputError(`There are no ${told.unit} to judge by: ${told.basis}. Choose others.`);
  const found = await runJob(EFFECTS_JOB, "allocationEffects", { kind, groups: groups.map((group) => ({ ...group })), ...vehiclesOf(allocation) });
  useStore.setState({ effects: { allocation, ...told, found } });
}

function theAllocation(): ShownAllocation {
  const { allocation } = useStore.getState();
  if (!allocation) throw new InputError("No allocation is on the map. Post cars under Optimise first.");
  return allocation;
}

/** Each with the reach and the speed of its kind. */
export function vehiclesOf({ request, chosen, kinds }: ShownAllocation): Vehicles {
  const sites = Array.from(chosen, (site) => siteAt(request, site));
  const kind = Array.from(kinds, (k) => postingOf(request).kinds[k]);
  const { radius } = request.plan;
  return {
    chosenX: Float64Array.from(sites, ({ x }) => x),
    chosenY: Float64Array.from(sites, ({ y }) => y),
    chosenRadius: Float64Array.from(kind, (of) => of.radius ?? radius),
    chosenSpeed: Float64Array.from(kind, ({ speed }) => speed),
    radius,
  };
}

function judged(table: IncidentTable, by: JudgedBy, everyOffence: boolean): { readonly rows: Uint32Array; readonly basis: string } {
  const { filter, slots, slotAt, allocation } = useStore.getState();
  const asked: Filter = everyOffence ? { ...filter, withoutOffences: [] } : filter;
  if (by === "filter") return { rows: selectIncidents(table, asked), basis: "incidents that the filter’s dates and places keep" };
  if (!slots) throw new InputError("No predicted days are on the map. Predict slots first (Forecast, Slots), or choose the filter’s incidents.");
  const { from, to } = slots.predicted;
  const rows = selectIncidents(table, { ...asked, periods: [{ from: from + DAY_STARTS * HOUR, to: to + DAY_STARTS * HOUR }] });
  const days = `${dayInWords(from)} to ${dayInWords(to - DAY)}`;
  if (allocation?.request.demand.choice !== "slot") return { rows, basis: `incidents of the predicted days, ${days}` };
  // What was posted for a block of the day is judged by that block.
  const block = slotOfDay(slots.slots[slotAt].slot);
  return {
    rows: rows.filter((row) => slotOfDay(slotOf(table.start[row], slots.firstDay)) === block),
    basis: `incidents of ${blockInWords(block)} on the predicted days, ${days}`,
  };
}

function theIncidents(): { readonly table: IncidentTable } {
  const { incidents } = useStore.getState();
  if (!incidents) throw new InputError("The project has no incidents. Import some first.");
  return incidents;
}
