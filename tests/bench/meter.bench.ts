// One frame of moving a corner of one of 40 patrol areas, by twos and threes, with a million incidents, against points within a polygon by Turf.

import { featureCollection, point, pointsWithinPolygon, polygon } from "@turf/turf";
import { buildPointIndex } from "../../core/geo/pointIndex.ts";
import type { Point, Polygon } from "../../core/geo/types.ts";
import { moveVertex } from "../../core/geo/vertices.ts";
import { areaMeter, PATROL_SPEED } from "../../core/hotspots/areas/areaMeter.ts";
import { justOutside } from "../../core/hotspots/areas/justOutside.ts";
import { nearOutside } from "../../core/hotspots/areas/nearOutside.ts";
import { createRandom } from "../../core/stats/random.ts";

const INCIDENTS = 1_000_000;
const AREAS = 40;
const CORNERS = 20;
const FRAMES = 300;
const SIZE = 9000; // m
const NEAR = 50; // m: what is just outside
const TURF_PART = 20;
const LIMIT = 4; // ms a frame

const random = createRandom("meter bench");
const column = () => Float64Array.from({ length: INCIDENTS }, () => SIZE * random.uniform() ** 1.5);
const x = column(), y = column();
const index = buildPointIndex(x, y), allIndex = buildPointIndex(column(), column());

/** A round outline of about 10 ha, as one is drawn by hand; those of one hotspot overlap, hotspots are two buffers and more apart. */
const area = (k: number): Polygon => {
  const hotspot = Math.floor(k / 2.5);
  const centre = { x: 800 + 2100 * (hotspot % 4) + 200 * (k % 3), y: 800 + 2100 * Math.floor(hotspot / 4) };
  const ring = Array.from({ length: CORNERS }, (_, corner): Point => {
    const angle = (corner * 2 * Math.PI) / CORNERS, radius = 170 + 30 * random.uniform();
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
  });
  return { kind: "polygon", rings: [ring] };
};
const areas = Array.from({ length: AREAS }, (_, k) => area(k));

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (value: number): string => `${value.toPrecision(3)} ms`;
const meterTimes: number[] = [], outsideTimes: number[] = [];
let sum = 0;
for (let frame = -50; frame < FRAMES; frame++) {
  const [corner] = areas[17].rings[0];
  const moved = moveVertex(areas[17], { ring: 0, index: 0 }, { x: corner.x + 40 * Math.sin(frame / 9), y: corner.y + 40 * Math.cos(frame / 7) });
  const shapes = areas.with(17, moved);
  const from = performance.now();
  const meter = (some: readonly Polygon[]) => areaMeter({ shapes: some, index, allIndex, days: 365, studyArea: SIZE ** 2, speed: PATROL_SPEED });
  sum += meter(shapes).incidents;
  for (const shape of shapes) sum += meter([shape]).incidents;
  const metered = performance.now();
  sum += justOutside(index, nearOutside(index, shapes, NEAR)).total;
  if (frame < 0) continue; // the first warm the compiler up
  meterTimes.push(metered - from);
  outsideTimes.push(performance.now() - metered);
}

const points = featureCollection(Array.from({ length: INCIDENTS / TURF_PART }, (_, i) => point([x[i], y[i]])));
const began = performance.now();
sum += pointsWithinPolygon(points, polygon([[...areas[17].rings[0], areas[17].rings[0][0]].map((corner) => [corner.x, corner.y])])).features.length;
const turf = (performance.now() - began) * TURF_PART;

console.log(`The meter of ${AREAS} patrol areas of ${CORNERS} corners, ${INCIDENTS.toLocaleString("en-GB")} incidents and as many of all offences (checksum ${sum}):`);
console.log(`  meter: median ${ms(median(meterTimes))} a frame; just outside within ${NEAR} m: ${ms(median(outsideTimes))}; limit of both ${LIMIT} ms`);
console.log(`  Turf, the filtered incidents in the moved area alone: ${ms(turf)} (measured on 1 in ${TURF_PART} and scaled up), ${Math.round(turf / median(meterTimes))} times the whole meter`);
if (median(meterTimes) + median(outsideTimes) > LIMIT) {
  console.error(`FAILED: a frame is over ${LIMIT} ms.`);
  process.exitCode = 1;
}
