// What the town stands on: its outline and districts, the river, the railway, parks, grounds and landmarks.

import { containsTest } from "../../core/geo/contains.ts";
import type { Point, Polygon } from "../../core/geo/types.ts";
import { lineDistance, polar, smooth, type Line } from "./curves.ts";

export interface Place {
  readonly kind: string;
  readonly name: string;
  readonly at: Point;
}

export interface Area {
  readonly kind: string;
  readonly name: string;
  readonly ring: readonly Point[];
  /** Built-up streets stay out of it. */
  readonly closed: boolean;
}

/** Distance from the middle to the edge of the built-up town in a direction, m. */
export const townRadius = (angle: number): number =>
  3250 * (1 + 0.09 * Math.cos(2 * angle - 0.5) + 0.05 * Math.sin(3 * angle + 1) + 0.04 * Math.sin(5 * angle));

export const river: Line = smooth(
  [[-5600, 2500], [-4300, 1900], [-3300, 650], [-2300, 250], [-1500, -350], [-700, -480], [150, -560], [800, -1000],
    [1080, -1750], [1250, -2600], [1900, -3300], [2700, -4100], [3600, -5600]].map(([x, y]) => ({ x, y })),
);
export const RIVER_WIDTH = 44;

export const railway: Line = smooth(
  [[-5200, -3600], [-3600, -1900], [-2300, -900], [-1400, 250], [-500, 620], [500, 640], [1700, 900], [3000, 1900], [4900, 3500]]
    .map(([x, y]) => ({ x, y })),
);

const blob = (x: number, y: number, radius: number, phase: number, squash = 0.8): Point[] =>
  Array.from({ length: 28 }, (_, i) => {
    const angle = (i / 28) * 2 * Math.PI;
    const r = radius * (1 + 0.12 * Math.sin(2 * angle + phase) + 0.09 * Math.cos(3 * angle - phase));
    const p = polar(r, angle);
    return { x: x + p.x, y: y + squash * p.y };
  });

const block = (x: number, y: number, width: number, depth: number, turn: number): Point[] =>
  [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([i, j]) => {
    const u = (i * width) / 2, v = (j * depth) / 2;
    return { x: x + u * Math.cos(turn) - v * Math.sin(turn), y: y + u * Math.sin(turn) + v * Math.cos(turn) };
  });

/** The park of the summer festival. */
export const FESTIVAL_PARK = "Lantern Park";

export const parks: readonly Area[] = [
  { kind: "park", name: FESTIVAL_PARK, ring: blob(-430, -960, 290, 0.4), closed: true },
  { kind: "park", name: "Saltgrass Common", ring: blob(2280, 1900, 420, 2.1), closed: true },
  { kind: "park", name: "Heron Fields", ring: blob(2430, -1280, 310, 1.2), closed: true },
  { kind: "park", name: "Castle Green", ring: blob(330, -330, 130, 3), closed: true },
  { kind: "park", name: "Quarry Wood", ring: blob(-2680, 1330, 360, 4.4, 1), closed: true },
];

export const grounds: readonly Area[] = [
  { kind: "hospital", name: "Harrowmere Hospital", ring: block(1720, 330, 330, 230, 0.35), closed: true },
  { kind: "prison", name: "HM Prison Stonefleet", ring: block(-1250, 2350, 260, 200, 0.2), closed: true },
  { kind: "retail park", name: "Millrace Retail Park", ring: block(-2380, -640, 380, 280, 0.75), closed: true },
  { kind: "industrial estate", name: "Kiln Lane Industrial Estate", ring: block(2700, 1000, 900, 700, 0.55), closed: false },
  { kind: "college", name: "Harrowmere College", ring: block(-420, 1080, 220, 170, -0.25), closed: true },
];

const SCHOOLS: readonly (readonly [string, number, number])[] = [
  ["Beacon Hill Primary School", 700, 1650], ["Saltgrass Academy", 1450, 1380], ["Kestrel Road Primary School", 2550, 150],
  ["Heronsgate Secondary School", 1450, -950], ["Ferry Meadow Primary School", 650, -1900], ["Tollgate Primary School", -250, -2500],
  ["Lantern Academy", -900, -1750], ["Millrace Primary School", -1900, -1550], ["Weir Lane Primary School", -2800, 80],
  ["Quarrywood Secondary School", -1750, 1250], ["Stonefleet Primary School", -700, 1900], ["Northfield Primary School", 150, 2600],
];

export const schools: readonly Area[] = SCHOOLS.map(([name, x, y], i) => ({
  kind: "school", name, ring: block(x, y, 120, 85, i * 0.37), closed: true,
}));

