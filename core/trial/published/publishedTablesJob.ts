// Job: a published trial's tables computed again from their own summary counts.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import { publishedTablesSchema } from "./publishedSchema.ts";
import { publishedTables, verdicts } from "./publishedTables.ts";
import { thamesValleyTables } from "./thamesValley.ts";

export const publishedTablesJob = defineJob({
  title: "A published trial's tables computed again from their own counts, beside the print",
  params: z.union([
    publishedTablesSchema,
    z.strictObject({ example: z.literal("thames-valley").describe("the tables of the Thames Valley report, figures 7 and 9, and its claims") }),
  ]),
  run(given) {
    const tables = "example" in given ? thamesValleyTables() : publishedTables(given);
    return { ...tables, verdicts: verdicts(tables.cells) };
  },
});
