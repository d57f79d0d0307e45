// The arms of location-days as a parameter of jobs.

import { z } from "../schema.ts";

/** day × units + unit. */
export const armsSchema = z
  .union([
    z.custom<Uint8Array>((value) => value instanceof Uint8Array, "must be 0 and 1"),
    z.array(z.int().min(0).max(1)).transform((values): Uint8Array => Uint8Array.from(values)),
  ])
  .refine((arms) => arms.every((arm) => arm <= 1), { error: "every arm must be 1 (treatment) or 0 (control)" })
  .describe("1 treatment, 0 control; day × units + unit [0 or 1]");
