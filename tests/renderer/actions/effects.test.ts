// The action from the allocation on the map to who it covers more and whom less.

import { beforeEach, expect, test, vi } from "vitest";
import { NO_FILTER } from "../../../core/incidents/filter.ts";
import type { IncidentTable } from "../../../core/incidents/table.ts";
import { directPool } from "../../support/directPool.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
const { runAreaEffects, runOffenceEffects, runPopulationEffects, vehiclesOf } = await import("../../../renderer/actions/effects.ts");
const { putOnMap } = await import("../../../renderer/actions/putOnMap.ts");
const { START_ALLOCATION_DRAFT } = await import("../../../renderer/allocationDraft.ts");
const { useStore } = await import("../../../renderer/store.ts");
const { planeProjection } = await import("../../../core/geo/plane.ts");
type AllocationRequest = import("../../../renderer/shownAllocation.ts").AllocationRequest;
type Incidents = import("../../../renderer/store.ts").Incidents;
type ShownSlots = import("../../../renderer/shownSlots.ts").ShownSlots;

const HOUR = 3_600_000;
const plane = { kind: "local", lon0: 0, lat0: 52 } as const;
const tiles = { origin: { x: 0, y: 0 }, cell: 1000, columns: 4, rows: 1 };
const plan = { ...START_ALLOCATION_DRAFT.plan, vehicles: 1, radius: 600, tile: 1000 };
const request = (choice: "incidents" | "slot"): AllocationRequest => ({
  cells: Uint32Array.of(0, 1, 2, 3),
  outside: 0,
  job: "maximalCovering",
  params: { x: Float64Array.of(500, 1500, 2500, 3500), y: Float64Array.of(500, 500, 500, 500), weight: Float64Array.of(1, 1, 1, 1), vehicles: 1, radius: 600 },
  plan,
  tiles,
  demand: { choice, name: "", unit: "", mark: "", filter: NO_FILTER, known: 6 },
  area: null,
  roads: null,
});
/** Thefts by the car in the first tile, burglaries far from it; the last theft at night. */
const x = Float64Array.of(500, 500, 900, 3500, 3500, 500);
const start = [0, 24, 48, 0, 24, 53].map((hours) => Date.UTC(2024, 5, 1, 12 + hours));
const table = {
  length: 6, plane, x, y: new Float64Array(6).fill(500), start: Float64Array.from(start), precision: "minute",
  offence: Uint16Array.of(0, 0, 0, 1, 1, 0), offences: [{ category: "Theft", name: "Theft" }, { category: "Burglary", name: "Burglary" }], domestic: new Uint8Array(6),
} as unknown as IncidentTable;

const square = (west: number, east: number, properties: Record<string, unknown>) => {
  const { inverse } = planeProjection(plane);
  const ring = [[west, 0], [east, 0], [east, 1000], [west, 1000], [west, 0]].map(([px, py]) => [...inverse({ x: px, y: py })]);
  return { type: "Feature" as const, properties, geometry: { type: "Polygon" as const, coordinates: [ring] } };
};

beforeEach(() => {
  useStore.setState({
    pool: directPool().pool,
    plane,
    filter: { ...NO_FILTER, withoutOffences: [1] },
    effects: null,
    slots: null,
    incidents: { table } as unknown as Incidents,
    contextLayers: [
      { id: "layer-1", name: "Districts", data: { type: "FeatureCollection", features: [square(0, 2000, { name: "West", old: 30, young: 10 }), square(2000, 5000, { name: "East", old: 30, young: 60 })] } },
    ],
  });
  putOnMap({ request: request("incidents"), chosen: Uint32Array.of(0), kinds: Uint8Array.of(0), title: "1 car", proof: null });
});

const effects = () => useStore.getState().effects!;
const coverageOf = (name: string) => effects().found.groups.find((group) => group.name === name)!.coverage;

test("every offence is judged, also one that the filter leaves out", async () => {
  await runOffenceEffects("filter");
  expect(effects().found.groups.map(({ name, weight }) => [name, weight])).toEqual([["Burglary", 2], ["Theft", 4]]);
  expect(coverageOf("Theft")).toBe(1);
  expect(coverageOf("Burglary")).toBe(0);
  expect(effects().found.whole.coverage).toBeCloseTo(4 / 6, 12);
  expect(effects().allocation).toBe(useStore.getState().allocation);
});

test("areas are judged by the incidents that the filter keeps", async () => {
  await runAreaEffects("layer-1", "filter");
  expect(effects().found.groups.map(({ name, weight }) => [name, weight])).toEqual([["West", 4]]);
  useStore.setState({ filter: NO_FILTER });
  await runAreaEffects("layer-1", "filter");
  expect(effects().found.groups.map(({ name, weight }) => [name, weight])).toEqual([["West", 4], ["East", 2]]);
});

test("people are spread evenly over their areas, and those outside the tiles are told", async () => {
  await runPopulationEffects("layer-1", ["old", "young"]);
  // The car reaches the first tile alone: half of the west's.
  expect(coverageOf("old")).toBeCloseTo(15 / (30 + 20), 6);
  expect(coverageOf("young")).toBeCloseTo(5 / (10 + 40), 6);
  expect(effects().basis).toContain("30 of them live outside the tiles");
  expect(effects().unit).toBe("people");
  expect(effects().found.groups.every(({ coverageInterval }) => coverageInterval === null)).toBe(true);
});

test("predicted days are judged from two in the morning on, and an allocation for a slot by that block of the day", async () => {
  const firstDay = Date.UTC(2024, 5, 1);
  const slots = { firstDay, predicted: { from: Date.UTC(2024, 5, 2), to: Date.UTC(2024, 5, 4) }, slots: [{ slot: 8 }] } as unknown as ShownSlots;
  useStore.setState({ slots, slotAt: 0, filter: NO_FILTER });
  await runOffenceEffects("days");
  expect(effects().found.whole.weight).toBe(4);
  putOnMap({ request: request("slot"), chosen: Uint32Array.of(0), kinds: Uint8Array.of(0), title: "1 car", proof: null });
  await runOffenceEffects("days");
  // 12:00 is in the noon block from 10 to 14 h; 17:00 is not.
  expect(effects().found.whole.weight).toBe(3);
  expect(effects().basis).toContain("noon 10:00–14:00");
  expect((start[5] - firstDay) / HOUR).toBe(65);
});

test("without an allocation, a layer or predicted days it says what to do", async () => {
  await expect(runAreaEffects("layer-9", "filter")).rejects.toThrow(/has no areas/);
  await expect(runOffenceEffects("days")).rejects.toThrow(/No predicted days/);
  useStore.setState({ allocation: null });
  await expect(runOffenceEffects("filter")).rejects.toThrow(/Post cars/);
});

test("each vehicle has the reach and the speed of its kind", () => {
  const kinds = [{ name: "car", vehicles: 1, speed: 2 }, { name: "foot", vehicles: 1, radius: 200 }];
  const asked = request("incidents");
  putOnMap({ request: { ...asked, params: { ...asked.params, vehicles: 2, kinds } }, chosen: Uint32Array.of(1, 3), kinds: Uint8Array.of(1, 0), title: "", proof: null });
  expect(vehiclesOf(useStore.getState().allocation!)).toEqual({
    chosenX: Float64Array.of(1500, 3500), chosenY: Float64Array.of(500, 500), chosenRadius: Float64Array.of(200, 600), chosenSpeed: Float64Array.of(1, 2), radius: 600,
  });
});
