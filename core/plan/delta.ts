// The difference between two plans as JSON: what one step of the history costs to keep, however large the plan.

import { InputError } from "../errors.ts";
import type { JsonValue } from "../json.ts";
import { z } from "../schema.ts";
import type { Plan } from "./plan.ts";
import { exclusionSchema, expertPointSchema, harmTableSchema, hotspotSchema, patrolAreaSchema, planSchema } from "./planSchema.ts";
import { protocolSchema } from "../trial/protocolSchema.ts";

/** `put`: new and changed ones, whole. `order`: all ids, only where dropping, replacing and appending give another order. */
const listDelta = <Entity extends z.ZodType>(entity: Entity) =>
  z
    .strictObject({ put: z.array(entity), drop: z.array(z.string()), order: z.array(z.string()) })
    .partial()
    .optional();

const deltaSchema = z.strictObject({
  hotspots: listDelta(hotspotSchema),
  patrolAreas: listDelta(patrolAreaSchema),
  exclusions: listDelta(exclusionSchema),
  expertPoints: listDelta(expertPointSchema),
  // Not picked from the plan's schema: their defaults would take table and trial away in every step that does not speak of them.
  harm: harmTableSchema.nullable().optional(),
  trial: protocolSchema.nullable().optional(),
  ...planSchema.pick({ buffer: true, side: true, next: true }).partial().shape,
});

const LISTS = ["hotspots", "patrolAreas", "exclusions", "expertPoints"] as const;
const VALUES = ["harm", "trial", "buffer", "side", "next"] as const;

interface Identified {
  readonly id: string;
}
interface ListDelta<Entity> {
  readonly put?: readonly Entity[];
  readonly drop?: readonly string[];
  readonly order?: readonly string[];
}

/** What turns `from` into `to`; {} where they are the same. */
export function planDelta(from: Plan, to: Plan): JsonValue {
  const delta: Record<string, unknown> = {};
  for (const list of LISTS) {
    const difference = listDifference<Identified>(from[list], to[list]);
    if (Object.keys(difference).length > 0) delta[list] = difference;
  }
  for (const key of VALUES) if (from[key] !== to[key]) delta[key] = to[key];
  return delta as { [key: string]: JsonValue };
}

/** @throws InputError where the delta is damaged or belongs to another plan */
export function applyDelta(plan: Plan, delta: JsonValue): Plan {
  const checked = deltaSchema.safeParse(delta);
  if (!checked.success) throw damaged(z.prettifyError(checked.error));
  const { hotspots, patrolAreas, exclusions, expertPoints, ...values } = checked.data;
  return {
    ...plan,
    ...values,
    hotspots: patched(plan.hotspots, hotspots),
    patrolAreas: patched(plan.patrolAreas, patrolAreas),
    exclusions: patched(plan.exclusions, exclusions),
    expertPoints: patched(plan.expertPoints, expertPoints),
  };
}

function listDifference<Entity extends Identified>(from: readonly Entity[], to: readonly Entity[]): ListDelta<Entity> {
  if (from === to) return {};
  const before = new Map(from.map((entity) => [entity.id, entity]));
  const kept = new Set(to.map(({ id }) => id));
  const put = to.filter((entity) => !same(before.get(entity.id), entity));
  const drop = from.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const plain = patched(from, { put, drop });
  const inOrder = plain.every(({ id }, i) => id === to[i].id);
  return {
    ...(put.length > 0 && { put }),
    ...(drop.length > 0 && { drop }),
    ...(!inOrder && { order: to.map(({ id }) => id) }),
  };
}

function patched<Entity extends Identified>(entities: readonly Entity[], delta: ListDelta<Entity> | undefined): readonly Entity[] {
  if (!delta) return entities;
  const put = new Map(delta.put?.map((entity) => [entity.id, entity]));
  const drop = new Set(delta.drop);
  const next: Entity[] = [];
  for (const entity of entities) {
    if (drop.delete(entity.id)) continue;
    next.push(put.get(entity.id) ?? entity);
    put.delete(entity.id);
  }
  if (drop.size > 0) throw damaged(`it drops ${[...drop].join(", ")}, which the plan does not have`);
  next.push(...put.values());
  if (!delta.order) return next;
  const byId = new Map(next.map((entity) => [entity.id, entity]));
  const ordered = delta.order.flatMap((id) => byId.get(id) ?? []);
  if (ordered.length !== next.length || delta.order.length !== next.length || byId.size !== new Set(delta.order).size) {
    throw damaged(`it orders ${delta.order.length} of ${next.length}`);
  }
  return ordered;
}

/** Structural equality of plain JSON values. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) && keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

const damaged = (what: string): InputError =>
  new InputError(`A step of the plan's history is damaged (${what}). Open a backup copy of the project.`);
