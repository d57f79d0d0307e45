// `hexbeat allocate`: where to post vehicles for a forecast, for slots or for incidents, with a proved bound, as JSON or GeoJSON.

import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { roadLinesOf } from "../core/formats/roadLinesOf.ts";
import { describePlane } from "../core/geo/plane.ts";
import type { JobInput } from "../core/jobs.ts";
import { dayPlan } from "../core/patrol/fleet/dayPlan.ts";
import type { Allocation } from "../core/patrol/posting/allocation.ts";
import { postedVehicles, vehiclesAsGeoJson, type PostedVehicle } from "../core/patrol/posting/postedVehicles.ts";
import { prepareAllocation, type AllocationGround, type AllocationPlan, type Objective, type PreparedAllocation } from "../core/patrol/prepareAllocation.ts";
import type { JobPool, RunOptions } from "../workers/pool.ts";
import { progressParts } from "../workers/progressParts.ts";
import { runSideBySide } from "../workers/runSideBySide.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { allocationPlan, jurisdictionsOf, PLAN_HELP, PLAN_OPTIONS } from "./cliAllocationPlan.ts";
import { demandOf, DEMAND_HELP, DEMAND_OPTIONS, type Demand } from "./cliDemand.ts";
import { planOf } from "./planOf.ts";
import { exploreFleet, exploreFrontier } from "./cliExplore.ts";
import { givenPath, withProject, type ProjectAtPath } from "./cliFiles.ts";
import { groundOf, storedLayer, withThreads, written, type Ground } from "./cliForecasting.ts";
import { oneOf, positiveNumber } from "./cliOptions.ts";

const OBJECTIVES = {
  coverage: "most demand within the radius of a vehicle (maximal covering)",
  distance: "least mean distance to the nearest vehicle (p-median)",
  targets: "least demand beyond each of the target distances",
  centre: "least longest distance to the nearest vehicle (p-centre)",
} as const satisfies Record<Objective, string>;

const EXPLORATIONS = {
  frontier: "the trade-off of a fleet between coverage and mean distance, with its proved envelope",
  fleet: "coverage and mean distance of every fleet up to --vehicles, and what the next vehicle adds",
} as const;

export const ALLOCATE_HELP = `hexbeat allocate --project P.hexbeat --objective OBJECTIVE [options] [-o FILE]

Posts vehicles on square tiles so that the objective is best, and prints where they stand, what each is there for, coverage,
mean and longest distance, and the proved bound: no allocation is better than that. For several windows of a day the vehicles
are numbered so that they move the least metres between them.

${Object.entries({ ...OBJECTIVES, ...EXPLORATIONS }).map(([name, text]) => `  --objective ${name.padEnd(10)} ${text}`).join("\n")}

${DEMAND_HELP}
${PLAN_HELP}
  --cover SHARE, --within METRES    for fleet: how many vehicles cover that share, or have that mean distance
  --area LAYER           only tiles in the polygons of that layer count; by default the area of the forecast or of the filter
  --exclusions           no vehicle may stand in the exclusions of the project's plan
  --roads LAYER          distances along the lines of that layer instead of straight
  -o FILE                writes the result there, whole or not at all; FILE.geojson holds the vehicles as points`;

