// What a stored plan must look like: projects come from disk, and disks and people change them.

import { windowSchema } from "../forecast/events.ts";
import { pointSchema, polygonSchema, shapeSchema, z } from "../schema.ts";
import { protocolSchema } from "../trial/protocolSchema.ts";
import type { Plan } from "./plan.ts";

export const hotspotSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  shape: shapeSchema,
  rank: z.int().positive().nullable(),
  note: z.string(),
  locked: z.boolean(),
  hours: z.array(z.int().min(0).max(23)).optional(),
});

export const patrolAreaSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  hotspot: z.string().nullable(),
  shape: polygonSchema,
  note: z.string(),
});

export const exclusionSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  reason: z.string(),
  shape: polygonSchema,
  rule: z.string().optional(),
  overruled: z.string().optional(),
});

export const harmTableSchema = z.strictObject({
  name: z.string(),
  weights: z.array(z.strictObject({ offence: z.string(), days: z.number().nonnegative() })),
});

/** ms: the block of an expert point starts at a midnight between 1901 and 2200. */
const DAY = 86_400_000;

export const expertPointSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  place: pointSchema,
  window: windowSchema,
  block: z.int().multipleOf(DAY, { error: "must be a midnight" }).min(Date.UTC(1901, 0, 1)).max(Date.UTC(2200, 0, 1)),
  note: z.string(),
  author: z.string(),
});

export const planSchema = z.strictObject({
  hotspots: z.array(hotspotSchema),
  patrolAreas: z.array(patrolAreaSchema),
  exclusions: z.array(exclusionSchema),
  /** Projects from before there were expert points have none. */
  expertPoints: z.array(expertPointSchema).default([]),
  harm: harmTableSchema.nullable().default(null),
  trial: protocolSchema.nullable().default(null),
  buffer: z.number().nonnegative(),
  side: z.number().positive(),
  next: z.int().positive(),
}) satisfies z.ZodType<Plan>;
