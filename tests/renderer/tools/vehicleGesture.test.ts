// A vehicle on the map in the hand of the select tool.

import { beforeEach, expect, test, vi } from "vitest";
import { allocationState } from "../../support/allocationState.ts";
import { directPool } from "../../support/directPool.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
const { runAllocation } = await import("../../../renderer/actions/allocation.ts");
const { changeAllocationPlan } = await import("../../../renderer/actions/allocationDraft.ts");
const { allocationValue } = await import("../../../core/patrol/posting/allocationValue.ts");
const { postingOf, siteAt } = await import("../../../renderer/shownAllocation.ts");
const { useStore } = await import("../../../renderer/store.ts");
const { selectTool } = await import("../../../renderer/tools/selectTool.ts");
const { useSketch } = await import("../../../renderer/tools/sketch.ts");
type MapPointer = import("../../../renderer/tools/tool.ts").MapPointer;

const pointer = (x: number, y: number): MapPointer => ({ point: { x, y }, lonLat: [0, 0], px: { x: x / 2, y: -y / 2 }, metresPerPixel: 2, shift: false, alt: false, ctrl: false });

beforeEach(async () => {
  selectTool.cancel();
  useStore.setState({ ...allocationState(), pool: directPool().pool });
  changeAllocationPlan({ objective: "distance", vehicles: 4, gap: 0, timeLimit: 60 });
  await runAllocation();
});

const shown = () => useStore.getState().allocation!;
const place = (vehicle: number) => siteAt(shown().request, shown().chosen[vehicle]);

test("a drag goes from tile to tile, and says what the allocation would be worth there", () => {
  const { x, y } = place(1);
  expect(selectTool.cursor(pointer(x + 4, y))).toBe("move");
  expect(selectTool.onDown(pointer(x + 4, y))).toBe(true);
  selectTool.onMove(pointer(x + 4 + 290, y));
  const { vehicle, site, coverage, meanDistance } = useStore.getState().vehicleDrag!;
  expect(vehicle).toBe(1);
  expect(siteAt(shown().request, site)).toEqual({ x: x + 300, y });
  const there = allocationValue(postingOf(shown().request), { chosen: shown().chosen.with(1, site), kinds: shown().kinds }, 500);
  expect(coverage).toBeCloseTo(there.coverage, 12);
  expect(meanDistance).toBeCloseTo(there.meanDistance, 9);
  expect(useSketch.getState().readout).toMatch(/% covered \([+−]\d.*\) · mean \d+ m \(\+\d+ m\)/);
  selectTool.onUp(pointer(x + 290, y));
  expect(useStore.getState()).toMatchObject({ vehicleDrag: null, vehicle: 1 });
  expect(place(1)).toEqual({ x: x + 300, y });
  expect(shown().byHand).toBe(true);
});

test("Esc puts it back, and a click without a move changes nothing", () => {
  const before = shown();
  const { x, y } = place(0);
  selectTool.onDown(pointer(x, y));
  selectTool.onMove(pointer(x + 900, y));
  expect(selectTool.cancel()).toBe(true);
  selectTool.onUp(pointer(x + 900, y));
  expect(shown()).toBe(before);
  expect(useStore.getState()).toMatchObject({ vehicleDrag: null, vehicle: null });
  selectTool.onDown(pointer(x, y));
  selectTool.onUp(pointer(x, y));
  expect(shown()).toBe(before);
  expect(useStore.getState().vehicle).toBe(0);
});

test("there is nothing to take while the layer is hidden, or while a search runs", () => {
  const { x, y } = place(0);
  const { layers } = useStore.getState();
  useStore.setState({ layers: layers.map((layer) => ({ ...layer, visible: layer.kind !== "vehicles" })) });
  expect(selectTool.onDown(pointer(x, y))).toBe(false);
  useStore.setState({ layers, allocationSearch: { best: null, keep: () => undefined } });
  expect(selectTool.onDown(pointer(x, y))).toBe(false);
});

test("arrow keys take the selected vehicle a tile further, and are the map's where none is selected", () => {
  const key = (name: string) => selectTool.onKey!({ key: name, shift: false, alt: false, ctrl: false });
  expect(key("ArrowUp")).toBe(false);
  const { x, y } = place(2);
  selectTool.onDown(pointer(x, y));
  selectTool.onUp(pointer(x, y));
  expect(key("ArrowUp")).toBe(true);
  expect(place(2)).toEqual({ x, y: y + 300 });
});
