// Trade-off, fleets and draws from the choices in the panel to what is kept in the project and brought back from it.

import { beforeEach, expect, test, vi } from "vitest";
import { NO_FILTER } from "../../../core/incidents/filter.ts";
import type { Events } from "../../../core/forecast/events.ts";
import type { Host, StoredResult } from "../../../core/host.ts";
import { createRandom } from "../../../core/stats/random.ts";
import { cellMeansOnPool } from "../../../workers/cellMeansOnPool.ts";
import { forecastOnPool } from "../../../workers/forecastOnPool.ts";
import { allocationState } from "../../support/allocationState.ts";
import { directPool } from "../../support/directPool.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
const { changeAllocationPlan } = await import("../../../renderer/actions/allocationDraft.ts");
const { runFleetSizes } = await import("../../../renderer/actions/fleetSizes.ts");
const { runFrontier } = await import("../../../renderer/actions/frontier.ts");
const { showResult } = await import("../../../renderer/actions/results.ts");
const { runRobust } = await import("../../../renderer/actions/robust.ts");
const { showAllocation } = await import("../../../renderer/shownAllocation.ts");
const { useStore } = await import("../../../renderer/store.ts");

type AllocationRequest = import("../../../renderer/shownAllocation.ts").AllocationRequest;

const kept = new Map<string, StoredResult>();
const host = {
  putResult: async ({ result }: { result: StoredResult }) => void kept.set(result.id, structuredClone(result)),
  getResult: async ({ result }: { result: string }) => kept.get(result),
} as unknown as Host;

beforeEach(() => {
  kept.clear();
  useStore.setState({ ...allocationState(), pool: directPool().pool, host, project: { id: "town" } as never, results: [], frontier: null, fleetSizes: null, uncertainty: null });
  changeAllocationPlan({ vehicles: 3, tile: 600, gap: 0, timeLimit: 60 });
});

const worth = (request: AllocationRequest, { chosen, kinds }: { readonly chosen: Uint32Array; readonly kinds: Uint8Array }) => showAllocation({ request, chosen, kinds, title: "", proof: null, byHand: false, before: null }).value;

test("each point of the trade-off is worth on its own demand what the chart says, and comes back from the project", async () => {
  await runFrontier();
  const frontier = useStore.getState().frontier!;
  expect(frontier.points.length).toBeGreaterThan(1);
  for (const point of frontier.points) {
    const { coverage, meanDistance } = worth(frontier.request, point);
    expect(coverage).toBeCloseTo(point.coverage, 12);
    expect(meanDistance).toBeCloseTo(point.meanDistance, 8);
  }
  const result = kept.get("result-1")!;
  expect(result.job).toBe("frontier");
  expect((result.value as { shown: { request: object } }).shown.request).not.toHaveProperty("params");
  useStore.setState({ frontier: null });
  await showResult("result-1");
  const again = useStore.getState().frontier!;
  expect(again.points).toEqual(frontier.points);
  expect(worth(again.request, again.points[0])).toEqual(worth(frontier.request, frontier.points[0]));
});

test("fleets run from one car to all, never get worse, and end where the trade-off does", async () => {
  await runFleetSizes();
  const { coverage, distance, request } = useStore.getState().fleetSizes!;
  expect(coverage.sizes.map(({ vehicles }) => vehicles)).toEqual([1, 2, 3]);
  coverage.sizes.forEach(({ value }, i) => expect(value).toBeGreaterThanOrEqual(coverage.sizes[Math.max(0, i - 1)].value));
  expect(worth(request, distance.sizes[2]).meanDistance).toBeCloseTo(distance.sizes[2].value, 8);
  await runFrontier();
  const { points } = useStore.getState().frontier!;
  expect(points[points.length - 1].coverage).toBeCloseTo(coverage.sizes[2].value, 10);
  expect(points[0].meanDistance).toBeCloseTo(distance.sizes[2].value, 8);
  useStore.setState({ fleetSizes: null });
  await showResult("result-1");
  expect(useStore.getState().fleetSizes!.coverage.sizes).toEqual(coverage.sizes);
});

test("without a forecast there are no draws", async () => {
  await expect(runRobust({ objective: "coverage", draws: 5, tail: 0.1 })).rejects.toThrow(/no draws/);
});

test("the draws of the shown window have an allocation each, a frequency for each tile, and come back from the project", async () => {
  const random = createRandom("draws");
  const town = (n: number): Events => ({
    x: Float64Array.from({ length: n }, (_, i) => 500 + 1200 * (i % 2) + 300 * random.uniform()),
    y: Float64Array.from({ length: n }, () => 600 + 600 * random.uniform()),
    hours: Float64Array.from({ length: n }, () => 24 * random.uniform()),
  });
  const grid = { origin: { x: 0, y: 0 }, cell: 300, columns: 8, rows: 6 };
  const plan = { model: 5, integral: "full" } as const;
  const { pool } = useStore.getState();
  const forecast = await forecastOnPool(pool!, { ...plan, adaptive: true, windows: [[0, 24]], chains: 1, warmup: 5, draws: 6, seed: 1, blocks: [town(30), town(30), town(30)], grid });
  const [{ values, peak }] = await cellMeansOnPool(pool!, forecast);
  const window = { window: [0, 24], perKm2: Float32Array.from(values, (value) => 1e6 * value), peak, source: 0 };
  useStore.setState(({ forecastView }) => ({
    forecast: { plan, grid, block: { from: Date.UTC(2025, 0, 1) }, windows: [window], sources: forecast.sources, filter: NO_FILTER } as never,
    forecastView: { ...forecastView, window: 0 },
  }));
  await runRobust({ objective: "distance", draws: 4, tail: 0.5 });
  const shown = useStore.getState().uncertainty!;
  expect(shown.request.demand.choice).toBe("forecast");
  expect(shown.draws.length).toBeGreaterThan(1);
  expect(shown.draws.length).toBeLessThanOrEqual(4);
  expect(shown.frequency).toHaveLength(shown.request.cells.length);
  expect(shown.frequency.reduce((sum, times) => sum + times, 0)).toBe(3 * shown.draws.length);
  expect(useStore.getState().layers.find(({ id }) => id === "uncertainty")!.visible).toBe(true);
  expect(useStore.getState().layers.find(({ id }) => id === "forecast")!.visible).toBe(false);
  useStore.setState({ uncertainty: null });
  await showResult("result-1");
  expect(useStore.getState().uncertainty).toMatchObject({ frequency: shown.frequency, average: shown.average, tail: 0.5 });
});
