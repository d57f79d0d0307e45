// An allocation on the map: what a drag makes anew and what not, the tint of covered tiles, places that are fixed and forbidden.

import { expect, test, vi } from "vitest";
import { allocationValue } from "../../../core/patrol/posting/allocationValue.ts";
import { tileCentres } from "../../../core/patrol/tiles.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
vi.stubGlobal("ImageData", class {
  readonly data: Uint8ClampedArray;
  constructor(width: number, height: number) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
});
const { START_ALLOCATION_DRAFT } = await import("../../../renderer/allocationDraft.ts");
const { placeRuleLayers } = await import("../../../renderer/layers/placeRuleLayers.ts");
const { coveredTiles, vehicleLayers } = await import("../../../renderer/layers/vehicleLayers.ts");
const { vehicleLegend } = await import("../../../renderer/layers/vehicleLegend.ts");
const { projectionOf } = await import("../../../renderer/map/projection.ts");
const { postingOf, showAllocation } = await import("../../../renderer/shownAllocation.ts");

const projection = projectionOf({ kind: "local", lon0: 0, lat0: 52 });
const style = { projection, scheme: "light", opacity: 1, named: true } as const;
const tiles = { origin: { x: 0, y: 0 }, cell: 300, columns: 12, rows: 10 };
const { x, y } = tileCentres(tiles);
const kinds = [{ name: "car", vehicles: 2, radius: 600 }, { name: "foot", vehicles: 1, radius: 300 }];
const { plan } = START_ALLOCATION_DRAFT;
const request = {
  job: "maximalCovering", params: { x, y, weight: x.map((_, i) => i % 5), vehicles: 3, radius: 500, kinds }, cells: Uint32Array.from(x, (_, i) => i),
  outside: 0, plan, tiles, demand: {} as never, area: null, roads: null,
} as const;
const shown = showAllocation({ request, chosen: Uint32Array.of(13, 40, 77), kinds: Uint8Array.of(0, 1, 0), title: "", proof: null, byHand: false, before: null });
const drag = (site: number) => ({ vehicle: 0, site, coverage: 0, meanDistance: 0 });
const byId = (...args: Parameters<typeof vehicleLayers>) => new Map(vehicleLayers(...args).map((layer) => [layer.id, layer]));
const dataOf = (layer: unknown): readonly unknown[] => (layer as { props: { data: readonly unknown[] } }).props.data;

test("a drag makes what stays once, and at every tile only what moves and the tint", () => {
  const first = byId(shown, drag(14), 0, null, style), second = byId(shown, drag(15), 0, null, style);
  for (const id of ["vehicles", "vehicles-reach", "vehicles-kinds"]) expect(second.get(id), id).toBe(first.get(id));
  for (const id of ["vehicles-moved", "vehicles-moved-reach", "vehicles-covered"]) expect(second.get(id), id).not.toBe(first.get(id));
  expect(dataOf(first.get("vehicles"))).toHaveLength(2);
  expect(dataOf(first.get("vehicles-moved"))).toHaveLength(1);
});

test("the tint shows what would be covered with the dragged vehicle where it is held", () => {
  for (const site of [0, 15, 119]) {
    const there = allocationValue(postingOf(request), { chosen: shown.chosen.with(0, site), kinds: shown.kinds }, plan.radius);
    expect(coveredTiles(shown, drag(site))).toEqual(there.covered);
  }
  expect(coveredTiles(shown, null)).toBe(shown.value.covered);
});

test("along roads there are no circles, which would say too much", () => {
  const along = showAllocation({ ...shown, request: { ...request, roads: { name: "Streets", far: 0, leftOut: 0 } } });
  expect(dataOf(byId(along, null, null, null, style).get("vehicles-reach"))).toHaveLength(0);
  expect(vehicleLegend(along, plan, "light").map(({ label }) => label)).toEqual(["car", "foot", "covered tile"]);
  expect(vehicleLegend(shown, plan, "light").map(({ label }) => label)).toEqual(["car", "reaches 600 m", "foot", "reaches 300 m", "covered tile"]);
});

test("the best move is drawn for the allocation that it was found for, and for no other", () => {
  const move = { vehicle: 0, site: 50, gain: 1 };
  expect(byId(shown, null, null, { of: shown, move }, style).has("vehicles-best-move")).toBe(true);
  expect(byId(shown, null, null, { of: { ...shown }, move }, style).has("vehicles-best-move")).toBe(false);
  expect(byId(shown, null, null, { of: shown, move: null }, style).has("vehicles-best-move")).toBe(false);
});

test("fixed and forbidden places are the tiles that hold them, the forbidden ones crossed out", () => {
  const ruled = { ...plan, fixed: [{ x: 310, y: -10 }], forbidden: [{ x: 0, y: 0 }] };
  const [layer] = placeRuleLayers(ruled, projection, "light", 1);
  const lines = dataOf(layer) as readonly { readonly points: readonly { readonly x: number; readonly y: number }[] }[];
  expect(lines.map(({ points }) => points.length)).toEqual([5, 5, 2, 2]);
  expect(lines[0].points[0]).toEqual({ x: 300, y: -300 });
  expect(lines[0].points[2]).toEqual({ x: 600, y: 0 });
  expect(vehicleLegend(null, ruled, "light").map(({ label }) => label)).toEqual(["fixed place", "forbidden place"]);
  expect(placeRuleLayers(plan, projection, "light", 1)).toEqual([]);
});
