// The action from predictors, objectives and fleets to combinations judged on held-out incidents, and one of them on the map.

import { beforeEach, expect, test, vi } from "vitest";
import { NO_FILTER } from "../../../core/incidents/filter.ts";
import type { IncidentTable } from "../../../core/incidents/table.ts";
import { createRandom } from "../../../core/stats/random.ts";
import { directPool } from "../../support/directPool.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
const { runExploration } = await import("../../../renderer/actions/explore.ts");
const { showExplored } = await import("../../../renderer/actions/showExplored.ts");
const { runSlotForecast } = await import("../../../renderer/actions/slotForecast.ts");
const { START_ALLOCATION_DRAFT } = await import("../../../renderer/allocationDraft.ts");
const { START_EXPLORE_PLAN } = await import("../../../renderer/explorePlan.ts");
const { START_SLOTS } = await import("../../../renderer/panels/forecast/startSlots.ts");
const { siteAt } = await import("../../../renderer/shownAllocation.ts");
const { staleReasons } = await import("../../../renderer/staleAllocation.ts");
const { useStore } = await import("../../../renderer/store.ts");
type Filtered = import("../../../renderer/store.ts").Filtered;
type Host = import("../../../core/host.ts").Host;
type Incidents = import("../../../renderer/store.ts").Incidents;

const HOUR = 3_600_000;
const plane = { kind: "local", lon0: 0, lat0: 52 } as const;
const DAYS = 28 + 7 + 2;
const random = createRandom("exploration");
const length = 1800;
/** Thefts mostly in the west, burglaries mostly in the east of 4 × 2 km. */
const offence = Uint16Array.from({ length }, (_, i) => i % 3 === 0 ? 1 : 0);
const x = Float64Array.from(offence, (kind) => (random.uniform() < 0.8 ? (kind === 0 ? 700 : 3200) + 300 * random.uniform() : 4000 * random.uniform()));
const y = Float64Array.from(offence, () => 2000 * random.uniform());
const start = Float64Array.from({ length }, () => Date.UTC(2024, 0, 1) + 24 * HOUR * DAYS * random.uniform()).sort();
const table = {
  length, plane, x, y, start, precision: "minute", offence, offences: [{ category: "Theft", name: "Theft" }, { category: "Burglary", name: "Burglary" }], domestic: new Uint8Array(length),
} as unknown as IncidentTable;
const plan = { ...START_EXPLORE_PLAN, predictors: ["linear", "random"] as const, trainingDays: 7, fleets: [1, 2] };

beforeEach(() => {
  useStore.setState({
    pool: directPool().pool,
    plane,
    host: null,
    project: null,
    results: [],
    exploration: null,
    allocation: null,
    allocationDraft: { ...START_ALLOCATION_DRAFT, plan: { ...START_ALLOCATION_DRAFT.plan, tile: 500, radius: 600, gap: 0 } },
    incidents: { table } as unknown as Incidents,
    filter: NO_FILTER,
    filtered: { selected: Uint32Array.from({ length }, (_, i) => i), x, y, filter: NO_FILTER } as unknown as Filtered,
  });
});

const explored = () => useStore.getState().exploration!;

test("every predictor with every objective and fleet is judged by the filter's incidents and by each offence of the last day", async () => {
  await runExploration(plan);
  const { rows, asked, slots, firstDay, firstSlot } = explored();
  expect(rows.map(({ predictor, objective, vehicles }) => `${predictor} ${objective} ${vehicles}`)).toHaveLength(2 * 2 * 2);
  expect(slots).toBe(6);
  const from = firstDay + firstSlot * 4 * HOUR + 2 * HOUR;
  const happened = start.filter((at) => at >= from && at < from + 24 * HOUR).length;
  expect(asked.offences.map(({ name, x: places }) => [name, places.length])).toEqual([
    ["the filter’s incidents", happened],
    ["Burglary", expect.any(Number)],
    ["Theft", expect.any(Number)],
  ]);
  expect(asked.offences[1].x.length + asked.offences[2].x.length).toBe(happened);
  const row = rows.find(({ predictor, objective, vehicles }) => predictor === "Regression" && objective === "coverage" && vehicles === 2)!;
  expect(row.worstGap).toBe(0);
  // Two cars on two columns of hotspots cover far more than two at random.
  expect(row.offences[0].quality.coverage!).toBeGreaterThan(0.3);
  expect(row.offences[0].auc!.mean).toBeGreaterThan(0.6);
});

