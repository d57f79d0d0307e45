// Gives one hotspot, patrol area or exclusion another shape: typed values, vertices edited by hand, a snap.

import { InputError } from "../../errors.ts";
import { normaliseRotation } from "../../geo/hexagon.ts";
import { orient } from "../../geo/orient.ts";
import type { Hexagon, Polygon, Shape } from "../../geo/types.ts";
import type { Plan } from "../plan.ts";
import { entitiesOf, metres, turnInWords, type Edit } from "./edit.ts";

/** Patrol areas and exclusions take polygons only. */
export function setShape(plan: Plan, id: string, shape: Shape, label?: string): Edit {
  const [entity] = entitiesOf(plan, [id]);
  const named = label ?? `Reshape ${entity?.name ?? id}`;
  if (entity && "locked" in entity && entity.locked) return { plan, label: named, skipped: [id] };
  const tidy = shape.kind === "polygon" ? orient(shape) : shape;
  const hotspots = plan.hotspots.map((hotspot) => (hotspot.id === id ? { ...hotspot, shape: tidy } : hotspot));
  if (tidy.kind === "hexagon") return { plan: { ...plan, hotspots }, label: named, skipped: [] };
  const put = <E extends { readonly id: string; readonly shape: Polygon }>(entities: readonly E[]): readonly E[] =>
    entities.map((one) => (one.id === id ? { ...one, shape: tidy } : one));
  return {
    plan: { ...plan, hotspots, patrolAreas: put(plan.patrolAreas), exclusions: put(plan.exclusions) },
    label: named,
    skipped: [],
  };
}

/**
 * Exact values for a hexagon: what is not given stays.
 * @throws InputError for a side that is not above 0 m, or a centre that is not a number
 */
export function setHexagon(plan: Plan, id: string, values: Partial<Omit<Hexagon, "kind">>): Edit {
  const hotspot = plan.hotspots.find((one) => one.id === id);
  if (!hotspot || hotspot.shape.kind !== "hexagon") {
    throw new InputError(`${hotspot?.name ?? id} is not a hexagon, so it has no side to set. Select a hexagon.`);
  }
  const { side = hotspot.shape.side, centre = hotspot.shape.centre, rotation = hotspot.shape.rotation } = values;
  if (!(side > 0) || !Number.isFinite(side)) {
    throw new InputError(`The edge of ${hotspot.name} is ${side} m; it must be above 0 m. Enter a positive number.`);
  }
  if (![centre.x, centre.y, rotation].every(Number.isFinite)) {
    throw new InputError(`The place of ${hotspot.name} must be numbers; got ${centre.x}, ${centre.y}, ${rotation}. Enter numbers.`);
  }
  const shape: Hexagon = { kind: "hexagon", centre, side, rotation: normaliseRotation(rotation) };
  const { shape: now } = hotspot;
  if (side === now.side && centre.x === now.centre.x && centre.y === now.centre.y && shape.rotation === now.rotation) {
    return { plan, label: `Set ${hotspot.name}`, skipped: [] };
  }
  const only = Object.keys(values).length === 1;
  const label =
    only && values.side !== undefined ? `Set the edge of ${hotspot.name} to ${metres(side)}`
    : only && values.rotation !== undefined ? `Rotate ${hotspot.name} by ${turnInWords(rotation - now.rotation)}`
    : only ? `Move ${hotspot.name} by ${metres(Math.hypot(centre.x - now.centre.x, centre.y - now.centre.y))}`
    : `Set ${hotspot.name} to exact values`;
  return setShape(plan, id, shape, label);
}
