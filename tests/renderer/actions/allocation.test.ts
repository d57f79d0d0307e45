// From the choices in the panel to an allocation on the map: searched, stopped, moved by hand, kept and brought back.

import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Polygon } from "../../../core/geo/types.ts";
import { NO_FILTER } from "../../../core/incidents/filter.ts";
import { allocationValue } from "../../../core/patrol/posting/allocationValue.ts";
import { startHistory } from "../../../core/plan/history.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";
import type { Host, ProjectSummary, StoredResult } from "../../../core/host.ts";
import type { StoredRequest } from "../../../core/replay.ts";
import type { JobPool, RunOptions } from "../../../workers/pool.ts";
import { allocationState } from "../../support/allocationState.ts";
import { directPool } from "../../support/directPool.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
const { keepAllocation, runAllocation } = await import("../../../renderer/actions/allocation.ts");
const { changeAllocation, changeAllocationPlan, togglePlace } = await import("../../../renderer/actions/allocationDraft.ts");
const { allocationRequest } = await import("../../../renderer/actions/allocationRequest.ts");
const { doBestMove, moveVehicle, nudgeVehicle, undoMove } = await import("../../../renderer/actions/moveVehicle.ts");
const { MEASURES, objectiveOf, provedGap } = await import("../../../renderer/allocationMeasure.ts");
const { currentAllocation, useStore } = await import("../../../renderer/store.ts");
const { postingOf, siteAt } = await import("../../../renderer/shownAllocation.ts");
const { staleReasons } = await import("../../../renderer/staleAllocation.ts");
const { fromStored, toStored } = await import("../../../renderer/storedAllocation.ts");

beforeEach(() => {
  useStore.setState({ ...allocationState(), pool: directPool().pool });
  changeAllocationPlan({ objective: "distance", vehicles: 4, gap: 0, timeLimit: 60 });
});

const square = (x: number, y: number, side: number): Polygon => ({ kind: "polygon", rings: [[{ x, y }, { x: x + side, y }, { x: x + side, y: y + side }, { x, y: y + side }]] });

const shown = () => useStore.getState().allocation!;

