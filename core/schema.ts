// The schemas that jobs and the host share: one source for types, checks, and the command line's help.

import { z } from "zod";

// zod's compiled validators need eval, which the Content Security Policy forbids.
z.config({ jitless: true });

export { z };

/** A plain loop: `every` with a callback takes thirteen times as long, and a million values are common. */
function allFinite(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

/** A column of finite numbers: a Float64Array, or from JSON an array. */
export const floats = (description: string) =>
  z
    .union([
      z.custom<Float64Array>((value) => value instanceof Float64Array, "must be numbers"),
      z.array(z.number()).transform((values): Float64Array => Float64Array.from(values)),
    ])
    .refine(allFinite, { error: "every value must be a finite number" })
    .describe(`${description} [numbers]`);

/** A column of whole numbers, 0 to 4,294,967,295. */
export const counts = (description: string) =>
  z
    .union([
      z.custom<Uint32Array>((value) => value instanceof Uint32Array, "must be whole numbers"),
      z.array(z.int().nonnegative()).transform((values): Uint32Array => Uint32Array.from(values)),
    ])
    .describe(`${description} [whole numbers]`);

export const pointSchema = z.strictObject({ x: z.number(), y: z.number() });

export const ringSchema = z.array(pointSchema).min(3).readonly();

export const polygonSchema = z.strictObject({
  kind: z.literal("polygon"),
  rings: z.array(ringSchema).min(1).readonly(),
});

export const hexagonSchema = z.strictObject({
  kind: z.literal("hexagon"),
  centre: pointSchema,
  side: z.number().positive(),
  rotation: z.number(),
});

export const shapeSchema = z.discriminatedUnion("kind", [hexagonSchema, polygonSchema]);

export const gridSchema = z
  .strictObject({
    origin: pointSchema.describe("south-west corner, m"),
    cell: z.number().positive().describe("side of a cell, m"),
    columns: z.int().positive(),
    rows: z.int().positive(),
  })
  .describe("raster of square cells, row 0 south, x fastest");

export const planeSchema = z.union([
  z.strictObject({ kind: z.literal("local"), lon0: z.number(), lat0: z.number() }),
  z.strictObject({ kind: z.literal("british-national-grid") }),
]);
