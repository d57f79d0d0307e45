// The handles of what is selected: where they stand and which one the pointer is on. Layers draw them, tools use them.

import { around, bounds } from "../../core/geo/bounds.ts";
import { interiorPoint } from "../../core/geo/interiorPoint.ts";
import type { Bounds, Point, Polygon, Shape } from "../../core/geo/types.ts";
import { commonCentre } from "../../core/plan/edits/rotateShapes.ts";
import type { ExpertPoint, Plan } from "../../core/plan/plan.ts";

export type Handle =
  | { readonly kind: "rotate"; readonly at: Point; readonly about: Point }
  | { readonly kind: "centre"; readonly at: Point }
  /** "middle": of the edge that starts at the corner `index`. */
  | { readonly kind: "vertex" | "middle"; readonly at: Point; readonly id: string; readonly ring: number; readonly index: number };

/** Pixels: a target of 24 px across, and how far the rotate handle stands off. */
export const HANDLE_REACH = 12;
const STAND_OFF = 30;

export interface PlacedShape {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
  readonly locked?: boolean;
}
export type Placed = PlacedShape | ExpertPoint;

export const isShape = (placed: Placed): placed is PlacedShape => "shape" in placed;

export const shapesOf = (plan: Plan): readonly PlacedShape[] => [...plan.hotspots, ...plan.patrolAreas, ...plan.exclusions];

export const placedOf = (plan: Plan): readonly Placed[] => [...shapesOf(plan), ...plan.expertPoints];

export const selectedOf = (plan: Plan, selection: readonly string[]): readonly Placed[] =>
  placedOf(plan).filter(({ id }) => selection.includes(id));

export const boundsOf = (placed: readonly Placed[]): Bounds =>
  placed.map((one) => (isShape(one) ? bounds(one.shape) : { minX: one.place.x, maxX: one.place.x, minY: one.place.y, maxY: one.place.y })).reduce(around);

/** The handles of the select tool: a dot at each centre, and one handle outside to turn everything; a lone point has nothing to turn. */
export function transformHandles(plan: Plan, selection: readonly string[], metresPerPixel: number): readonly Handle[] {
  const selected = selectedOf(plan, selection);
  const free = selected.filter((placed) => !isShape(placed) || !placed.locked);
  const centres = selected.filter(isShape).map(({ shape }): Handle => ({ kind: "centre", at: interiorPoint(shape) }));
  const about = commonCentre(plan, selection);
  if ((free.length < 2 && !free.some(isShape)) || !about) return centres;
  return [...centres, { kind: "rotate", about, at: { x: about.x, y: boundsOf(free).maxY + STAND_OFF * metresPerPixel } }];
}

/** The handles of the vertex tool: each corner, and each middle of an edge where a corner can be put in. */
export function vertexHandles(plan: Plan, selection: readonly string[]): readonly Handle[] {
  return selectedOf(plan, selection)
    .filter((placed): placed is PlacedShape & { shape: Polygon } => isShape(placed) && placed.shape.kind === "polygon" && !placed.locked)
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
