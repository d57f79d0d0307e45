// The job that makes a design's record, and its printable document.

import { buildPointIndex } from "../geo/pointIndex.ts";
import { profileOfAreas } from "../hotspots/areas/profileOfAreas.ts";
import { defineJob } from "../job.ts";
import { jobPart } from "../jobPart.ts";
import { groundOf } from "../plan/groundOf.ts";
import { restoreHistory } from "../plan/storeHistory.ts";
import { z } from "../schema.ts";
import { designDocument } from "./designDocument.ts";
import { mapContext } from "./designMaps.ts";
import { designRecord as recordOf, type DesignRecord } from "./designRecord.ts";
import { recordInputSchema } from "./recordInput.ts";

export interface RecordedDesign {
  readonly record: DesignRecord;
  /** One self-contained HTML file; null where only the record was asked for. */
  readonly document: string | null;
}

export const designRecord = defineJob({
  title: "Record a hotspot design: data, methods, exclusions, every change, and a printable document",
  params: recordInputSchema.extend({ document: z.boolean().default(true).describe("make the document too") }),
  async run({ document, ...input }, context): Promise<RecordedDesign> {
    const entries = restoreHistory(input.history).entries.slice(0, input.history.position + 1);
    const { plan } = entries[entries.length - 1];
    const index = buildPointIndex(input.x, input.y);
    const areas = plan.hotspots.map((hotspot) => groundOf(plan, hotspot));
    const profiles = await profileOfAreas.run({ areas, x: input.x, y: input.y, start: input.start, precision: input.precision }, jobPart(context, 0, 0.4));
    context.progress(0.4, "Telling the steps");
    const record = recordOf(input, entries, index, input.days && buildPointIndex(input.x, input.y, input.days), profiles);
    if (!document) return { record, document: null };
    context.progress(0.6, "Drawing the maps");
    return { record, document: designDocument(record, plan, index, input.layers.map(({ name, data }) => mapContext(name, data, input.plane))) };
  },
});
