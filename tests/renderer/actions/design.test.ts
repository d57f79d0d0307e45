// The pages of hotspot design: hexagons nudged and placed, areas drawn from concentrations, concentration; each kept as it can be made again.

import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Host, ProjectSummary, StoredResult } from "../../../core/host.ts";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import type { Hexagon, Polygon } from "../../../core/geo/types.ts";
import { spacingViolations } from "../../../core/hotspots/spacing.ts";
import { NO_FILTER } from "../../../core/incidents/filter.ts";
import { addExclusion } from "../../../core/plan/edits/addExclusion.ts";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { addPatrolArea } from "../../../core/plan/edits/addPatrolArea.ts";
import { lock } from "../../../core/plan/edits/lock.ts";
import { startHistory } from "../../../core/plan/history.ts";
import { EMPTY_PLAN, type Plan } from "../../../core/plan/plan.ts";
import { completeRequest, type StoredRequest } from "../../../core/replay.ts";
import type { JobPool, RunOptions } from "../../../workers/pool.ts";
import { allocationState } from "../../support/allocationState.ts";
import { directPool } from "../../support/directPool.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
const { changeDesign } = await import("../../../renderer/actions/designDraft.ts");
const { measureConcentration } = await import("../../../renderer/actions/concentration.ts");
const { nudgeHexagons } = await import("../../../renderer/actions/nudgeHexagons.ts");
const { runPlacement, takePlacement } = await import("../../../renderer/actions/placement.ts");
const { findTargetCells, outlineConcentrations } = await import("../../../renderer/actions/targetCells.ts");
const { changedSince } = await import("../../../renderer/madeFrom.ts");
const { committedPlan, currentProposal, useStore } = await import("../../../renderer/store.ts");

const hexagon = (x: number, y: number): Hexagon => ({ kind: "hexagon", centre: { x, y }, side: 150, rotation: 0 });
const square = (x: number, y: number, side: number): Polygon => ({ kind: "polygon", rings: [[{ x, y }, { x: x + side, y }, { x: x + side, y: y + side }, { x, y: y + side }]] });
const byHand: Plan = [hexagon(700, 700), hexagon(1300, 900), hexagon(2500, 2500)].reduce((plan, shape) => addHotspot(plan, shape).plan, EMPTY_PLAN);

const plan = (): Plan => committedPlan(useStore.getState());
const steps = (): string[] => useStore.getState().history.entries.slice(1).map(({ label }) => label);
let kept: StoredResult[] = [];

beforeEach(() => {
  kept = [];
  const state = allocationState();
  const table = { ...state.incidents.table, start: new Float64Array(state.incidents.table.length), domestic: new Uint8Array(state.incidents.table.length), precision: "hour" };
  const host = { putResult: async ({ result }: { result: StoredResult }) => void kept.push(result), commitStep: async () => undefined } as unknown as Host;
  useStore.setState({
    ...state,
    incidents: { table } as never,
    filtered: { ...state.filtered, index: buildPointIndex(state.filtered.x, state.filtered.y) },
    pool: directPool().pool, host, project: { id: "p" } as ProjectSummary, history: startHistory(byHand),
  });
  changeDesign("placement", { k: 3, seconds: 1 });
});

/** The stored request gives the stored numbers again. */
async function expectSameAgain({ request, value }: StoredResult): Promise<void> {
  const { job } = request as StoredRequest;
  const again = (await directPool().pool.run(job as never, completeRequest(request as StoredRequest, useStore.getState().incidents!.table) as never)) as Readonly<Record<string, unknown>>;
  const { numbers } = value as { numbers: Readonly<Record<string, unknown>> };
  for (const [name, number] of Object.entries(numbers)) expect(again[name], name).toEqual(number);
}

describe("best place nearby", () => {
  test("moves every unlocked hexagon in one step, tells what each gained, and leaves locked ones", async () => {
    useStore.setState({ history: startHistory(lock(byHand, ["h2"], true).plan) });
    await nudgeHexagons(null);
    const { nudges } = useStore.getState();
    expect(steps()).toEqual([expect.stringMatching(/^Move .* to the best place nearby$/)]);
    expect(nudges!.map(({ id }) => id)).not.toContain("h2");
    for (const { inside, before } of nudges!) expect(inside).toBeGreaterThan(before);
    expect(plan().hotspots[1]).toEqual({ ...byHand.hotspots[1], locked: true });
    expect(spacingViolations(plan())).toEqual([]);
  });

  test("asks for a hexagon that may move", async () => {
    await expect(nudgeHexagons([])).rejects.toThrow("No hexagon that may move");
  });
});

