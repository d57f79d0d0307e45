// What a stored plan must look like: projects come from disk, and disks and people change them.

import { pointSchema, polygonSchema, z } from "../schema.ts";
import type { Plan } from "./plan.ts";

const hexagonSchema = z.strictObject({
  kind: z.literal("hexagon"),
  centre: pointSchema,
  side: z.number().positive(),
  rotation: z.number(),
});

export const hotspotSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  shape: z.discriminatedUnion("kind", [hexagonSchema, polygonSchema]),
  rank: z.int().positive().nullable(),
  note: z.string(),
  locked: z.boolean(),
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
});

export const planSchema = z.strictObject({
  hotspots: z.array(hotspotSchema),
  patrolAreas: z.array(patrolAreaSchema),
  exclusions: z.array(exclusionSchema),
  buffer: z.number().nonnegative(),
  side: z.number().positive(),
  next: z.int().positive(),
}) satisfies z.ZodType<Plan>;
