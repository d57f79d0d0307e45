// Tiles by how often they are chosen over the draws of a forecast.

import { expect, test, vi } from "vitest";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
vi.stubGlobal("ImageData", class {
  readonly data: Uint8ClampedArray;
  constructor(width: number, height: number) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
});
const { uncertaintyLayer, uncertaintyLegend } = await import("../../../renderer/layers/uncertaintyLayer.ts");
const { projectionOf } = await import("../../../renderer/map/projection.ts");
type ShownUncertainty = import("../../../renderer/shownExplorations.ts").ShownUncertainty;

const tiles = { origin: { x: 0, y: 0 }, cell: 300, columns: 3, rows: 2 };
/** The tile in the north-east does not count. */
const shown = {
  request: { tiles, cells: Uint32Array.of(0, 1, 2, 3, 4) },
  draws: Array.from({ length: 4 }),
  frequency: Uint32Array.of(4, 0, 1, 0, 3),
} as unknown as ShownUncertainty;

const pixel = (scheme: "light" | "dark", column: number, row: number): number[] => {
  const layer = uncertaintyLayer(shown, projectionOf({ kind: "local", lon0: 0, lat0: 52 }), scheme, 1);
  const { data } = (layer.props as unknown as { image: ImageData }).image;
  // The image's first row is the north.
  const at = 4 * ((tiles.rows - 1 - row) * tiles.columns + column);
  return Array.from(data.slice(at, at + 4));
};

test("a tile that is never chosen, or does not count, is clear; the others have the colour of their share in the legend", () => {
  for (const scheme of ["light", "dark"] as const) {
    expect(pixel(scheme, 1, 0)[3]).toBe(0);
    expect(pixel(scheme, 2, 1)[3]).toBe(0);
    const { entries } = uncertaintyLegend(shown, scheme);
    const colourOf = (label: string) => [...entries.find((entry) => entry.label === label)!.colour, 255];
    expect(pixel(scheme, 0, 0)).toEqual(colourOf("100 %"));
    expect(pixel(scheme, 1, 1)).toEqual(colourOf("75 %"));
    expect(pixel(scheme, 2, 0)).toEqual(colourOf("one draw"));
  }
});

test("the legend says of how many draws", () => {
  expect(uncertaintyLegend(shown, "light").unit).toBe("share of 4 draws in which a car stands there");
});