describe("the best set", () => {
  test("is never worse than by hand or greedy, breaks no rule, and takes the place of the hotspots in one step", async () => {
    await runPlacement();
    const placement = useStore.getState().placement!;
    expect(placement.found.objective).toBeGreaterThanOrEqual(Math.max(placement.found.greedy.objective, placement.found.start!.objective));
    expect(placement.violations).toMatchObject({ greedy: 0, proposed: 0 });
    expect(placement.replaced.map(({ name }) => name)).toEqual(["H1", "H2", "H3"]);
    expect(currentProposal(useStore.getState())).toBe(placement.found.hexagons);
    takePlacement(placement);
    expect(steps()).toEqual(["Replace 3 hotspots by the proposed 3"]);
    expect(plan().hotspots.map(({ id }) => id).sort()).toEqual(["h1", "h2", "h3"]);
    expect(spacingViolations(plan())).toEqual([]);
    await expectSameAgain(kept[0]);
  });

  test("keeps clear of what stays: locked hotspots, patrol areas, and exclusions that are not overruled", async () => {
    const locked = addPatrolArea(lock(byHand, ["h1"], true).plan, square(1100, 1300, 100), null).plan;
    useStore.setState({ history: startHistory(addExclusion(locked, square(1000, 600, 400), "school").plan) });
    await runPlacement();
    const { found, standing, violations } = useStore.getState().placement!;
    expect(standing).toBe(1);
    expect(found.lockedInside).toBeGreaterThan(0);
    expect(violations.proposed).toBe(0);
  });

  test("comes beside the present hotspots where these are kept", async () => {
    changeDesign("placement", { adds: true, k: 1 });
    await runPlacement();
    takePlacement(useStore.getState().placement!);
    expect(plan().hotspots.slice(0, 3)).toEqual(byHand.hotspots);
    expect(plan().hotspots).toHaveLength(4);
  });

  test("counts harm where a table is loaded, and is stored with the table", async () => {
    useStore.setState({ history: startHistory({ ...byHand, harm: { name: "harm.csv", weights: [{ offence: "Robbery", days: 365 }, { offence: "Theft", days: 1 }] } }) });
    changeDesign("placement", { counts: "harm" });
    await runPlacement();
    expect(useStore.getState().placement!.found.total).toBe(267 * 365 + 533);
    expect((kept[0].request as StoredRequest).params).toMatchObject({ harm: { name: "harm.csv" } });
    expect((kept[0].request as StoredRequest).params).not.toHaveProperty("weight");
    await expectSameAgain(kept[0]);
  });

  test("keeps the best so far, marked as stopped, where the person stops it", async () => {
    const { pool } = directPool();
    const stopped = {
      ...pool,
      run: async (name: "placeHexagons", params: never, options: RunOptions) => {
        const found = await pool.run(name, params, {});
        options.onFound?.(found);
        useStore.getState().placementSearch!.keep();
        options.signal!.throwIfAborted();
        return found;
      },
    } as unknown as JobPool;
    useStore.setState({ pool: stopped });
    await runPlacement();
    expect(useStore.getState().placement).toMatchObject({ stopped: true });
    expect(useStore.getState().placementSearch).toBeNull();
    expect(kept[0].title).toBe("Best set of 3 hexagons, stopped");
  });
});

describe("areas", () => {
  test("cells hold the target share, and a concentration becomes a hotspot with its patrol area in one step", async () => {
    await findTargetCells();
    const shown = useStore.getState().targetCells!;
    expect(shown.found.share).toBeGreaterThanOrEqual(0.3);
    await outlineConcentrations(shown, [0]);
    expect(steps()).toEqual(["Add a hotspot with its patrol area"]);
    const drawn = plan().hotspots.at(-1)!;
    expect(plan().patrolAreas.every(({ hotspot }) => hotspot === drawn.id)).toBe(true);
    expect(useStore.getState().selection).toEqual([drawn.id]);
    await expectSameAgain(kept[0]);
  });

  test("streets need a layer of roads", async () => {
    changeDesign("outline", { how: "streets" });
    await findTargetCells();
    await expect(outlineConcentrations(useStore.getState().targetCells!, [0])).rejects.toThrow("No layer of roads is chosen");
  });
});

test("concentration is measured with the plan, kept, and stale when the filter changes", async () => {
  await measureConcentration("incidents");
  const shown = useStore.getState().concentration!;
  expect(shown.found.plan!.crimeShare).toBeGreaterThan(0);
  expect(shown.shapes).toHaveLength(3);
  await expectSameAgain(kept[0]);
  expect(changedSince(shown, useStore.getState())).toEqual([]);
  expect(changedSince(shown, { ...useStore.getState(), filter: { ...NO_FILTER, months: [4] } })).toEqual(["the filter"]);
});
