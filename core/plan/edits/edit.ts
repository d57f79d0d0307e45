// What every edit answers: the new plan, the name of the step, and what it had to leave as it was.

import { centroid } from "../../geo/centroid.ts";
import type { Point, Shape } from "../../geo/types.ts";
import type { Exclusion, ExpertPoint, Hotspot, PatrolArea, Plan } from "../plan.ts";

export interface Edit {
  readonly plan: Plan;
  /** "Rotate H7 by 14° clockwise": what the undo history shows. */
  readonly label: string;
  /** Ids of locked hotspots that were asked for and left as they were. */
  readonly skipped: readonly string[];
}

export interface Addition extends Edit {
  /** Ids of what is new, in order. */
  readonly added: readonly string[];
}

export type ShapedEntity = Hotspot | PatrolArea | Exclusion;
export type Entity = ShapedEntity | ExpertPoint;

/** Where an entity stands: the centroid of its shape, or its place. */
export const standOf = (entity: Entity): Point => ("place" in entity ? entity.place : centroid(entity.shape));

const isLocked = (entity: Entity): boolean => "locked" in entity && entity.locked;

/**
 * Replaces the shapes and places of the entities with these ids; locked hotspots stay. The plan itself comes back where
 * nothing changes, so that it makes no step of history.
 */
export function changeShapes(
  plan: Plan,
  ids: readonly string[],
  change: <S extends Shape>(shape: S) => S,
  move: (place: Point) => Point,
): { readonly plan: Plan; readonly changed: readonly Entity[]; readonly skipped: readonly string[] } {
  const wanted = new Set(ids);
  const changed: Entity[] = [];
  const skipped: string[] = [];
  const apply = <E extends ShapedEntity>(entities: readonly E[]): readonly E[] => {
    let same = true;
    const next = entities.map((entity) => {
      if (!wanted.has(entity.id)) return entity;
      if (isLocked(entity)) {
        skipped.push(entity.id);
        return entity;
      }
      changed.push(entity);
      const shape = change(entity.shape);
      if (shape === entity.shape) return entity;
      same = false;
      return { ...entity, shape };
    });
    return same ? entities : next;
  };
  const hotspots = apply(plan.hotspots), patrolAreas = apply(plan.patrolAreas), exclusions = apply(plan.exclusions);
  const points = plan.expertPoints.filter(({ id }) => wanted.has(id));
  const moved = new Map(points.map((point) => [point, move(point.place)] as const).filter(([{ place }, to]) => to !== place));
  const expertPoints = moved.size === 0 ? plan.expertPoints : plan.expertPoints.map((point) => ({ ...point, place: moved.get(point) ?? point.place }));
  const same = hotspots === plan.hotspots && patrolAreas === plan.patrolAreas && exclusions === plan.exclusions && moved.size === 0;
  return { plan: same ? plan : { ...plan, hotspots, patrolAreas, exclusions, expertPoints }, changed: [...changed, ...points], skipped };
}

/** "H7", "3 hotspots", "2 hotspots and 1 patrol area". */
export function nameOf(entities: readonly Entity[]): string {
  if (entities.length === 0) return "nothing";
  if (entities.length === 1) return entities[0].name;
  const count = (kind: string, several: string, members: readonly Entity[]): string[] =>
    members.length === 0 ? [] : [`${members.length} ${members.length === 1 ? kind : several}`];
  const parts = [
    ...count("hotspot", "hotspots", entities.filter((entity) => "locked" in entity)),
    ...count("patrol area", "patrol areas", entities.filter((entity) => "hotspot" in entity)),
    ...count("exclusion", "exclusions", entities.filter((entity) => "reason" in entity)),
    ...count("expert point", "expert points", entities.filter((entity) => "place" in entity)),
  ];
  return parts.length < 2 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

/** Everything in the plan, or what has one of these ids. */
export const entitiesOf = (plan: Plan, ids?: readonly string[]): Entity[] => {
  const all = [...plan.hotspots, ...plan.patrolAreas, ...plan.exclusions, ...plan.expertPoints];
  if (!ids) return all;
  const wanted = new Set(ids);
  return all.filter(({ id }) => wanted.has(id));
};

/** "12 m", "0.4 m": as many digits as help. */
export const metres = (length: number): string => {
  const digits = Math.abs(length) < 10 ? 1 : 0;
  return `${Number.parseFloat(length.toFixed(digits))} m`;
};

/** Radians anticlockwise → "14° clockwise". */
export function turnInWords(angle: number): string {
  const degrees = (angle * 180) / Math.PI;
  const text = Number.parseFloat(Math.abs(degrees).toFixed(Math.abs(degrees) < 10 ? 1 : 0));
  return `${text}° ${degrees < 0 ? "clockwise" : "anticlockwise"}`;
}
