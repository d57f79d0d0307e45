// The hexagons of a tessellation in which most incidents lie, artefacts left out: where hotspots are put.

import { distance } from "../../core/geo/distance.ts";
import { TOUCH } from "../../core/geo/overlaps.ts";
import type { Hexagon, Point, Polygon } from "../../core/geo/types.ts";
import { FESTIVAL_PARK, grounds, parks, polygon } from "./ground.ts";
import type { Incident } from "./incidents.ts";

export const SIDE = 150;
export const BUFFER = 75;

export interface HotCell {
  readonly shape: Hexagon;
  readonly incidents: number;
}

/** √3 · 150 m rounded up to an even number of centimetres: centres are whole centimetres and no gap comes out short. */
const COLUMN = 1.5 * SIDE, ROW = 259.82;

/** The centre of the cell that a point lies in: hexagons are the Voronoi cells of their centres. */
function cellCentre(p: Point): Point {
  let best: Point = { x: 0, y: 0 }, least = Infinity;
  const middle = Math.round(p.x / COLUMN);
  for (let column = middle - 1; column <= middle + 1; column++) {
    const shift = column % 2 === 0 ? 0 : ROW / 2;
    const centre = { x: column * COLUMN, y: Math.round((p.y - shift) / ROW) * ROW + shift };
    const d = (p.x - centre.x) ** 2 + (p.y - centre.y) ** 2;
    if (d < least) [best, least] = [centre, d];
  }
  return best;
}

/** Places whose records are made by reporting, or by one weekend a year: no hotspot stands within a buffer of them. */
const artefacts: readonly Polygon[] = [
  ...grounds.filter(({ kind }) => kind === "hospital" || kind === "prison"),
  ...parks.filter(({ name }) => name === FESTIVAL_PARK),
].map(polygon);

/** The `count` fullest cells, fullest first, of which no two buffers overlap. */
export function hotCells(incidents: readonly Incident[], count: number): HotCell[] {
  const cells = new Map<string, { centre: Point; incidents: number }>();
  for (const { address } of incidents) {
    if (address.setting === "police station") continue;
    const centre = cellCentre(address.at);
    const key = `${centre.x} ${centre.y}`;
    const cell = cells.get(key) ?? { centre, incidents: 0 };
    cell.incidents++;
    cells.set(key, cell);
  }
  const ranked = [...cells.values()].sort((a, b) => b.incidents - a.incidents || a.centre.x - b.centre.x || a.centre.y - b.centre.y);
  const chosen: HotCell[] = [];
  for (const { centre, incidents: inside } of ranked) {
    const shape: Hexagon = { kind: "hexagon", centre, side: SIDE, rotation: 0 };
    if (artefacts.some((artefact) => distance(shape, artefact) < BUFFER)) continue;
    if (chosen.every((other) => distance(shape, other.shape) >= 2 * BUFFER - TOUCH)) chosen.push({ shape, incidents: inside });
    if (chosen.length === count) break;
  }
  return chosen;
}