test("predictions are incidents in a tile and slot", async () => {
  await runExploration({ ...plan, predictors: ["linear"] });
  const { asked: { predictors: [{ surfaces }] } } = explored();
  const perDay = surfaces.reduce((sum, value) => sum + value, 0);
  expect(perDay / (length / DAYS)).toBeGreaterThan(0.6);
  expect(perDay / (length / DAYS)).toBeLessThan(1.2);
});

test("offences predicted one by one move the cars to where they are, and mixed equally between them", async () => {
  const chosenWith = async (focal: readonly string[], mixing: "counts" | "equal" = "counts"): Promise<number> => {
    await runExploration({ ...plan, predictors: ["linear"], objectives: ["distance"], fleets: [1], focal, mixing });
    const { rows: [row] } = explored();
    showExplored(explored(), row, 0);
    const { request, chosen } = useStore.getState().allocation!;
    return siteAt(request, chosen[0]).x;
  };
  const theft = await chosenWith(["Theft"]), burglary = await chosenWith(["Burglary"]);
  expect(theft).toBeLessThan(1500);
  expect(burglary).toBeGreaterThan(2500);
  await chosenWith(["Theft", "Burglary"]);
  const counts = explored().asked.predictors[0].surfaces;
  await chosenWith(["Theft", "Burglary"], "equal");
  const equal = explored().asked.predictors[0].surfaces;
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  expect(sum(equal)).toBeCloseTo(2, 6);
  expect(sum(counts)).toBeGreaterThan(10);
});

test("a combination stands on the map slot by slot with its predicted demand, and is never stale for another slot on the map", async () => {
  await runExploration(plan);
  const { rows, asked } = explored();
  showExplored(explored(), rows[0], 3);
  const { request, chosen, title, value } = useStore.getState().allocation!;
  expect(chosen).toBe(rows[0].allocations[3]);
  expect(request.params.weight).toEqual(asked.predictors[0].surfaces.slice(3 * asked.cells.length, 4 * asked.cells.length));
  expect(title).toBe("Regression: 1 car within 600 m");
  expect(request.demand.name).toMatch(/^regression of 5 February 2024, afternoon/);
  expect(value.coverage).toBeGreaterThan(0);
  expect(staleReasons(request.demand, useStore.getState())).toEqual([]);
});

test("a forecast of slots of the project takes part where its tiles and slots are the same, and is refused where not", async () => {
  const stored = new Map<string, unknown>();
  const host = {
    putResult: async ({ result }: { result: { id: string } }) => void stored.set(result.id, result),
    getResult: async ({ result }: { result: string }) => stored.get(result),
  } as unknown as Host;
  useStore.setState({ host, project: { id: "town", name: "Town" } as never });
  await runSlotForecast({ ...START_SLOTS, tile: 500, trainingDays: 7, days: 1 });
  await runSlotForecast({ ...START_SLOTS, tile: 400, trainingDays: 7, days: 1 });
  await runExploration({ ...plan, predictors: ["linear"], stored: ["result-1"] });
  const { asked: { predictors: [made, kept] } } = explored();
  expect(kept.name).toMatch(/linear regression \(result-1\)$/);
  // Kept in single precision.
  kept.surfaces.forEach((value, i) => expect(value).toBeCloseTo(made.surfaces[i], 5));
  await expect(runExploration({ ...plan, stored: ["result-2"] })).rejects.toThrow(/other tiles or slots/);
  await expect(runExploration({ ...plan, stored: ["result-9"] })).rejects.toThrow();
});

test("without a predictor it says what to choose", async () => {
  await expect(runExploration({ ...plan, predictors: [] })).rejects.toThrow(/No predictor is chosen/);
  await expect(runExploration({ ...plan, focal: ["Arson"] })).rejects.toThrow(/No incident of Arson/);
});
