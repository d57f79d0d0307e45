// The actions from the filtered incidents to methods side by side, hotspots from what they agree on, and whether places last.

import { beforeEach, expect, test, vi } from "vitest";
import type { StoredResult } from "../../../core/host.ts";
import { spacingViolations } from "../../../core/hotspots/spacing.ts";
import { NO_FILTER } from "../../../core/incidents/filter.ts";
import type { IncidentTable } from "../../../core/incidents/table.ts";
import { runJob, type Job } from "../../../core/job.ts";
import { jobs, type JobName } from "../../../core/jobs.ts";
import { addExclusion } from "../../../core/plan/edits/addExclusion.ts";
import { startHistory } from "../../../core/plan/history.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";
import { completeRequest, type StoredRequest } from "../../../core/replay.ts";
import { createRandom } from "../../../core/stats/random.ts";
import { firstDifference } from "../../../electron/sameNumbers.ts";
import { directPool } from "../../support/directPool.ts";
import { nodeContext } from "../../support/nodeContext.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
vi.stubGlobal("document", { documentElement: { dataset: {} } });
const { identify, lookAtFind, promoteNamed } = await import("../../../renderer/actions/identify.ts");
const { runStability } = await import("../../../renderer/actions/stability.ts");
const { trendInWords } = await import("../../../renderer/panels/hotspots/trendInWords.ts");
const { findLayers, findLegend } = await import("../../../renderer/layers/findLayers.ts");
const { projectionOf } = await import("../../../renderer/map/projection.ts");
const { START_FIND_DRAFT } = await import("../../../renderer/findDraft.ts");
const { findStale, namedInBoth, shownFind, significant, staleOfPart, START_FIND_VIEW, timesNamed } = await import("../../../renderer/shownFind.ts");
const { committedPlan, useStore } = await import("../../../renderer/store.ts");
type Filtered = import("../../../renderer/store.ts").Filtered;
type Incidents = import("../../../renderer/store.ts").Incidents;
type State = import("../../../renderer/store.ts").State;

const plane = { kind: "local", lon0: 0, lat0: 52 } as const;
const random = createRandom("identify");
const length = 3000;
const HOUR = 3_600_000, DAY = 24 * HOUR;
/** By day most are about one place, by night about another; some are anywhere on 4 × 4 km. */
const incidents = Array.from({ length }, (_, i) => {
  const night = i % 2 === 0, anywhere = random.uniform() < 0.4;
  const about = night ? 3000 : 1000;
  const place = (): number => (anywhere ? 4000 * random.uniform() : about + 400 * random.uniform());
  return { x: place(), y: place(), start: Date.UTC(2022, 0, 1) + DAY * Math.floor(1000 * random.uniform()) + HOUR * (night ? 22 : 12) };
});
const column = (name: "x" | "y" | "start"): Float64Array => Float64Array.from(incidents, (one) => one[name]);
const table = {
  length, plane, x: column("x"), y: column("y"), start: column("start"), precision: "minute",
  offence: new Uint16Array(length), offences: [{ category: "Theft", name: "Theft" }], domestic: new Uint8Array(length), texts: [],
} as unknown as IncidentTable;

beforeEach(() => {
  useStore.setState({
    pool: directPool().pool, plane, project: null, history: startHistory(EMPTY_PLAN), selection: [], messages: [],
    incidents: { table } as unknown as Incidents,
    filter: NO_FILTER,
    filtered: { selected: Uint32Array.from({ length }, (_, i) => i), x: table.x, y: table.y, filter: NO_FILTER } as unknown as Filtered,
    finds: {}, findView: START_FIND_VIEW, stability: null,
    findDraft: { ...START_FIND_DRAFT, methods: ["count", "harm", "density", "giStar"], top: 10 },
  });
});

const find = () => shownFind(useStore.getState())!;
const CELLS = { kind: "hexagon", rotation: 0 } as const;

