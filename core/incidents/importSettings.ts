// Everything that has to be known to import a file: the recipe, which can be kept and used again on the next month's file.

import type { Plane } from "../geo/plane.ts";
import { planeSchema, z } from "../schema.ts";
import { COLUMN_ROLES, type ColumnRole } from "./columnRole.ts";
import { DATE_READINGS, type DateReading } from "./parseTime.ts";
import { ENCODINGS, type Encoding } from "./readRecords.ts";

export interface MappedColumn {
  /** 0-based place in the file, and the header that stands there. */
  readonly index: number;
  readonly name: string;
  readonly role: ColumnRole;
}

export interface ImportSettings {
  readonly preset: string;
  /** The table inside a zip. */
  readonly inner: string | null;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly quotes: "standard" | "text";
  readonly decimalComma: boolean;
  /** Records (not blank lines) before the header. */
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
  /** Null where no column holds a date. */
  readonly dateOrder: DateReading | null;
  /** "EPSG:4326", … */
  readonly crs: string;
  /** "drop" leaves out records that repeat an earlier one. */
  readonly duplicates: "keep" | "drop";
  /** Points far from all others, as a wrong geocode leaves them. */
  readonly farAway: "keep" | "drop";
  /** GeoJSON MultiPolygon coordinates, degrees; null = none known. */
  readonly studyArea: readonly (readonly (readonly (readonly number[])[])[])[] | null;
  readonly outside: "keep" | "drop";
  /** The project's plane where it has one already; null = chosen from the points. */
  readonly plane: Plane | null;
}

const roleSchema = z.enum(Object.keys(COLUMN_ROLES) as [ColumnRole, ...ColumnRole[]]);

const schema = z.strictObject({
  preset: z.string(),
  inner: z.string().nullable().default(null),
  encoding: z.enum(ENCODINGS).default("utf-8"),
  delimiter: z.string().length(1).default(","),
  quotes: z.enum(["standard", "text"]).default("standard"),
  decimalComma: z.boolean().default(false),
  headerRow: z.int().nonnegative().default(0),
  columns: z.array(z.strictObject({ index: z.int().nonnegative(), name: z.string(), role: roleSchema })).readonly(),
  dateOrder: z.enum(DATE_READINGS).nullable(),
  crs: z.string(),
  duplicates: z.enum(["keep", "drop"]).default("keep"),
  farAway: z.enum(["keep", "drop"]).default("keep"),
  studyArea: z
    .array(z.array(z.array(z.array(z.number()).min(2).readonly()).min(3).readonly()).min(1).readonly())
    .readonly()
    .nullable()
    .default(null)
    .describe("GeoJSON MultiPolygon coordinates, degrees"),
  outside: z.enum(["keep", "drop"]).default("keep"),
  plane: planeSchema.nullable().default(null),
});

/** What is left out has its default; the types are those of ImportSettings, whose lists are readonly. */
export const importSettingsSchema = schema as unknown as z.ZodType<ImportSettings, ImportSettings>;