export const townCentre: Area = { kind: "town centre", name: "Town centre", ring: blob(0, 60, 520, 1, 0.86), closed: false };

export const places: readonly Place[] = [
  { kind: "hospital", name: "Harrowmere Hospital", at: { x: 1720, y: 330 } },
  { kind: "prison", name: "HM Prison Stonefleet", at: { x: -1250, y: 2350 } },
  { kind: "police station", name: "Harrowmere Police Station", at: { x: -330, y: 255 } },
  { kind: "railway station", name: "Harrowmere Station", at: { x: 80, y: 605 } },
  { kind: "bus station", name: "Harrowmere Bus Station", at: { x: 240, y: 160 } },
  { kind: "college", name: "Harrowmere College", at: { x: -420, y: 1080 } },
  { kind: "retail park", name: "Millrace Retail Park", at: { x: -2380, y: -640 } },
  ...SCHOOLS.map(([name, x, y]) => ({ kind: "school", name, at: { x, y } })),
];

export const placeOf = (kind: string): Point => (places.find((place) => place.kind === kind) as Place).at;

const SPOKES = [0.15, 1.2, 2.25, 3.3, 4.35, 5.4];
const OUTER_DISTRICTS = ["Kilnside", "Saltgrass", "Stonefleet", "Weirside", "Tollgate", "Heronsgate"];
const bend = (spoke: number, t: number): number => SPOKES[spoke % 6] + 0.09 * Math.sin(5 * t + (spoke % 6)) * t;

/** Seven districts that share their borders corner for corner: the centre and six about it. */
export const districts: readonly Area[] = (() => {
  const inner = (angle: number): Point => polar(900 + 70 * Math.sin(3 * angle), angle);
  const outer = (angle: number): Point => polar(townRadius(angle) + 260, angle);
  const arc = (from: number, to: number, at: (angle: number) => Point): Point[] =>
    Array.from({ length: 13 }, (_, i) => at(from + ((to - from) * i) / 12));
  const spoke = (k: number): Point[] => {
    const a = inner(SPOKES[k % 6]), start = Math.hypot(a.x, a.y), end = bend(k, 1), reach = Math.hypot(outer(end).x, outer(end).y);
    return Array.from({ length: 6 }, (_, i) => (i === 0 ? a : polar(start + ((reach - start) * i) / 5, bend(k, i / 5))));
  };
  const turn = (k: number): number => (k >= 6 ? 2 * Math.PI : 0);
  const around = OUTER_DISTRICTS.map((name, k) => ({
    kind: "district",
    name,
    closed: false,
    ring: [
      ...spoke(k),
      ...arc(bend(k, 1), bend(k + 1, 1) + turn(k + 1), outer).slice(1, -1),
      ...spoke(k + 1).reverse(),
      ...arc(SPOKES[k], SPOKES[(k + 1) % 6] + turn(k + 1), inner).slice(1, -1).reverse(),
    ],
  }));
  const middle = OUTER_DISTRICTS.flatMap((_, k) => arc(SPOKES[k], SPOKES[(k + 1) % 6] + turn(k + 1), inner).slice(0, -1));
  return [{ kind: "district", name: "Central", closed: false, ring: middle }, ...around];
})();

/** The outer border of the districts, corner for corner. */
export const studyArea: Area = {
  kind: "study area",
  name: "Harrowmere",
  closed: false,
  ring: districts.slice(1).flatMap(({ ring }) => ring.slice(5, 17)),
};

export const polygon = (area: Area): Polygon => ({ kind: "polygon", rings: [area.ring] });

/** The name of the district that a point lies in, or "" outside the town. */
export const districtOf: (p: Point) => string = (() => {
  const tests = districts.map((district) => ({ name: district.name, inside: containsTest(polygon(district)) }));
  return (p) => tests.find(({ inside }) => inside(p.x, p.y))?.name ?? "";
})();

const closedTests = [...parks, ...grounds, ...schools].filter((area) => area.closed).map((area) => containsTest(polygon(area)));

/** Where no side street is built: beyond the edge of town, in the water, on the tracks, in parks and grounds. */
export function isBlocked(p: Point): boolean {
  return (
    Math.hypot(p.x, p.y) > townRadius(Math.atan2(p.y, p.x)) ||
    closedTests.some((inside) => inside(p.x, p.y)) ||
    lineDistance(river, p) < RIVER_WIDTH / 2 + 22 ||
    lineDistance(railway, p) < 20
  );
}
