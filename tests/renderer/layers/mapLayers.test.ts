import { expect, test, vi } from "vitest";

// Node has no screens to ask whether they are dark.
vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
const { mapLayers } = await import("../../../renderer/layers/mapLayers.ts");
const { useStore } = await import("../../../renderer/store.ts");
const { NO_SKETCH } = await import("../../../renderer/tools/sketch.ts");
const { moveShapes } = await import("../../../core/plan/edits/moveShapes.ts");
const { startHistory } = await import("../../../core/plan/history.ts");
const { EMPTY_PLAN } = await import("../../../core/plan/plan.ts");

const hotspots = Array.from({ length: 30 }, (_, i) => ({
  id: `h${i}`,
  name: `H${i}`,
  shape: { kind: "hexagon", centre: { x: (i % 6) * 450, y: Math.floor(i / 6) * 450 }, side: 150, rotation: 0 } as const,
  rank: null,
  note: "",
  locked: false,
}));
const plan = { ...EMPTY_PLAN, hotspots };
const state = { ...useStore.getState(), plane: { kind: "local", lon0: -1, lat0: 52 } as const, history: startHistory(plan) };

type State = ReturnType<typeof useStore.getState>;
const layersOf = (changes: Partial<State>) =>
  mapLayers({
    state: { ...state, ...changes },
    sketch: NO_SKETCH,
    aggregate: null,
    zoom: 15,
    metresPerPixel: 2,
    seen: [-1.05, 51.98, -0.95, 52.02],
    scheme: "light",
    beneath: undefined,
    grid: true,
  });
const byId = (layers: ReturnType<typeof mapLayers>) => new Map(layers.map((layer) => [layer.id, layer]));
const dragged = (dx: number) => {
  const edit = moveShapes(plan, ["h7"], dx, 0);
  return byId(layersOf({ draft: { ...edit, from: plan } }));
};

test("a drag makes the layers of what stays once, and at every frame only those of what moves", () => {
  const first = dragged(5);
  const second = dragged(9);
  for (const id of ["grid", "hotspots-fill", "hotspots-buffer", "hotspots-line", "hotspots-names"]) {
    expect(second.get(id), id).toBe(first.get(id));
  }
  expect(second.get("hotspots-moved-line")).not.toBe(first.get("hotspots-moved-line"));
  expect((second.get("hotspots-fill")!.props as unknown as { data: unknown[] }).data).toHaveLength(29);
  expect((second.get("hotspots-moved-fill")!.props as unknown as { data: unknown[] }).data).toHaveLength(1);
});

test("a drag into a neighbour's buffer shows the two, and no others, as broken", () => {
  // 450 - 2 · 150 = 150 m is just enough along a row; 20 m nearer is not.
  const violated = dragged(20).get("violations-outline")!;
  expect((violated.props as unknown as { data: unknown[] }).data).toHaveLength(2);
  expect(byId(layersOf({})).has("violations-outline")).toBe(false);
});

test("layers are drawn in the order of the tree, its first on top, and hidden ones not at all", () => {
  const areas = [{ id: "x1", name: "X1", reason: "", shape: { kind: "polygon", rings: [[{ x: 0, y: 0 }, { x: 9, y: 0 }, { x: 0, y: 9 }]] } as const }];
  const history = startHistory({ ...plan, exclusions: areas });
  const ids = layersOf({ history }).map(({ id }) => id);
  expect(ids.indexOf("exclusions-line")).toBeLessThan(ids.indexOf("hotspots-fill"));
  const turned = layersOf({ history, layers: state.layers.toReversed() }).map(({ id }) => id);
  expect(turned.indexOf("exclusions-line")).toBeGreaterThan(turned.indexOf("hotspots-fill"));
  const hidden = state.layers.map((layer) => ({ ...layer, visible: layer.kind !== "hotspots" }));
  expect(layersOf({ history, layers: hidden }).some(({ id }) => id.startsWith("hotspots"))).toBe(false);
});

