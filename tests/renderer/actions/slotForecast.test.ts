// The action from the filtered incidents to what is drawn and told.

import { beforeEach, expect, test, vi } from "vitest";
import { blockInWords, slotDay } from "../../../core/forecast/slots/slotInWords.ts";
import { NO_FILTER } from "../../../core/incidents/filter.ts";
import type { IncidentTable } from "../../../core/incidents/table.ts";
import { createRandom } from "../../../core/stats/random.ts";
import { directPool } from "../../support/directPool.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
vi.stubGlobal("ImageData", class {
  readonly data: Uint8ClampedArray;
  constructor(width: number, height: number) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
});
const { runSlotForecast } = await import("../../../renderer/actions/slotForecast.ts");
const { slotLayer } = await import("../../../renderer/layers/slotLayer.ts");
const { slotLegend } = await import("../../../renderer/layers/slotLegend.ts");
const { projectionOf } = await import("../../../renderer/map/projection.ts");
const { fitOf } = await import("../../../renderer/shownSlots.ts");
const { useStore } = await import("../../../renderer/store.ts");
const { START_SLOTS } = await import("../../../renderer/panels/forecast/startSlots.ts");
type Filtered = import("../../../renderer/store.ts").Filtered;
type Incidents = import("../../../renderer/store.ts").Incidents;

const HOUR = 3_600_000;
const plane = { kind: "local", lon0: 0, lat0: 52 } as const;
const DAYS = 28 + 7 + 3;
const random = createRandom("incidents");
const length = 1500;
/** Most around one place, some anywhere on 3 × 3 km. */
const place = (): number => (random.uniform() < 0.6 ? 600 + 600 * random.uniform() : 3000 * random.uniform());
const start = Float64Array.from({ length }, () => Date.UTC(2024, 0, 1) + 24 * HOUR * DAYS * random.uniform()).sort();
const table = {
  length, plane, x: Float64Array.from({ length }, place), y: Float64Array.from({ length }, place), start, precision: "minute",
  offence: new Uint16Array(length), offences: [{ category: "Theft", name: "Theft" }], domestic: new Uint8Array(length),
} as unknown as IncidentTable;
const settings = { ...START_SLOTS, trainingDays: 7, days: 2, tile: 300 };

beforeEach(() => {
  useStore.setState({
    pool: directPool().pool,
    plane,
    slots: null,
    incidents: { table } as unknown as Incidents,
    filtered: { selected: Uint32Array.from({ length }, (_, i) => i), x: table.x, y: table.y, filter: NO_FILTER } as unknown as Filtered,
    contextLayers: [{ id: "layer-1", name: "Bars", data: { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [0.01, 52.01] } }] } }],
  });
});

const shown = () => useStore.getState().slots!;

test("the last two whole days are predicted slot by slot, scored beside a random order, and put on the map", async () => {
  await runSlotForecast(settings);
  const { slots, scores, fits, peak, cells, predictors, known } = shown();
  expect(slots).toHaveLength(12);
  expect(slots[0].slot).toBe(6 * 35);
  expect(fits.map(({ day }) => day)).toEqual([35, 36]);
  expect(known).toBe(length);
  const [all] = scores;
  expect(all.auc!.mean).toBeGreaterThan(all.floor! + 0.1);
  expect(all.floor).toBeGreaterThan(0.3);
  expect(all.floor).toBeLessThan(0.7);
  expect(predictors).toHaveLength(4);
  expect(slots[0].values).toHaveLength(cells.length);
  for (const { values, highest, lowest, negative } of slots) {
    expect(Math.fround(highest)).toBe(Math.max(...values));
    expect(Math.fround(lowest)).toBe(Math.min(...values));
    expect(negative).toBe(values.filter((value) => value < 0).length);
  }
  expect(peak).toBe(Math.max(...slots.map(({ highest }) => highest)));
  expect(useStore.getState().layers.find(({ id }) => id === "slots")!.visible).toBe(true);
  expect(useStore.getState().layers.find(({ id }) => id === "forecast")!.visible).toBe(false);
});

test("days, blocks and fits are named by the slot", async () => {
  await runSlotForecast(settings);
  expect(slotDay(shown(), shown().slots[5].slot)).toBe("5 February 2024");
  expect(slotDay(shown(), shown().slots[6].slot)).toBe("6 February 2024");
  expect(blockInWords(5)).toBe("midnight 22:00–02:00");
  expect(fitOf(shown(), shown().slots[5].slot).day).toBe(35);
  expect(fitOf(shown(), shown().slots[6].slot).day).toBe(36);
});

test("points of a layer are one predictor more, and a layer that is gone is refused", async () => {
  await runSlotForecast({ ...settings, pointLayers: ["layer-1"], bandwidth: 400 });
  expect(shown().predictors[4]).toBe("Bars");
  expect(shown().layers).toEqual([{ name: "Bars", bandwidth: 400 }]);
  expect(shown().fits[0].coefficients).toHaveLength(6);
  await expect(runSlotForecast({ ...settings, pointLayers: ["layer-9"] })).rejects.toThrow(/no points/);
});

test("the random order is its own floor", async () => {
  const { pool, ran } = directPool();
  useStore.setState({ pool });
  await runSlotForecast({ ...settings, predictor: { kind: "random" } });
  expect(ran).toEqual(["slotForecast"]);
  expect(shown().scores[0].auc!.mean).toBeCloseTo(shown().scores[0].floor!, 12);
  expect(slotLegend(shown(), 0, "light").unit).toMatch(/^random numbers/);
});

test("tiles are drawn south at the bottom on one scale for all slots, clear at zero and below, and the legend says so", async () => {
  await runSlotForecast(settings);
  const { tiles, cells } = shown();
  const values = new Float32Array(cells.length).fill(-1);
  values[0] = shown().peak;
  const slot = { ...shown().slots[3], values, negative: cells.length - 1 };
  const faked = { ...shown(), slots: [slot] };
  const layer = slotLayer(faked, slot, projectionOf(plane), "light", 1);
  const image = (layer.props as unknown as { image: ImageData }).image;
  const alpha = (cell: number): number => image.data[4 * ((tiles.rows - 1 - Math.floor(cell / tiles.columns)) * tiles.columns + (cell % tiles.columns)) + 3];
  expect(alpha(cells[0])).toBe(255);
  for (const cell of cells.subarray(1)) expect(alpha(cell)).toBe(0);
  const { unit, entries } = slotLegend(faked, 0, "light");
  expect(unit).toBe("predicted incidents per km² per slot, 5 February 2024, afternoon 14:00–18:00");
  expect(entries.at(-1)!.label).toBe("0 and below");
});
