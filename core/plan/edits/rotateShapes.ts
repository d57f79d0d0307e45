// Turns hotspots, patrol areas and exclusions, and carries expert points round with them.

import { rotateShape } from "../../geo/rotateShape.ts";
import type { Point } from "../../geo/types.ts";
import type { Plan } from "../plan.ts";
import { changeShapes, entitiesOf, nameOf, standOf, turnInWords, type Edit } from "./edit.ts";

/**
 * Anticlockwise by `angle`, radians.
 * @param about - "own": each about its own centre, where expert points stay; "common": all about the mean of their centres; or a point
 */
export function rotateShapes(plan: Plan, ids: readonly string[], angle: number, about: "own" | "common" | Point): Edit {
  const pivot = about === "own" ? undefined : about === "common" ? commonCentre(plan, ids) : about;
  const { plan: next, changed, skipped } = changeShapes(
    plan,
    ids,
    (shape) => (angle === 0 ? shape : rotateShape(shape, angle, pivot)),
    (place) => (angle === 0 || !pivot ? place : turned(place, angle, pivot)),
  );
  return { plan: next, label: `Rotate ${nameOf(changed)} by ${turnInWords(angle)}`, skipped };
}

/** The mean of the centres of what will turn: a locked hotspot among them does not shift the pivot. */
export function commonCentre(plan: Plan, ids: readonly string[]): Point | undefined {
  const centres = entitiesOf(plan, ids)
    .filter((entity) => !("locked" in entity && entity.locked))
    .map(standOf);
  if (centres.length === 0) return undefined;
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { x: mean(centres.map(({ x }) => x)), y: mean(centres.map(({ y }) => y)) };
}

function turned(place: Point, angle: number, about: Point): Point {
  const [dx, dy, cos, sin] = [place.x - about.x, place.y - about.y, Math.cos(angle), Math.sin(angle)];
  return { x: about.x + dx * cos - dy * sin, y: about.y + dx * sin + dy * cos };
}
