// The town's main roads: radials, an inner ring and a ring road, and the bridges where they cross the river.

import type { Point } from "../../core/geo/types.ts";
import { crossing, polar, simplify, type Line } from "./curves.ts";
import { river, townRadius, type Place } from "./ground.ts";

export interface Street {
  readonly name: string;
  readonly kind: "main" | "side";
  readonly line: Line;
}

const inner = (angle: number): number => 530 + 45 * Math.sin(2 * angle + 0.4) + 25 * Math.sin(5 * angle);
const outer = (angle: number): number => 2150 + 150 * Math.sin(2 * angle + 2) + 120 * Math.sin(3 * angle) + 55 * Math.sin(7 * angle);

function ring(name: string, radius: (angle: number) => number): Street {
  const line: Point[] = Array.from({ length: 97 }, (_, i) => polar(radius((i / 96) * 2 * Math.PI), (i / 96) * 2 * Math.PI));
  line[96] = line[0];
  return { name, kind: "main", line: simplify(line, 1.5) };
}

/** From the middle, or from the inner ring, to beyond the edge of town, swinging gently. */
function radial(name: string, angle: number, swing: number, fromMiddle: boolean): Street {
  const start = fromMiddle ? 0 : inner(angle);
  const end = townRadius(angle) + 250;
  const line: Point[] = [];
  for (let i = 0; i <= 60; i++) {
    const r = start + ((end - start) * i) / 60;
    const sideways = swing * Math.sin(((r - start) / (end - start)) * 4.2) * Math.min(1, (r - start) / 900);
    line.push({ x: r * Math.cos(angle) - sideways * Math.sin(angle), y: r * Math.sin(angle) + sideways * Math.cos(angle) });
  }
  return { name, kind: "main", line: simplify(line, 1.5) };
}

export const mainRoads: readonly Street[] = [
  radial("High Street East", 0.1, 190, true),
  radial("Beacon Hill Road", 0.98, -150, false),
  radial("Cattlegate", 1.66, 130, true),
  radial("Stonefleet Road", 2.32, -170, false),
  radial("High Street West", 3.08, 150, true),
  radial("Millrace Road", 3.86, -140, false),
  radial("Southgate", 4.66, 170, true),
  radial("Ferry Road", 5.6, -160, false),
  ring("Inner Ring", inner),
  ring("Outer Ring Road", outer),
];

export const bridges: readonly Place[] = mainRoads.flatMap(({ name, line }) => {
  const found: Place[] = [];
  for (let i = 1; i < line.length; i++) {
    for (let j = 1; j < river.length; j++) {
      const t = crossing(line[i - 1], line[i], river[j - 1], river[j]);
      if (t === null) continue;
      const at = { x: line[i - 1].x + t * (line[i].x - line[i - 1].x), y: line[i - 1].y + t * (line[i].y - line[i - 1].y) };
      found.push({ kind: "bridge", name: `${name} Bridge`, at });
    }
  }
  return found;
});