export async function allocateCommand(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      project: { type: "string", short: "p" },
      objective: { type: "string" },
      cover: { type: "string" },
      within: { type: "string" },
      area: { type: "string" },
      exclusions: { type: "boolean", default: false },
      roads: { type: "string" },
      output: { type: "string", short: "o" },
      ...DEMAND_OPTIONS,
      ...PLAN_OPTIONS,
    },
  });
  if (!values.project) throw new InputError("Name the project: --project P.hexbeat.");
  const names = Object.keys({ ...OBJECTIVES, ...EXPLORATIONS }) as (Objective | keyof typeof EXPLORATIONS)[];
  const objective = oneOf("--objective", values.objective, names);
  if (!objective) throw new InputError(`Say what is best: --objective ${names.join("|")}.`);
  const wish = { coverage: positiveNumber("--cover", values.cover), distance: positiveNumber("--within", values.within) };
  const geoJson = values.output?.toLowerCase().endsWith(".geojson") ?? false;
  const explored = objective === "frontier" || objective === "fleet";
  if (explored && geoJson) throw new InputError(`--objective ${objective} is about many allocations; write it to a .json file.`);
  return withProject(values.project, "read", async (project) => {
    const ground = await groundOf(project, values.area);
    const { plane } = ground.table;
    const plan = allocationPlan(values, explored ? "distance" : objective, plane);
    const demand = await demandOf(project, ground, values, plan.tile);
    const binding: AllocationGround = {
      area: values.area === undefined ? demand.area : ground.area,
      exclusions: values.exclusions ? planOf(project).exclusions.map(({ shape }) => shape) : [],
      jurisdictions: await jurisdictionsOf(project, values, plane),
    };
    const straight = demand.windows.map(({ values: weight }) => prepareAllocation(demand.tiles, weight, plan, binding));
    const { optimised, ...found } = await withThreads(async (pool, options) => {
      const prepared = values.roads === undefined ? straight : await alongRoads(pool, straight, values.roads, project, ground, progressParts(options, 0, 0.3));
      const part = progressParts(options, 0.3, 1);
      if (!explored) return { optimised: OBJECTIVES[objective], ...(await allocateDay(pool, plan, demand, prepared, ground, part)) };
      if (prepared.length > 1) throw new InputError(`--objective ${objective} is for one window or slot; pick it with --window or --slot.`);
      const explore = objective === "frontier" ? exploreFrontier : exploreFleet;
      return { optimised: EXPLORATIONS[objective], ...(await explore(pool, prepared[0].params, plan, plane, wish, part)) };
    });
    const brief = {
      demand: { from: demand.from, unit: demand.unit, windows: demand.windows.length },
      filter: demand.filter,
      settings: { ...plan, objective, optimised, distances: values.roads === undefined ? "straight lines" : `along ${values.roads}` },
      tiles: { ...demand.tiles, counting: straight[0].cells.length, plane: describePlane(plane) },
    };
    const { whole, ...told } = found;
    if (!geoJson) return written({ ...brief, ...told, ...whole }, values.output, { ...brief, ...told });
    const vehicles = "windows" in whole ? whole.windows.flatMap((window) => window.vehicles) : [];
    const bytes = new TextEncoder().encode(vehiclesAsGeoJson(vehicles, { ...brief.settings, ...brief.demand }));
    atomicWrite(givenPath(values.output!), bytes);
    return { file: values.output, bytes: bytes.byteLength, ...brief, ...told };
  });
}

/** The same requests with distances along the layer's lines. */
async function alongRoads(pool: JobPool, prepared: readonly PreparedAllocation[], layer: string, project: ProjectAtPath, { table: { plane } }: Ground, options: RunOptions): Promise<PreparedAllocation[]> {
  const lines = roadLinesOf(await storedLayer(project, layer), plane);
  if (lines.starts.length < 2) throw new InputError(`The layer "${layer}" holds no lines, so nothing runs along it.`);
  const { x, y } = prepared[0].params;
  const { distances, far, network } = await pool.run("roadDistances", { lines, x, y }, options);
  if (far.length > 0) console.error(`hexbeat: ${far.length} of ${x.length} tiles are farther than 500 m from any road of ${layer}; their way to it counts straight.`);
  if (network.leftOut > 0) console.error(`hexbeat: ${Math.round(network.leftOut / 1000)} km of roads lead nowhere from the rest and were left out.`);
  return prepared.map((each) => ({ ...each, params: { ...each.params, distances } }));
}

/** Each window by itself, and then who drives where between them. */
async function allocateDay(pool: JobPool, plan: AllocationPlan, demand: Demand, prepared: readonly PreparedAllocation[], { table: { plane } }: Ground, options: RunOptions) {
  const { job } = prepared[0];
  const found: readonly Allocation[] = await runSideBySide(pool, job, prepared.map(({ params }) => params as JobInput<typeof job>), options);
  const windows = found.map((allocation, w) => postedVehicles(prepared[w].params, allocation, plan, plane, demand.windows[w].name));
  const { vehicles: numbers, metres } = dayPlan(windows.map(({ vehicles }) => vehicles.map(({ x, y, kindIndex }) => ({ x, y, kind: kindIndex }))), plan.kinds?.map(({ vehicles }) => vehicles) ?? [plan.vehicles]);
  const expected = (of: (w: number) => number): number => demand.windows.reduce((sum, { share }, w) => sum + share * of(w), 0);
  return {
    /** Over the windows, each by its share of the day's demand. */
    expected: { coverage: expected((w) => windows[w].coverage), meanDistance: expected((w) => windows[w].meanDistance) },
    proven: windows.every(({ proven }) => proven),
    gap: Math.max(...windows.map(({ gap }) => gap)),
    whole: {
      windows: windows.map(({ vehicles, ...rest }, w) => ({
        ...rest,
        share: demand.windows[w].share,
        outside: demand.windows[w].outside + prepared[w].outside,
        metresMoved: metres[w],
        vehicles: vehicles.map(({ kindIndex: _kind, ...vehicle }, k): PostedVehicle => ({ vehicle: numbers[w][k] + 1, ...vehicle })).toSorted((a, b) => a.vehicle - b.vehicle),
      })),
    },
  };
}
