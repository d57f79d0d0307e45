// The request of an allocation for what is chosen at present: demand on tiles, the plan, and the shapes that bind it.

import { InputError } from "../../core/errors.ts";
import { namedAreas } from "../../core/formats/namedAreas.ts";
import { studyPolygons } from "../../core/forecast/studyArea.ts";
import { slotBlock, slotDay } from "../../core/forecast/slots/slotInWords.ts";
import { dayInWords, windowInWords } from "../../core/forecast/windowInWords.ts";
import { robustBounds } from "../../core/geo/robustBounds.ts";
import { tileGrid, tilesOver } from "../../core/geo/tileGrid.ts";
import type { Grid, Polygon } from "../../core/geo/types.ts";
import type { JobInput } from "../../core/jobs.ts";
import { prepareAllocation, type AllocationGround, type PreparedAllocation } from "../../core/patrol/prepareAllocation.ts";
import type { AllocationDraft, DemandChoice } from "../allocationDraft.ts";
import type { AllocationRequest, Demand } from "../shownAllocation.ts";
import { surfaceMark } from "../staleAllocation.ts";
import { committedPlan, useStore } from "../store.ts";
import { count, metres } from "../ui/format.ts";
import { studyAreaOf } from "./choicesOf.ts";
import { roadMatrix } from "./roadMatrix.ts";
import { runJob } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";

/** Its line in the status bar. */
export const DEMAND_JOB = "Demand of the tiles";

const M2_PER_KM2 = 1e6;

/** @throws InputError where what is chosen is not there, or no allocation can keep the rules */
export async function allocationRequest(draft: AllocationDraft = useStore.getState().allocationDraft): Promise<AllocationRequest> {
  const { plan } = draft;
  const { tiles, given, area, ...source } = SOURCES[draft.demand](draft);
  const demand = demandOf(draft.demand, source);
  const { studyArea } = studyAreaOf(draft);
  const ground = groundOf(draft, studyPolygons(studyArea, area));
  const { weight, outside } = await runJob(DEMAND_JOB, "tileDemand", { tiles, ...given });
  const prepared = prepareAllocation(tiles, weight, plan, ground);
  return { ...prepared, outside: prepared.outside + outside, plan, tiles, demand, area: typeof studyArea === "object" ? studyArea.layer : null, ...(await distancesOf(draft, prepared)) };
}

async function distancesOf({ roads }: AllocationDraft, { params }: PreparedAllocation): Promise<Pick<AllocationRequest, "params" | "roads">> {
  if (roads === null) return { params, roads: null };
  const { name, found } = await roadMatrix(roads, { x: params.x, y: params.y });
  const { distances, far, network } = found;
  return { params: { ...params, distances }, roads: { name, far: far.length, leftOut: network.leftOut } };
}

interface Source extends Pick<Demand, "name" | "unit"> {
  readonly tiles: Grid;
  readonly given: Omit<JobInput<"tileDemand">, "tiles">;
  readonly area: readonly Polygon[];
}

function demandOf(choice: DemandChoice, { name, unit }: Pick<Source, "name" | "unit">): Demand {
  const state = useStore.getState();
  return { choice, name, unit, mark: surfaceMark(choice, state) ?? "", filter: state.filter, known: state.incidents?.table.length ?? 0 };
}

const SOURCES: { readonly [Choice in DemandChoice]: (draft: AllocationDraft) => Source } = {
  incidents: ({ weights, plan }) => {
    const { x, y, selected, filter } = theFiltered();
    const { offences, offence } = useStore.getState().incidents!.table;
    const counts = offences.map(({ category }) => weights[category] ?? 1);
    const weighted = counts.some((each) => each !== 1);
    return {
      tiles: tileGrid(robustBounds(x, y), plan.tile),
      given: { incidents: { x, y, ...(weighted && { weight: Float64Array.from(selected, (row) => counts[offence[row]]) }) } },
      area: filter.area,
      name: `${count(x.length)} incidents${weighted ? ", weighted by offence" : ""}`,
      unit: weighted ? "weighted incidents" : "incidents",
    };
  },
  forecast: ({ plan }) => {
    const { forecast, forecastView } = useStore.getState();
    if (!forecast) throw new InputError("No forecast is on the map. Make one, or choose another demand.");
    const { window, perKm2 } = forecast.windows[forecastView.window];
    return {
      ...surface(forecast.grid, perKm2, plan.tile),
      area: studyPolygons(forecast.plan.studyArea, forecast.filter.area),
      name: `forecast of ${dayInWords(forecast.block.from)}, ${windowInWords(window)}`,
      unit: "of the window’s events",
    };
  },
  slot: ({ plan }) => {
    const { slots, slotAt } = useStore.getState();
    if (!slots) throw new InputError("No predicted slot is on the map. Predict slots, or choose another demand.");
    const { slot, values } = slots.slots[slotAt];
    const all = new Float64Array(slots.tiles.columns * slots.tiles.rows);
    slots.cells.forEach((cell, i) => (all[cell] = values[i]));
    return {
      ...surface(slots.tiles, all, plan.tile),
      area: slots.filter.area,
      name: `slot of ${slotDay(slots, slot)}, ${slotBlock(slot)}`,
      unit: "predicted incidents",
    };
  },
  density: ({ plan }) => {
    const { density } = useStore.getState();
    if (!density) throw new InputError("No density is on the map. Make one, or choose another demand.");
    return {
      ...surface(density.grid, density.perKm2, plan.tile),
      area: density.filter.area,
      name: `density, ${density.kernel} ${metres(density.bandwidthX)}`,
      unit: "incidents, smoothed",
    };
  },
};

/** Of a surface per km². */
function surface(grid: Grid, perKm2: Float32Array | Float64Array, tile: number): Pick<Source, "tiles" | "given"> {
  const values = new Float64Array(perKm2.length);
  for (let i = 0; i < values.length; i++) values[i] = perKm2[i] / M2_PER_KM2;
  return { tiles: tilesOver(grid, tile), given: { density: { grid, values } } };
}

function groundOf({ exclusions, jurisdictions, plan }: AllocationDraft, area: readonly Polygon[]): AllocationGround {
  const state = useStore.getState();
  const layer = state.contextLayers.find(({ id }) => id === jurisdictions);
  return {
    area,
    exclusions: exclusions ? committedPlan(state).exclusions.map(({ shape }) => shape) : [],
    jurisdictions: layer && state.plane && plan.least.length > 0 ? namedAreas(layer.data, state.plane) : [],
  };
}