test("expert points are diamonds with name and window; the selected one is larger, the hovered one ringed", async () => {
  const { addExpertPoints } = await import("../../../core/plan/edits/addExpertPoints.ts");
  const { DiamondLayer } = await import("../../../renderer/layers/DiamondLayer.ts");
  const place = (x: number) => ({ place: { x, y: 0 }, window: [20, 4] as const, block: 0, note: "", author: "" });
  const history = startHistory(addExpertPoints(plan, [place(0), place(500)]).plan);
  const [first, second] = history.entries[0].plan.expertPoints;
  const layers = byId(layersOf({ history, selection: [first.id], hovered: second.id }));
  const marks = layers.get("expert-points") as InstanceType<typeof DiamondLayer>;
  const radius = marks.props.getRadius as unknown as (point: typeof first) => number;
  expect(radius(first)).toBeGreaterThan(radius(second));
  expect((layers.get("expert-points-names")!.props as unknown as { data: { text: string }[] }).data.map(({ text }) => text)).toEqual(["E1 20:00–04:00", "E2 20:00–04:00"]);
  expect(layers.get("hovered-point")!.props.data).toEqual([second]);
  // A dot at the centre and a handle to turn it are for shapes.
  expect(layers.has("handles")).toBe(false);
  // deck.gl's shader is changed in one place: where a new version writes it otherwise, circles would come back unseen.
  const bare = Object.create(DiamondLayer.prototype, { context: { value: { device: { type: "webgl" }, defaultShaderModules: [] } }, props: { value: { extensions: [] } } });
  const shader = (bare as { getShaders(): { fs: string } }).getShaders().fs;
  expect(shader).toContain("(abs(unitPosition.x) + abs(unitPosition.y)) * outerRadiusPixels");
  expect(shader).not.toContain("length(unitPosition)");
});

test("an exclusion that is overruled is hollow and thin", () => {
  const square = (x: number) => ({ kind: "polygon" as const, rings: [[{ x, y: 0 }, { x: x + 200, y: 0 }, { x: x + 200, y: 200 }, { x, y: 200 }]] });
  const exclusion = { id: "x1", name: "School", reason: "Indoors", shape: square(0) };
  const hatchLines = (exclusions: readonly object[]): number => {
    const layers = byId(layersOf({ history: startHistory({ ...EMPTY_PLAN, exclusions: exclusions as typeof EMPTY_PLAN.exclusions }) }));
    return (layers.get("exclusions-hatch")!.props as unknown as { data: unknown[] }).data.length;
  };
  const one = hatchLines([exclusion]);
  expect(one).toBeGreaterThan(0);
  expect(hatchLines([exclusion, { ...exclusion, id: "x2", shape: square(400), overruled: "It is open to the street" }])).toBe(one);
  const drawn = byId(layersOf({ history: startHistory({ ...EMPTY_PLAN, exclusions: [exclusion, { ...exclusion, id: "x2", overruled: "" }] }) })).get("exclusions-line")!;
  const { data, getWidth } = drawn.props as unknown as { data: unknown[]; getWidth: (datum: unknown) => number };
  expect(data.map(getWidth)).toEqual([2, 1]);
});

test("the best set so far is drawn while it is searched, then the set itself, with a buffer about each hexagon", () => {
  const hexagons = hotspots.slice(0, 3).map(({ shape }) => shape);
  const search = byId(layersOf({ placementSearch: { best: { hexagons } as never, keep: () => undefined }, placement: { found: { hexagons: hexagons.slice(1) } } as never }));
  const size = (layers: typeof search, id: string): number => (layers.get(id)!.props as unknown as { data: unknown[] }).data.length;
  expect([size(search, "proposed-line"), size(search, "proposed-buffer")]).toEqual([3, 3]);
  expect(size(byId(layersOf({ placement: { found: { hexagons: hexagons.slice(1) } } as never })), "proposed-line")).toBe(2);
  expect(byId(layersOf({})).has("proposed-line")).toBe(false);
});

test("cells of the target share are outlined and named by their concentration where it has several cells", async () => {
  const { jobs } = await import("../../../core/jobs.ts");
  const { runJob } = await import("../../../core/job.ts");
  const { nodeContext } = await import("../../support/nodeContext.ts");
  const x = Float64Array.of(0, 0, 0, 225, 225, 3000), y = Float64Array.of(0, 0, 0, 130, 130, 0);
  const found = await runJob<never, never>("crimeConcentrations", jobs.crimeConcentrations as never, { x, y, side: 150, share: 1, plane: state.plane, outlines: true }, nodeContext);
  const layers = byId(layersOf({ targetCells: { found } as never }));
  expect((layers.get("target-cells-outline")!.props as unknown as { data: { length: number } }).data.length).toBe(3);
  expect((layers.get("target-cells-names")!.props as unknown as { data: { text: string }[] }).data.map(({ text }) => text)).toEqual(["C1"]);
});

test("what is just outside is ringed where it is asked for: near a hotspot and in none", async () => {
  const { buildPointIndex } = await import("../../../core/geo/pointIndex.ts");
  // In the first hotspot, 50 m north of it, 50 m east of its corner, and far away.
  const index = buildPointIndex(Float64Array.of(0, 0, 200, 9000), Float64Array.of(0, 180, 0, 9000));
  const shown = { filtered: { index, x: new Float64Array(0), lonLats: new Float64Array(0) } as never };
  expect(byId(layersOf(shown)).has("just-outside")).toBe(false);
  const layers = state.layers.map((layer) => ({ ...layer, visible: layer.kind === "just-outside" }));
  expect((byId(layersOf({ ...shown, layers })).get("just-outside")!.props as unknown as { data: unknown[] }).data).toHaveLength(2);
});