describe("the request", () => {
  test("has every incident under the filter in a tile or outside, each counting what its offence does", async () => {
    const { params, outside, demand, cells } = await allocationRequest();
    const sum = (weights: Float64Array): number => weights.reduce((total, each) => total + each, 0);
    expect(sum(params.weight) + outside).toBe(800);
    expect(cells).toHaveLength(params.x.length);
    expect(demand).toMatchObject({ choice: "incidents", name: "800 incidents", unit: "incidents" });
    changeAllocation({ weights: { Robbery: 10, Theft: 0 } });
    const weighted = await allocationRequest();
    expect(sum(weighted.params.weight) + weighted.outside).toBe(2670);
    expect(weighted.demand.unit).toBe("weighted incidents");
  });

  test("takes the density on the map where that is chosen, and says what is missing where there is none", async () => {
    changeAllocation({ demand: "density" });
    await expect(allocationRequest()).rejects.toThrow("No density is on the map");
    const grid = { origin: { x: 0, y: 0 }, cell: 100, columns: 30, rows: 30 };
    const density = { grid, perKm2: new Float32Array(900).fill(50), peak: 50, kernel: "gaussian", bandwidthX: 300, bandwidthY: 300, filter: NO_FILTER } as never;
    useStore.setState({ density });
    const { params, tiles } = await allocationRequest();
    expect([tiles.columns, tiles.rows]).toEqual([10, 10]);
    for (const weight of params.weight) expect(weight).toBeCloseTo(50 * 0.09, 6);
  });

  test("takes the forecast's shown window or the shown slot, each within the area that it was made in", async () => {
    const grid = { origin: { x: 0, y: 0 }, cell: 150, columns: 20, rows: 20 };
    const area = [square(0, 0, 1500)];
    const windows = [10, 40].map((value) => ({ window: [20, 24], perKm2: new Float32Array(400).fill(value), peak: value }));
    const forecast = { grid, windows, block: { from: Date.UTC(2024, 11, 30) }, plan: {}, filter: { ...NO_FILTER, area } } as never;
    const { forecastView } = useStore.getState();
    useStore.setState({ forecast, forecastView: { ...forecastView, window: 1 } });
    changeAllocation({ demand: "forecast" });
    const expected = await allocationRequest();
    expect(expected.demand.name).toBe("forecast of 30 December 2024, 20:00–24:00");
    expect(expected.params.weight).toHaveLength(25);
    for (const weight of expected.params.weight) expect(weight).toBeCloseTo(40 * 0.09, 9);
    expect(expected.outside).toBeCloseTo(40 * (9 - 2.25), 9);

    const tiles = { origin: { x: 0, y: 0 }, cell: 300, columns: 10, rows: 10 };
    const values = Float32Array.of(5, -1);
    const slots = { tiles, cells: Uint32Array.of(0, 11), slots: [{ slot: 0, values }], firstDay: 0, peak: 5, filter: NO_FILTER } as never;
    useStore.setState({ slots });
    changeAllocation({ demand: "slot" });
    const { params } = await allocationRequest();
    expect(params.weight[0]).toBeCloseTo(0.45, 9);
    expect(params.weight[11]).toBeCloseTo(-0.09, 9);
  });

  test("keeps to the tiles in the areas of a layer, and asks for a fewest number of vehicles in areas by their names", async () => {
    const ring = [[0, 52], [0.02, 52], [0.02, 52.02], [0, 52.02], [0, 52]];
    const data = { type: "FeatureCollection", features: [{ type: "Feature", properties: { name: "Southwest" }, geometry: { type: "Polygon", coordinates: [ring] } }] } as never;
    useStore.setState({ contextLayers: [{ id: "layer-1", name: "Beats", data }] });
    changeAllocation({ area: "layer-1" });
    const within = await allocationRequest();
    expect(within.area).toBe("Beats");
    expect(Math.max(...within.params.x)).toBe(1350);
    expect(within.params.weight.reduce((sum, each) => sum + each, 0) + within.outside).toBe(800);
    changeAllocation({ area: "filter", jurisdictions: "layer-1" });
    changeAllocationPlan({ least: [{ name: "Southwest", vehicles: 3 }] });
    const { params } = await allocationRequest();
    expect([...params.areas!.least]).toEqual([3, 0]);
    // 0.02° of longitude are 1,373 m there.
    Array.from(params.x, (x, i) => expect(params.areas!.of[i], `${x} ${params.y[i]}`).toBe(x < 1373 && params.y[i] < 2225 ? 0 : 1));
    changeAllocationPlan({ least: [{ name: "North", vehicles: 1 }] });
    await expect(allocationRequest()).rejects.toThrow('There is no jurisdiction "North"; there are: Southwest.');
  });

  test("forbids the tiles of exclusions and of forbidden places, and fixes those of fixed ones", async () => {
    const exclusions = [{ id: "x1", name: "X1", reason: "", shape: square(0, 0, 200) }];
    useStore.setState({ history: startHistory({ ...EMPTY_PLAN, exclusions }) });
    togglePlace("fixed", { x: 1000, y: 1000 });
    togglePlace("forbidden", { x: 2000, y: 2000 });
    const { params, tiles } = await allocationRequest();
    const at = (sites: Uint32Array | undefined) => Array.from(sites ?? [], (site) => [params.x[site], params.y[site]]);
    expect(tiles.cell).toBe(300);
    expect(at(params.fixed)).toEqual([[1050, 1050]]);
    expect(at(params.forbidden)).toEqual([[150, 150], [1950, 1950]]);
    changeAllocation({ exclusions: false });
    expect(at((await allocationRequest()).params.forbidden)).toEqual([[1950, 1950]]);
    // The same tile once more takes it away; the other rule takes it over.
    togglePlace("forbidden", { x: 1100, y: 1100 });
    expect(useStore.getState().allocationDraft.plan).toMatchObject({ fixed: [], forbidden: [{ x: 2000, y: 2000 }, { x: 1100, y: 1100 }] });
    togglePlace("forbidden", { x: 2050, y: 1900 });
    expect(useStore.getState().allocationDraft.plan.forbidden).toEqual([{ x: 1100, y: 1100 }]);
  });
});

