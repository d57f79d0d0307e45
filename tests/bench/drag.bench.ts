// One frame of dragging a hexagon among 200 hotspots and a million incidents, against the naive Turf way in the same run.

import { booleanIntersects, buffer, featureCollection, point, pointsWithinPolygon, polygon } from "@turf/turf";
import { circle } from "../../core/geo/circle.ts";
import { gainedLost } from "../../core/geo/countInside.ts";
import { hexagonRing } from "../../core/geo/hexagon.ts";
import { planeProjection } from "../../core/geo/plane.ts";
import { buildPointIndex } from "../../core/geo/pointIndex.ts";
import type { Hexagon } from "../../core/geo/types.ts";
import { gapTooSmall } from "../../core/hotspots/gapTooSmall.ts";
import { nearestNeighbour, spacingViolations } from "../../core/hotspots/spacing.ts";
import { addHotspot } from "../../core/plan/edits/addHotspot.ts";
import { moveShapes } from "../../core/plan/edits/moveShapes.ts";
import { rotateShapes } from "../../core/plan/edits/rotateShapes.ts";
import { EMPTY_PLAN, type Hotspot, type Plan } from "../../core/plan/plan.ts";
import { createRandom } from "../../core/stats/random.ts";

const INCIDENTS = 1_000_000;
const HOTSPOTS = 200;
const EXCLUSIONS = 2000;
const FRAMES = 600;
/** Turf takes the first of so many parts of the incidents; its time for them is scaled up, its buffer check is not. */
const TURF_PART = 20;
const TURF_EVERY = 60; // a Turf frame after this many of ours: interleaved, so that noise meets both
const SIZE = 9000; // m: dense, so that a hexagon holds about a thousand incidents
const LIMIT = 4; // ms a frame

const random = createRandom("drag bench");
const x = Float64Array.from({ length: INCIDENTS }, () => SIZE * random.uniform() ** 1.5);
const y = Float64Array.from({ length: INCIDENTS }, () => SIZE * random.uniform() ** 1.5);
const started = performance.now();
const index = buildPointIndex(x, y);
const indexed = performance.now() - started;

let plan: Plan = EMPTY_PLAN;
for (let k = 0; k < HOTSPOTS; k++) {
  const centre = { x: 300 + 560 * (k % 15), y: 300 + 560 * Math.floor(k / 15) };
  plan = addHotspot(plan, { kind: "hexagon", centre, side: 150, rotation: random.uniform() }).plan;
}
const start = plan.hotspots[48];

/** What the map does at every move of the pointer. The shape is always computed from the one at pointer-down. */
function ourFrame(dx: number, dy: number, turn: number): number {
  const moved = moveShapes(plan, [start.id], dx, dy).plan;
  const draft = rotateShapes(moved, [start.id], turn, "own").plan;
  const candidate = draft.hotspots[48];
  const violations = spacingViolations(draft, [candidate]);
  const neighbour = nearestNeighbour(draft, candidate);
  const { inside, gained, lost } = gainedLost(index, start.shape, candidate.shape);
  return violations.length + inside + gained + lost + (neighbour?.gap ?? 0);
}

const projection = planeProjection({ kind: "local", lon0: -122.43, lat0: 37.76 });
const outline = (hexagon: Hexagon) => {
  const ring = hexagonRing(hexagon).map((corner) => [...projection.inverse(corner)]);
  return polygon([[...ring, ring[0]]]);
};
const turfPoints = featureCollection(
  Array.from({ length: INCIDENTS / TURF_PART }, (_, i) => point([...projection.inverse({ x: x[i], y: y[i] })])),
);
const turfBuffers = plan.hotspots.map(({ shape }) => buffer(outline(shape as Hexagon), 75, { units: "meters" }));

/** The first thing one would write: buffer, intersect with the other buffers (kept ready), points within the polygon. */
function turfFrame(dx: number, dy: number): { spacing: number; counting: number; found: number } {
  const from = performance.now();
  const { shape } = moveShapes(plan, [start.id], dx, dy).plan.hotspots[48];
  const hexagon = outline(shape as Hexagon);
  const ring = buffer(hexagon, 75, { units: "meters" });
  const hits = turfBuffers.filter((other, i) => i !== 48 && ring && other && booleanIntersects(ring, other)).length;
  const checked = performance.now();
  const inside = pointsWithinPolygon(turfPoints, hexagon).features.length;
  return { spacing: checked - from, counting: (performance.now() - checked) * TURF_PART, found: hits + inside };
}

