// `hexbeat allocate`: where to post vehicles for a forecast, for slots or for incidents, with a proved bound, as JSON or GeoJSON.

import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { describePlane } from "../core/geo/plane.ts";
import type { JobInput } from "../core/jobs.ts";
import { dayPlan } from "../core/patrol/fleet/dayPlan.ts";
import type { Allocation } from "../core/patrol/posting/allocation.ts";
import { postedVehicles, vehiclesAsGeoJson, type PostedVehicle } from "../core/patrol/posting/postedVehicles.ts";
import type { PostingParams } from "../core/patrol/posting/postingParams.ts";
import { prepareAllocation, type AllocationGround, type AllocationPlan, type Objective } from "../core/patrol/prepareAllocation.ts";
import { runSideBySide } from "../workers/runSideBySide.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { allocationPlan, jurisdictionsOf, PLAN_HELP, PLAN_OPTIONS } from "./cliAllocationPlan.ts";
import { demandOf, DEMAND_HELP, DEMAND_OPTIONS, type Demand } from "./cliDemand.ts";
import { planOf } from "./cliExport.ts";
import { givenPath, withProject } from "./cliFiles.ts";
import { groundOf, withThreads, written, type Ground } from "./cliForecasting.ts";
import { oneOf } from "./cliOptions.ts";

const OBJECTIVES = {
  coverage: "most demand within the radius of a vehicle (maximal covering)",
  distance: "least mean distance to the nearest vehicle (p-median)",
  targets: "least demand beyond each of the target distances",
  centre: "least longest distance to the nearest vehicle (p-centre)",
} as const satisfies Record<Objective, string>;

export const ALLOCATE_HELP = `hexbeat allocate --project P.hexbeat --objective OBJECTIVE [options] [-o FILE]

Posts vehicles on square tiles so that the objective is best, and prints where they stand, what each is there for, coverage,
mean and longest distance, and the proved bound: no allocation is better than that.

${Object.entries(OBJECTIVES).map(([name, text]) => `  --objective ${name.padEnd(10)} ${text}`).join("\n")}

${DEMAND_HELP}
${PLAN_HELP}
  --area LAYER           only tiles in the polygons of that layer count; by default the area of the forecast or of the filter
  --exclusions           no vehicle may stand in the exclusions of the project's plan
  -o FILE                writes the result there, whole or not at all; FILE.geojson holds the vehicles as points`;

export async function allocateCommand(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      project: { type: "string", short: "p" },
      objective: { type: "string" },
      area: { type: "string" },
      exclusions: { type: "boolean", default: false },
      output: { type: "string", short: "o" },
      ...DEMAND_OPTIONS,
      ...PLAN_OPTIONS,
    },
  });
  if (!values.project) throw new InputError("Name the project: --project P.hexbeat.");
  const objective = oneOf("--objective", values.objective, Object.keys(OBJECTIVES) as Objective[]);
  if (!objective) throw new InputError(`Say what is best: --objective ${Object.keys(OBJECTIVES).join("|")}.`);
  return withProject(values.project, "read", async (project) => {
    const ground = await groundOf(project, values.area);
    const { plane } = ground.table;
    const plan = allocationPlan(values, objective, plane);
    const demand = await demandOf(project, ground, values, plan.tile);
    const binding: AllocationGround = {
      area: values.area === undefined ? demand.area : ground.area,
      exclusions: values.exclusions ? planOf(project).exclusions.map(({ shape }) => shape) : [],
      jurisdictions: await jurisdictionsOf(project, values, plane),
    };
    const result = await allocateDay(plan, demand, binding, ground);
    const { windows, ...brief } = result;
    if (!values.output?.toLowerCase().endsWith(".geojson")) return written(result, values.output, brief);
    const bytes = new TextEncoder().encode(vehiclesAsGeoJson(windows.flatMap(({ vehicles }) => vehicles), { ...brief.settings, ...brief.demand }));
    atomicWrite(givenPath(values.output), bytes);
    return { file: values.output, bytes: bytes.byteLength, ...brief };
  });
}

/** Each window by itself, and then who drives where between them. */
async function allocateDay(plan: AllocationPlan, demand: Demand, binding: AllocationGround, { table: { plane }, filter }: Ground) {
  const prepared = demand.windows.map(({ values }) => prepareAllocation(demand.tiles, values, plan, binding));
  const job = prepared[0].job as "maximalCovering"; // whichever it is: all take these parameters and answer an Allocation
  const found = await withThreads((pool, options) => runSideBySide(pool, job, prepared.map(({ params }) => params as JobInput<typeof job> & PostingParams), options));
  const windows = found.map((allocation, w) => postedVehicles(prepared[w].params, allocation as unknown as Allocation, plan, plane, demand.windows[w].name));
  const { vehicles: numbers, metres } = dayPlan(windows.map(({ vehicles }) => vehicles.map(({ x, y, kindIndex }) => ({ x, y, kind: kindIndex }))), plan.kinds?.map(({ vehicles }) => vehicles) ?? [plan.vehicles]);
  const expected = (of: (w: number) => number): number => demand.windows.reduce((sum, { share }, w) => sum + share * of(w), 0);
  return {
    demand: { from: demand.from, unit: demand.unit, windows: demand.windows.length },
    filter,
    settings: { ...plan, optimised: OBJECTIVES[plan.objective] },
    tiles: { ...demand.tiles, counting: prepared[0].cells.length, plane: describePlane(plane) },
    /** Over the windows, each by its share of the day's demand. */
    expected: { coverage: expected((w) => windows[w].coverage), meanDistance: expected((w) => windows[w].meanDistance) },
    proven: windows.every(({ proven }) => proven),
    gap: Math.max(...windows.map(({ gap }) => gap)),
    windows: windows.map(({ vehicles, ...rest }, w) => ({
      ...rest,
      share: demand.windows[w].share,
      outside: demand.windows[w].outside + prepared[w].outside,
      metresMoved: metres[w],
      vehicles: vehicles.map(({ kindIndex: _kind, ...vehicle }, k): PostedVehicle => ({ vehicle: numbers[w][k] + 1, ...vehicle })).toSorted((a, b) => a.vehicle - b.vehicle),
    })),
  };
}