describe("along roads", () => {
  const line = (coordinates: readonly (readonly number[])[]) => ({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } });
  const data = { type: "FeatureCollection", features: [line([[0, 52], [0.02, 52], [0.05, 52]]), line([[0.02, 52], [0.02, 52.03]])] } as never;

  test("the request has the distances of the chosen layer, no shorter than straight lines, worked out once", async () => {
    const { pool, ran } = directPool();
    useStore.setState({ pool, contextLayers: [{ id: "layer-1", name: "Roads", data }] });
    changeAllocation({ roads: "layer-1" });
    const { params, roads } = await allocationRequest();
    const { x, y, distances } = params;
    expect(roads).toMatchObject({ name: "Roads", leftOut: 0 });
    expect(roads!.far).toBeGreaterThan(0);
    expect(distances).toHaveLength(x.length ** 2);
    for (let i = 0, k = 0; i < x.length; i++) for (let j = 0; j < x.length; j++, k++) expect(distances![k]).toBeGreaterThanOrEqual(Math.hypot(x[i] - x[j], y[i] - y[j]) - 1e-6);
    expect((await allocationRequest()).params.distances).toBe(distances);
    expect(ran).toEqual(["tileDemand", "roadDistances", "tileDemand"]);
  });

  test("a layer without lines is refused in words", async () => {
    useStore.setState({ contextLayers: [{ id: "layer-1", name: "Bars", data: { type: "FeatureCollection", features: [] } }] });
    changeAllocation({ roads: "layer-1" });
    await expect(allocationRequest()).rejects.toThrow("The layer Bars has no lines");
  });
});

test("a search ends on the map with its proof and its numbers", async () => {
  await runAllocation();
  const { chosen, proof, value, title, request, byHand } = shown();
  expect(chosen).toHaveLength(4);
  expect(proof).toMatchObject({ proven: true, stopped: false });
  expect(objectiveOf(shown())).toBeCloseTo(proof!.objective, 6);
  expect(value).toEqual(allocationValue(postingOf(request), shown(), 500));
  expect([title, byHand]).toEqual(["4 cars, least mean distance", false]);
  expect(useStore.getState().allocationSearch).toBeNull();
});

test.each(["coverage", "distance", "targets", "centre"] as const)("what an allocation for %s is worth in the window is what its job proved, kinds and all", async (objective) => {
  const kinds = [{ name: "car", vehicles: 3, radius: 500 }, { name: "foot", vehicles: 2, radius: 300, speed: 0.5 }];
  changeAllocationPlan({ objective, kinds, vehicles: 5, targets: [0, 500, 1000], tile: 500 });
  await runAllocation();
  const { proof, kinds: kindOf } = shown();
  expect([...kindOf].filter((kind) => kind === 1).length).toBeLessThanOrEqual(2);
  expect(objectiveOf(shown()) / proof!.objective).toBeCloseTo(1, 9);
  expect(provedGap(shown())).toBeLessThan(1e-8);
  // Moving a vehicle is no gain on a proved optimum.
  const { better, read } = MEASURES[objective];
  const optimum = read(proof!.objective, shown());
  moveVehicle(shown(), 0, 0);
  const moved = read(objectiveOf(shown()), shown());
  expect(better === "higher" ? optimum - moved : moved - optimum).toBeGreaterThanOrEqual(-1e-9 * optimum);
});