test("methods are run as filtered, without harm where there is no table, and the legend counts them", async () => {
  await identify(CELLS);
  const { found, incidents: counted, part } = find();
  expect(part).toBe("filtered");
  expect(counted).toBe(length);
  expect(found.methods.map(({ name }) => name)).toEqual(["count", "density", "giStar"]);
  expect(found.outlines).not.toBeNull();
  const times = timesNamed(found);
  expect(found.agreement.every(({ cell, named }) => times[cell] === named)).toBe(true);
  expect(times.reduce((sum, each) => sum + Number(each > 0), 0)).toBe(found.agreement.length);
  const { entries } = findLegend(find(), { ...START_FIND_VIEW, least: 2 }, "light");
  expect(entries.map(({ label }) => label)).toEqual(["3 methods", "2 methods"]);
});

test("day and night are two runs in one press, each on its own hours", async () => {
  useStore.setState(({ findDraft }) => ({ findDraft: { ...findDraft, dayAndNight: true } }));
  await identify(CELLS);
  const { day, night } = useStore.getState().finds;
  expect(day!.incidents + night!.incidents).toBe(length);
  const first = ({ found }: NonNullable<typeof day>): number => found.x[found.agreement[0].cell];
  expect(first(day!)).toBeGreaterThan(900);
  expect(first(day!)).toBeLessThan(1500);
  expect(first(night!)).toBeGreaterThan(2900);
  expect(findStale(day!, useStore.getState(), null)).toEqual([]);
  expect(findStale(day!, { ...useStore.getState(), filter: { ...NO_FILTER, months: [1] } }, null)).toEqual(["the filter"]);
});

test("one lattice serves day and night, so that cells named in both are known", async () => {
  useStore.setState(({ findDraft }) => ({ findDraft: { ...findDraft, dayAndNight: true } }));
  await identify(CELLS);
  const { day, night } = useStore.getState().finds;
  const places = ({ found }: NonNullable<typeof day>): string[] => found.agreement.map(({ cell }) => `${found.x[cell]} ${found.y[cell]}`);
  const shared = places(day!).filter((place) => places(night!).includes(place)).length;
  expect(namedInBoth(day!, night!)).toBe(shared);
  expect(shared).toBeLessThan(day!.found.agreement.length);
  expect(namedInBoth(day!, { ...night!, found: { ...night!.found, rotation: 0.1 } })).toBeNull();
});

test.each(["giStar", "localMoran"] as const)("the map of %s shows significant cells and leaves the others clear", async (colours) => {
  useStore.setState(({ findDraft }) => ({ findDraft: { ...findDraft, methods: ["giStar", "localMoran"], level: 0.1 } }));
  await identify(CELLS);
  const { found } = find();
  const [cells] = findLayers(find(), { ...START_FIND_VIEW, colours }, projectionOf(plane), "light", 1);
  const { data } = cells.props as unknown as { data: { startIndices: Uint32Array; attributes: { getFillColor: { value: Uint8Array } } } };
  const alpha = (cell: number): number => data.attributes.getFillColor.value[4 * data.startIndices[cell] + 3];
  const isSignificant = significant(found, colours);
  const drawn = [...found.x.keys()].filter((cell) => alpha(cell) > 0);
  expect(drawn).toEqual([...found.x.keys()].filter(isSignificant));
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.length).toBeLessThan(found.x.length);
});

test("day and night are refused where the times do not say the hour", async () => {
  useStore.setState(({ findDraft }) => ({ findDraft: { ...findDraft, dayAndNight: true }, incidents: { table: { ...table, precision: "month" } } as unknown as Incidents }));
  await expect(identify(CELLS)).rejects.toThrow(/Day and night needs times to the hour; these incidents say only the month/);
});

test("harm is counted by the plan's table, and a run says so when another takes its place", async () => {
  const harm = { name: "weights.csv", weights: [{ offence: "Theft", days: 20 }] };
  useStore.setState({ history: startHistory({ ...EMPTY_PLAN, harm }) });
  await identify(CELLS);
  const { found } = find();
  expect(found.harm).toEqual(found.count.map((count) => 20 * count));
  expect(findStale(find(), useStore.getState(), harm)).toEqual([]);
  expect(findStale(find(), useStore.getState(), { ...harm, weights: [] })).toEqual(["the harm table"]);
});