const ours: number[] = [];
let work = 0;
/** What the main thread itself worked, ms: leaves out other programs that took the core, but only good over many frames. */
const threadTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const turf: { spacing: number; counting: number }[] = [];
let sum = 0;
for (let frame = -100; frame < FRAMES; frame++) {
  const dx = 260 * Math.sin(frame / 17), dy = 260 * Math.cos(frame / 29);
  const from = performance.now(), worked = threadTime();
  sum += ourFrame(dx, dy, frame / 50);
  if (frame >= 0) { // the first 100 warm the compiler up
    work += threadTime() - worked;
    ours.push(performance.now() - from);
  }
  if (frame >= 0 && frame % TURF_EVERY === 0) {
    const one = turfFrame(dx, dy);
    sum += one.found;
    turf.push(one);
  }
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];
const ms = (value: number): string => `${value.toPrecision(3)} ms`;

// The same frames' spacing with thousands of exclusions from rules, and with exclusions asked one by one.
const crowded: Plan = {
  ...plan,
  exclusions: Array.from({ length: EXCLUSIONS }, (_, k) => {
    const shape = circle({ x: SIZE * random.uniform(), y: SIZE * random.uniform() }, 30);
    return { id: `x${1000 + k}`, name: `School ${k}`, reason: "", rule: "Schools", shape };
  }),
};
const spacingTime = (check: (candidate: Hotspot) => number): number => {
  const times: number[] = [];
  for (let frame = -100; frame < FRAMES; frame++) {
    const [candidate] = moveShapes(crowded, [start.id], 260 * Math.sin(frame / 17), 260 * Math.cos(frame / 29)).plan.hotspots.slice(48, 49);
    const from = performance.now();
    sum += check(candidate);
    if (frame >= 0) times.push(performance.now() - from);
  }
  return quantile(times, 0.5);
};
const withExclusions = spacingTime((candidate) => spacingViolations(crowded, [candidate]).length);
const withoutExclusions = spacingTime((candidate) => spacingViolations(plan, [candidate]).length);
const oneByOne = spacingTime((candidate) => crowded.exclusions.filter(({ shape }) => gapTooSmall(candidate.shape, shape, 0) !== null).length);

const median = quantile(ours, 0.5), p99 = quantile(ours, 0.99);
const spacing = quantile(turf.map((one) => one.spacing), 0.5), counting = quantile(turf.map((one) => one.counting), 0.5);

console.log(`One drag frame, ${HOTSPOTS} hotspots, ${INCIDENTS.toLocaleString("en-GB")} incidents (checksum ${Math.round(sum)}):`);
console.log(`  ours: median ${ms(median)}, 99th percentile ${ms(p99)} over ${FRAMES} frames; limit ${LIMIT} ms`);
console.log(`  ours, main thread's own work: ${ms(work / FRAMES)} a frame on average`);
console.log(`  Turf: spacing ${ms(spacing)} + counting ${ms(counting)} (measured on 1 in ${TURF_PART} incidents and scaled up)`);
console.log(`  ratio of medians: ${Math.round((spacing + counting) / median).toLocaleString("en-GB")} times`);
console.log(`  spacing alone: ${ms(withoutExclusions)}; with ${EXCLUSIONS.toLocaleString("en-GB")} exclusions ${ms(withExclusions)}, of which asked one by one these alone would take ${ms(oneByOne)}`);
console.log(`  the index, built once in a worker: ${ms(indexed)}, ${(index.starts.byteLength + 4 * index.x.byteLength) >> 20} MB`);
// The 99th percentile is not held to the limit: on a busy machine it measures the other programs.
if (median > LIMIT) {
  console.error(`FAILED: a frame is over ${LIMIT} ms.`);
  process.exitCode = 1;
}