describe("a search under way", () => {
  const answer = { chosen: Uint32Array.of(1, 2, 3, 4), kinds: new Uint8Array(4), objective: 9, bound: 5, proven: false };
  /** A search that goes on for ever; `find` is what it tells when it has found something. */
  const searching = async (): Promise<{ readonly done: Promise<void>; readonly find: () => void }> => {
    const { pool } = directPool();
    let found: RunOptions["onFound"];
    const run = ((name: "tileDemand", params: never, options?: RunOptions) => {
      if (name !== ("pMedian" as string)) return pool.run(name, params, options);
      found = options!.onFound;
      return new Promise((_resolve, reject) => options!.signal!.addEventListener("abort", () => reject(options!.signal!.reason as Error)));
    }) as JobPool["run"];
    useStore.setState({ pool: { ...pool, run } });
    const done = runAllocation();
    await vi.waitFor(() => expect(found).toBeDefined());
    return { done, find: () => found!(answer) };
  };

  test("shows its best so far in the place of the last allocation", async () => {
    const { done, find } = await searching();
    find();
    const state = useStore.getState();
    expect(state.allocation).toBeNull();
    expect([...currentAllocation(state)!.chosen]).toEqual([1, 2, 3, 4]);
    state.allocationSearch!.keep();
    await done;
  });

  test("keeps it, marked as stopped, where the person stops it", async () => {
    const { done, find } = await searching();
    find();
    useStore.getState().allocationSearch!.keep();
    await done;
    expect(shown().proof).toEqual({ objective: 9, bound: 5, proven: false, stopped: true });
    expect(useStore.getState().allocationSearch).toBeNull();
  });

  test("ends with the project that it was for", async () => {
    useStore.setState({ project: { id: "a" } as ProjectSummary });
    const { done, find } = await searching();
    useStore.setState({ ...allocationState(), project: { id: "b" } as ProjectSummary });
    find();
    await done;
    expect(useStore.getState()).toMatchObject({ allocation: null, allocationSearch: null, results: [] });
  });

  test("leaves nothing behind where the person cancels it", async () => {
    const { done } = await searching();
    useStore.getState().jobs[0].cancel!();
    await expect(done).rejects.toThrow(/abort/i);
    expect(useStore.getState()).toMatchObject({ allocation: null, allocationSearch: null, jobs: [] });
  });
});

describe("a vehicle moved by hand", () => {
  test("makes another allocation with its own numbers, which undo takes back", async () => {
    await runAllocation();
    const optimum = shown();
    moveVehicle(optimum, 2, 0);
    expect(shown()).toMatchObject({ byHand: true, before: optimum, proof: optimum.proof });
    expect([...shown().chosen]).toEqual([...optimum.chosen].with(2, 0));
    expect(objectiveOf(shown())).toBeGreaterThan(optimum.proof!.objective);
    undoMove();
    expect(shown()).toBe(optimum);
  });

  test("goes one tile by an arrow key, and nowhere beyond the last", async () => {
    await runAllocation();
    const { request, chosen } = shown();
    const before = siteAt(request, chosen[0]);
    nudgeVehicle(shown(), 0, { x: 300, y: 0 });
    expect(siteAt(request, shown().chosen[0])).toEqual({ x: before.x + 300, y: before.y });
    for (let i = 0; i < 20; i++) nudgeVehicle(shown(), 0, { x: 300, y: 0 });
    expect(siteAt(request, shown().chosen[0]).x).toBe(Math.max(...request.params.x));
  });

  test("is told the best move, which brings an optimum back", async () => {
    await runAllocation();
    const optimum = shown();
    moveVehicle(optimum, 2, 0);
    await vi.waitFor(() => expect(useStore.getState().bestMove?.of).toBe(shown()));
    expect(useStore.getState().bestMove!.move).toMatchObject({ vehicle: 2, site: optimum.chosen[2] });
    doBestMove();
    expect(objectiveOf(shown())).toBeCloseTo(optimum.proof!.objective, 6);
  });
});