test("hotspots are made in the order of the agreement, apart and clear of exclusions, with the hours of the night", async () => {
  useStore.setState(({ findDraft }) => ({ findDraft: { ...findDraft, dayAndNight: true } }));
  await identify(CELLS);
  const { night } = useStore.getState().finds;
  const [best] = night!.found.agreement;
  const at = (cell: number, dx: number, dy: number) => ({ x: night!.found.x[cell] + dx, y: night!.found.y[cell] + dy });
  const plan = addExclusion(EMPTY_PLAN, { kind: "polygon", rings: [[at(best.cell, -20, -20), at(best.cell, 20, -20), at(best.cell, 0, 20)]] }, "A school").plan;
  useStore.setState({ history: startHistory(plan) });
  const passedOver = promoteNamed(night!, night!.found.agreement.map(({ cell }) => cell), 3);
  const made = committedPlan(useStore.getState());
  expect(made.hotspots).toHaveLength(3);
  expect(spacingViolations(made)).toEqual([]);
  expect(passedOver[0]).toMatchObject({ cell: best.cell, rank: 1, why: "Number 1 overlaps the exclusion X1; move it out" });
  expect(made.hotspots[0].hours).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 20, 21, 22, 23]);
});

test("named cells are asked whether they last, on the incidents of their own run", async () => {
  await identify(CELLS);
  await runStability("cells", 3);
  const { found, places, profiles } = useStore.getState().stability!;
  const { found: named } = find();
  expect(places.map(({ name }) => name)).toEqual(["Cell 1", "Cell 2", "Cell 3"]);
  expect(found.areas.map(({ total }) => total)).toEqual(named.agreement.slice(0, 3).map(({ cell }) => named.count[cell]));
  expect(profiles[0].hours!.reduce((sum, count) => sum + count, 0)).toBe(found.areas[0].total);
  expect(found.years).toEqual([2022, 2023, 2024]);
  expect(trendInWords(found.areas[0].trend)).toMatch(/^(Steady|Emerging|Fading): \d+\.\d (more|fewer) a month from year to year, p [=<] 0\.\d+ \(seasonal Mann–Kendall, \d+ months\)\.$/);
});

test("cells that were named for the night are judged on the night, and are not stale for that", async () => {
  useStore.setState(({ findDraft }) => ({ findDraft: { ...findDraft, dayAndNight: true } }));
  await identify(CELLS);
  lookAtFind({ part: "night" });
  await runStability("cells", 1);
  const stability = useStore.getState().stability!;
  expect(stability.profiles[0].hours!.indexOf(stability.found.areas[0].total)).toBe(22);
  expect(staleOfPart(stability, useStore.getState())).toEqual([]);
});

test("what is kept is made again to the same numbers", async () => {
  const kept: StoredResult[] = [];
  const harm = { name: "weights.csv", weights: [{ offence: "Theft", days: 20 }] };
  useStore.setState(({ findDraft }) => ({
    history: startHistory({ ...EMPTY_PLAN, harm }), results: [], findDraft: { ...findDraft, dayAndNight: true },
    project: { id: "p" } as State["project"],
    host: { putResult: async ({ result }: { result: StoredResult }) => void kept.push(structuredClone(result)) } as unknown as State["host"],
  }));
  await identify(CELLS);
  await runStability("cells", 2);
  expect(kept.map(({ job, title }) => [job, title])).toEqual([
    ["identifyHotspots", "Hotspots by 4 methods, day, 08:00–19:59"],
    ["identifyHotspots", "Hotspots by 4 methods, night, 20:00–07:59"],
    ["stabilityOfAreas", "Whether 2 cells last, day, 08:00–19:59"],
  ]);
  for (const { job, request, value } of kept) {
    const { numbers } = value as unknown as { readonly numbers: Readonly<Record<string, unknown>> };
    const again = (await runJob(job, jobs[job as JobName] as Job, completeRequest(request as unknown as StoredRequest, table), nodeContext)) as Record<string, unknown>;
    expect(firstDifference(numbers, Object.fromEntries(Object.keys(numbers).map((name) => [name, again[name]]))), job).toBeNull();
  }
});

test("without a hotspot there is nothing to ask", async () => {
  await expect(runStability("hotspots", 50)).rejects.toThrow("The plan has no hotspot yet");
});
