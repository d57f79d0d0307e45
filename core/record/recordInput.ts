// What a design's record is made from: the whole of it, so that window and command line make the same one.

import type { FeatureCollection } from "geojson";
import type { ImportReport } from "../incidents/importReport.ts";
import type { JsonValue } from "../json.ts";
import { floats, planeSchema, polygonSchema, z } from "../schema.ts";
import { coverSchema } from "./cover.ts";

const plainJson = z.custom<JsonValue>((value) => value !== undefined, "is missing");
const step = z.strictObject({ label: z.string(), redo: plainJson, undo: plainJson });

export const recordInputSchema = z.strictObject({
  project: z.string().describe("the project's name"),
  made: z.iso.datetime().describe("when the record is made, ISO 8601, UTC"),
  version: z.string().describe("of Hexbeat"),
  cover: coverSchema,
  history: z.strictObject({ base: plainJson, steps: z.array(step).readonly(), position: z.int().nonnegative() }).describe("the plan's history, as the project keeps it"),
  plane: planeSchema,
  sources: z.array(z.string()).readonly().describe("files of incidents"),
  loaded: z.int().nonnegative().describe("incidents before the filter"),
  period: z.string().describe("first and last day of the incidents"),
  precision: z.enum(["minute", "hour", "day", "month", "none"]).describe("the finest unit that the times can be trusted to"),
  reports: z.array(z.custom<ImportReport>((value) => typeof value === "object" && value !== null)).readonly().describe("of the imports"),
  filter: z.string().describe("the filter in words"),
  area: z.array(polygonSchema).readonly().describe("the study area that the filter keeps to, m; empty: none"),
  x: floats("incidents that the filter keeps, east, m"),
  y: floats("incidents that the filter keeps, north, m"),
  start: floats("ms of local civil time read as UTC"),
  days: floats("harm of each incident, days, by the plan's harm table").nullable(),
  withoutHarm: z.array(z.strictObject({ offence: z.string(), incidents: z.int().positive() })).readonly().describe("offences that the harm table does not name: they count 0 days"),
  results: z
    .array(
      z.strictObject({
        job: z.string(),
        title: z.string(),
        made: z.string(),
        version: z.string(),
        parameters: plainJson,
        filter: z.string().nullable(),
        numbers: z.unknown(),
      }),
    )
    .readonly()
    .describe("stored results of design methods, the oldest first"),
  layers: z
    .array(z.strictObject({ name: z.string(), data: z.custom<FeatureCollection>((value) => typeof value === "object" && value !== null) }))
    .readonly()
    .describe("context layers for the maps, lon/lat"),
});

export type RecordInput = z.output<typeof recordInputSchema>;