describe("a kept allocation", () => {
  /** What the project was given last. */
  const kept = () => {
    const results: StoredResult[] = [];
    const host = { putResult: async ({ result }: { result: StoredResult }) => (results.push(result), null) } as unknown as Host;
    useStore.setState({ host, project: { id: "p" } as ProjectSummary, results: [] });
    return () => {
      const { job, title, value, request } = results.at(-1)!;
      const { numbers } = value as { readonly numbers: Readonly<Record<string, number>> };
      return { count: results.length, job, title, numbers, request: request as StoredRequest };
    };
  };
  const again = async ({ job, params }: StoredRequest) => (await directPool().pool.run(job as "pMedian", structuredClone(params) as never)) as unknown as Record<string, number>;

  test("comes again from its request, to the same numbers", async () => {
    const last = kept();
    await runAllocation();
    const { job, title, numbers, request } = last();
    expect([job, title]).toEqual(["pMedian", "4 cars, least mean distance"]);
    expect(await again(request)).toMatchObject(numbers);
  });

  test.each(["distance", "coverage"] as const)("comes again as a person left it, by %s and whatever the rules", async (objective) => {
    const last = kept();
    changeAllocationPlan({ objective, kinds: [{ name: "car", vehicles: 4, radius: 400 }], forbidden: [{ x: 2000, y: 2000 }] });
    await runAllocation();
    const there = Array.from(shown().request.params.x, (_, i) => siteAt(shown().request, i)).findIndex(({ x, y }) => x === 1950 && y === 1950);
    moveVehicle(shown(), 0, there);
    await keepAllocation(shown());
    const { count, title, numbers, request } = last();
    expect([count, title]).toEqual([2, expect.stringMatching(/, moved by hand$/)]);
    expect(Math.abs((await again(request)).objective / numbers.objective - 1)).toBeLessThan(1e-12);
  });
});

test("an allocation is stale after another filter, and not because the surface was taken off the map", async () => {
  await runAllocation();
  const { demand } = shown().request;
  const state = useStore.getState();
  expect(staleReasons(demand, state)).toEqual([]);
  expect(staleReasons(demand, { ...state, filter: { ...NO_FILTER, domestic: "only" } })).toEqual(["the filter"]);
  const onDensity = { ...demand, choice: "density", mark: "300 300 50" } as const;
  expect(staleReasons(onDensity, { ...state, density: null })).toEqual([]);
  expect(staleReasons(onDensity, { ...state, density: { bandwidthX: 200, bandwidthY: 200, peak: 50 } as never })).toEqual(["the density on the map"]);
});

test("an allocation comes back from the project as it was", async () => {
  await runAllocation();
  moveVehicle(shown(), 1, 5);
  const stored = toStored(shown());
  expect(stored.request).not.toHaveProperty("params");
  expect(fromStored(stored, shown().request.params)).toEqual({ ...shown(), before: null });
});

test("a coverage that an earlier version kept opens as an allocation", () => {
  const x = Float64Array.of(150, 450, 150, 450), y = Float64Array.of(150, 150, 450, 450);
  const params = { x, y, weight: Float64Array.of(4, 0, 0, 6), vehicles: 1, radius: 100 };
  const coverage = { vehicles: [{ x: 450, y: 450 }], radius: 100, tile: 300, outside: 2, share: 0.6, boundShare: 0.6, proven: true, incidents: 12, filter: NO_FILTER };
  const opened = fromStored(coverage, params);
  expect([...opened.chosen]).toEqual([3]);
  expect(opened.request).toMatchObject({ job: "maximalCovering", tiles: { origin: { x: 0, y: 0 }, cell: 300, columns: 2, rows: 2 }, outside: 2 });
  expect(opened.value.coverage).toBeCloseTo(0.6, 12);
  expect(opened.proof).toMatchObject({ objective: 6, bound: 6, proven: true });
});
