// The forecast on the map.

import { beforeAll, describe, expect, test, vi } from "vitest";
import type { WarpedBitmapLayer } from "../../../renderer/layers/WarpedBitmapLayer.ts";

// Node has neither screens nor images.
vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
beforeAll(() => {
  vi.stubGlobal("ImageData", class {
    readonly width: number;
    readonly data: Uint8ClampedArray;
    constructor(width: number, height: number) {
      this.width = width;
      this.data = new Uint8ClampedArray(4 * width * height);
    }
  });
});

const { forecastLayers } = await import("../../../renderer/layers/forecastLayers.ts");
const { forecastLegend } = await import("../../../renderer/layers/forecastLegend.ts");
const { FORECAST_COLOURS } = await import("../../../renderer/layers/forecastColours.ts");
const { gridClasses, OUTSIDE } = await import("../../../renderer/forecastClasses.ts");
const { START_FORECAST_VIEW } = await import("../../../renderer/forecastView.ts");
const { projectionOf } = await import("../../../renderer/map/projection.ts");
type ShownForecast = import("../../../renderer/shownResults.ts").ShownForecast;
type ForecastView = import("../../../renderer/forecastView.ts").ForecastView;

/** Five by two cells, the last of which does not count; the second window is the first turned round. */
const values = Float64Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
const cells = Uint32Array.from({ length: 9 }, (_, i) => i);
const windowOf = (of: Float64Array, from: number) => ({
  window: [from, from + 12] as const, perKm2: Float32Array.from(of), classes: gridClasses(of, cells), peak: 9, bound: 0, share: 0.5, source: 0,
});
const forecast = {
  grid: { origin: { x: 0, y: 0 }, cell: 200, columns: 5, rows: 2 },
  cells,
  windows: [windowOf(values, 0), windowOf(values.toReversed(), 12)],
} as unknown as ShownForecast;
const projection = projectionOf({ kind: "local", lon0: 10, lat0: 50 });
const draw = (view: Partial<ForecastView>) => forecastLayers(forecast, { ...START_FORECAST_VIEW, ...view }, projection, "light", 1);
const pixel = (image: ImageData, column: number, row: number): number[] => Array.from(image.data.slice(4 * (row * image.width + column), 4 * (row * image.width + column) + 4));
const imageOf = (layer: unknown): ImageData => (layer as WarpedBitmapLayer).props.image as ImageData;
const { top, next, added, dropped } = FORECAST_COLOURS.light;

describe("a forecast", () => {
  test("ranks only the cells that count: 20 % of nine are two, rounded up, and the next two", () => {
    expect([...forecast.windows[0].classes]).toEqual([0, 0, 1, 1, 2, 2, 2, 2, 2, OUTSIDE]);
  });

  test("is drawn in its classes, the south at the bottom, clear elsewhere", () => {
    const [layer] = draw({});
    const image = imageOf(layer);
    expect(pixel(image, 0, 1)).toEqual([...top, 255]);
    expect(pixel(image, 2, 1)).toEqual([...next, 255]);
    expect(pixel(image, 4, 1)[3]).toBe(0);
    expect(pixel(image, 4, 0)[3]).toBe(0);
  });

  test("against another window, what is new is blue and what is dropped is green", () => {
    const [layer] = draw({ other: { kind: "window", window: 1 } });
    const image = imageOf(layer);
    expect(layer.id).toBe("forecast-change");
    expect(pixel(image, 0, 1)).toEqual([...added, 255]);
    expect(pixel(image, 3, 0)).toEqual([...dropped, 255]);
  });

  test("beside another, each is drawn on its side of the divider, and moving it makes no new image", () => {
    const swipe = { other: { kind: "window", window: 1 }, compare: "swipe" } as const;
    const [left, right] = draw({ ...swipe, divider: 0.3 }) as WarpedBitmapLayer[];
    expect([left.props.between?.[1], right.props.between?.[0]]).toEqual([0.3, 0.3]);
    const [moved] = draw({ ...swipe, divider: 0.6 });
    expect(imageOf(moved)).toBe(imageOf(left));
  });

  test("with other cells cannot show change, and says nothing false: the forecast itself is drawn", () => {
    const other = { ...forecast, grid: { ...forecast.grid, cell: 100 } };
    const [layer] = draw({ other: { kind: "result", id: "result-1", title: "Week", forecast: other } });
    expect(layer.id).toBe("forecast");
  });

  test("names its hours and its colours in the legend", () => {
    expect(forecastLegend(forecast, START_FORECAST_VIEW, "light")).toMatchObject({
      unit: "share of cells, 00:00–12:00",
      entries: [{ label: "first 20 %" }, { label: "next 20 %" }],
    });
    expect(forecastLegend(forecast, { ...START_FORECAST_VIEW, other: { kind: "window", window: 1 } }, "light").entries.map(({ label }) => label)).toEqual([
      "new", "dropped", "stays, first 20 %", "stays, next 20 %",
    ]);
  });
});
