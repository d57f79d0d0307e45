// The handles of what is selected: where they stand and which one the pointer is on. Layers draw them, tools use them.

import { bounds } from "../../core/geo/bounds.ts";
import { interiorPoint } from "../../core/geo/interiorPoint.ts";
import type { Bounds, Point, Polygon, Shape } from "../../core/geo/types.ts";
import { commonCentre } from "../../core/plan/edits/rotateShapes.ts";
import type { Plan } from "../../core/plan/plan.ts";

export type Handle =
  | { readonly kind: "rotate"; readonly at: Point; readonly about: Point }
  | { readonly kind: "centre"; readonly at: Point }
  /** "middle": of the edge that starts at the corner `index`. */
  | { readonly kind: "vertex" | "middle"; readonly at: Point; readonly id: string; readonly ring: number; readonly index: number };

/** Pixels: a target of 24 px across, and how far the rotate handle stands off. */
export const HANDLE_REACH = 12;
const STAND_OFF = 30;

export interface Placed {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
  readonly locked?: boolean;
}

export const placedOf = (plan: Plan): readonly Placed[] => [...plan.hotspots, ...plan.patrolAreas, ...plan.exclusions];

export const selectedOf = (plan: Plan, selection: readonly string[]): readonly Placed[] =>
  placedOf(plan).filter(({ id }) => selection.includes(id));

export function boundsOf(placed: readonly Placed[]): Bounds {
  return placed
    .map(({ shape }) => bounds(shape))
    .reduce((a, b) => ({
      minX: Math.min(a.minX, b.minX),
      minY: Math.min(a.minY, b.minY),
      maxX: Math.max(a.maxX, b.maxX),
      maxY: Math.max(a.maxY, b.maxY),
    }));
}

/** The handles of the select tool: a dot at each centre, and one handle outside to turn everything. */
export function transformHandles(plan: Plan, selection: readonly string[], metresPerPixel: number): readonly Handle[] {
  const selected = selectedOf(plan, selection);
  const free = selected.filter(({ locked }) => !locked);
  const centres = selected.map(({ shape }): Handle => ({ kind: "centre", at: interiorPoint(shape) }));
  const about = commonCentre(plan, selection);
  if (free.length === 0 || !about) return centres;
  return [...centres, { kind: "rotate", about, at: { x: about.x, y: boundsOf(free).maxY + STAND_OFF * metresPerPixel } }];
}

/** The handles of the vertex tool: each corner, and each middle of an edge where a corner can be put in. */
export function vertexHandles(plan: Plan, selection: readonly string[]): readonly Handle[] {
  return selectedOf(plan, selection)
    .filter((placed): placed is Placed & { shape: Polygon } => placed.shape.kind === "polygon" && !placed.locked)
    .flatMap(({ id, shape }) =>
      shape.rings.flatMap((points, ring) =>
        points.flatMap((at, index): Handle[] => {
          const next = points[(index + 1) % points.length];
          return [
            { kind: "vertex", at, id, ring, index },
            { kind: "middle", at: { x: (at.x + next.x) / 2, y: (at.y + next.y) / 2 }, id, ring, index },
          ];
        }),
      ),
    );
}

/** The nearest handle within reach, corners before middles. */
export function handleAt(handles: readonly Handle[], point: Point, metresPerPixel: number): Handle | null {
  let found: Handle | null = null, least = HANDLE_REACH * metresPerPixel;
  for (const handle of handles) {
    const away = Math.hypot(handle.at.x - point.x, handle.at.y - point.y) * (handle.kind === "middle" ? 1.5 : 1);
    if (away <= least) [found, least] = [handle, away];
  }
  return found;
}
