// Snaps a dragged hexagon to its neighbours: beside one, in line with one, or out to a valid spacing.

import { acrossFlats, normaliseRotation } from "../geo/hexagon.ts";
import type { Hexagon, Point } from "../geo/types.ts";
import type { Hotspot, Plan } from "../plan/plan.ts";
import { isClear, obstaclesOf, obstaclesWithin } from "./obstacles.ts";
import { pushOut } from "./pushOut.ts";

/**
 * "beside": edge to edge with a neighbour of the same rotation, buffers touching; "in-line": its centre due north, south,
 * east or west of a neighbour's; "spacing": pushed out to where no buffers overlap; null: left where the pointer is.
 */
export interface Snap {
  readonly hexagon: Hexagon;
  readonly kind: "beside" | "in-line" | "spacing" | null;
  /** Ids of the hotspots it snapped to. */
  readonly to: readonly string[];
}

/** @param tolerance - the furthest that it may be taken from the pointer, m (some 10 pixels of the map) */
export function snapHexagon(plan: Plan, candidate: Hotspot, tolerance: number): Snap {
  const hexagon = candidate.shape;
  if (hexagon.kind !== "hexagon") throw new Error(`${candidate.id} is not a hexagon`);
  const obstacles = obstaclesWithin(obstaclesOf(plan, candidate), hexagon, tolerance);
  const neighbours = plan.hotspots.filter(({ id, shape }) => id !== candidate.id && shape.kind === "hexagon") as readonly HexagonHotspot[];

  const besides = neighbours
    .flatMap(({ id, shape }) => slotsBeside(shape, hexagon, 2 * plan.buffer).map((centre) => ({ id, centre, far: between(centre, hexagon.centre) })))
    .filter(({ far }) => far <= tolerance)
    .sort((a, b) => a.far - b.far);
  for (const { id, centre } of besides) {
    const placed = { ...hexagon, centre };
    if (isClear(obstacles, placed)) return { hexagon: placed, kind: "beside", to: [id] };
  }

  const column = closest(neighbours, tolerance, ({ shape }) => shape.centre.x - hexagon.centre.x);
  const row = closest(neighbours, tolerance, ({ shape }) => shape.centre.y - hexagon.centre.y);
  const { x, y } = hexagon.centre;
  const lines: { centre: Point; to: string[] }[] = [];
  if (column && row) lines.push({ centre: { x: column.shape.centre.x, y: row.shape.centre.y }, to: [...new Set([column.id, row.id])] });
  if (column) lines.push({ centre: { x: column.shape.centre.x, y }, to: [column.id] });
  if (row) lines.push({ centre: { x, y: row.shape.centre.y }, to: [row.id] });
  for (const { centre, to } of lines) {
    const placed = { ...hexagon, centre };
    if (between(centre, hexagon.centre) <= tolerance && isClear(obstacles, placed)) return { hexagon: placed, kind: "in-line", to };
  }

  const pushed = pushOut(obstacles, hexagon, tolerance);
  if (!pushed || pushed === hexagon) return { hexagon, kind: null, to: [] };
  return { hexagon: pushed, kind: "spacing", to: obstacles.filter((obstacle) => !isClear([obstacle], hexagon)).map(({ id }) => id) };
}

/** While turning: the rotation of a neighbour, or corners due east or due north, where it is within `tolerance` radians. */
export function snapRotation(plan: Plan, candidate: Hotspot, tolerance: number): Hexagon {
  const hexagon = candidate.shape;
  if (hexagon.kind !== "hexagon") throw new Error(`${candidate.id} is not a hexagon`);
  const others = plan.hotspots.flatMap(({ id, shape }) => (id !== candidate.id && shape.kind === "hexagon" ? [shape.rotation] : []));
  let best = hexagon.rotation, least = tolerance;
  for (const rotation of [0, Math.PI / 6, ...others]) {
    const turn = normaliseRotation(rotation - hexagon.rotation);
    const far = Math.min(turn, Math.PI / 3 - turn);
    if (far < least) [best, least] = [rotation, far];
  }
  return best === hexagon.rotation ? hexagon : { ...hexagon, rotation: best };
}

type HexagonHotspot = Hotspot & { readonly shape: Hexagon };

/** The six places edge to edge with a hexagon of the same rotation, the needed gap between them. */
function slotsBeside(neighbour: Hexagon, hexagon: Hexagon, needed: number): Point[] {
  const turn = normaliseRotation(neighbour.rotation - hexagon.rotation);
  if (Math.min(turn, Math.PI / 3 - turn) > 1e-9) return [];
  const far = (acrossFlats(neighbour.side) + acrossFlats(hexagon.side)) / 2 + needed;
  return Array.from({ length: 6 }, (_, k) => {
    const angle = neighbour.rotation + Math.PI / 6 + (k * Math.PI) / 3;
    return { x: neighbour.centre.x + far * Math.cos(angle), y: neighbour.centre.y + far * Math.sin(angle) };
  });
}

function closest<T>(items: readonly T[], tolerance: number, offset: (item: T) => number): T | null {
  let best: T | null = null, least = tolerance;
  for (const item of items) {
    const far = Math.abs(offset(item));
    if (far <= least && far > 0) [best, least] = [item, far];
  }
  return best;
}

const between = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
