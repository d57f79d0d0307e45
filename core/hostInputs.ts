// The run-time check of what the renderer asks of the host: strict, capped, the same for both transports.

import type { FeatureCollection } from "geojson";
import { InputError } from "./errors.ts";
import type { GeoPackageContent } from "./formats/geoPackageContent.ts";
import type { Host, HostMethod } from "./host.ts";
import type { ImportReport } from "./incidents/importReport.ts";
import type { JsonValue } from "./json.ts";
import { jsonProblem, type JsonLimits } from "./jsonProblem.ts";
import { z } from "./schema.ts";

type InputOf<Method extends HostMethod> = Parameters<Host[Method]>[0];

const MEGABYTE = 1_048_576;
const INCIDENTS = 50_000_000;

const PLAIN: JsonLimits = { depth: 64, values: 20_000_000, characters: 256 * MEGABYTE, typedArrays: false };
const SMALL: JsonLimits = { depth: 32, values: 200_000, characters: 8 * MEGABYTE, typedArrays: false };
const COLUMNAR: JsonLimits = { ...PLAIN, typedArrays: true };

const data = <T>(limits: JsonLimits) =>
  z
    .unknown()
    .superRefine((value, context) => {
      const problem = value === undefined ? "is missing" : jsonProblem(value, limits);
      if (problem) context.addIssue({ code: "custom", message: problem });
    })
    .transform((value) => value as T);

const bytes = (limit: number) =>
  z
    .instanceof(Uint8Array)
    .refine((value) => value.byteLength <= limit, { error: `more than ${Math.round(limit / MEGABYTE)} MB` });

const text = (limit: number) => z.string().min(1).max(limit);
const id = z.string().regex(/^[0-9a-f]{32}$/, { error: "not an id that the host handed out" });
/** Ids that the renderer makes: results and layers. */
const ownId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { error: "1 to 100 letters, digits, . _ or -" });
const name = text(200).refine((value) => value.trim() !== "", { error: "a name of spaces only" });
const position = z.int().min(0).max(1_000_000);
const hotspots = z.int().min(0).max(10_000_000);
const utc = z.iso.datetime();

const nothing = z.strictObject({});
const byId = z.strictObject({ id });

const packedTable = z
  .strictObject({
    length: z.int().min(0).max(INCIDENTS),
    meta: data<JsonValue>(PLAIN),
    columns: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/),
          width: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8)]),
          bytes: bytes(INCIDENTS * 8),
        }),
      )
      .max(600),
  })
  .refine(({ length, columns }) => columns.every((column) => column.bytes.byteLength === length * column.width), {
    error: "a column's size does not fit the number of incidents",
  })
  .refine(({ columns }) => new Set(columns.map((column) => column.name)).size === columns.length, {
    error: "two columns have the same name",
  });

const result = z.strictObject({
  id: ownId,
  job: text(100),
  title: text(500),
  made: utc,
  parameters: data<JsonValue>(SMALL),
  version: text(50),
  value: data<unknown>(COLUMNAR),
  request: data<unknown>(COLUMNAR),
});

const layer = z.strictObject({
  id: ownId,
  name,
  data: data<FeatureCollection>(PLAIN).refine(
    (value) => value !== null && value.type === "FeatureCollection" && Array.isArray(value.features),
    { error: "not a GeoJSON FeatureCollection" },
  ),
});

const step = z.strictObject({ label: text(500), redo: data<JsonValue>(PLAIN), undo: data<JsonValue>(PLAIN) });

export const HOST_INPUTS: { readonly [Method in HostMethod]: z.ZodType<InputOf<Method>> } = {
  about: nothing as z.ZodType<Record<string, never>>,
  getPreferences: nothing as z.ZodType<Record<string, never>>,
  putPreferences: z.strictObject({ preferences: data<JsonValue>(SMALL) }),
  listProjects: nothing as z.ZodType<Record<string, never>>,
  createProject: z.strictObject({ name, sample: z.boolean().optional() }),
  openProject: byId,
  closeProject: byId,
  renameProject: z.strictObject({ id, name }),
  saveCopy: z.strictObject({ id, name }),
  deleteProject: byId,
  putIncidents: z.strictObject({ id, table: packedTable, reports: z.array(data<ImportReport>(SMALL)).max(256) }),
  getIncidents: byId,
  startHistory: z.strictObject({ id, base: data<JsonValue>(PLAIN), hotspots: hotspots.optional() }),
  commitStep: z.strictObject({ id, position, step, hotspots }),
  moveHistory: z.strictObject({ id, position, hotspots }),
  putSettings: z.strictObject({ id, settings: data<JsonValue>(SMALL) }),
  putResult: z.strictObject({ id, result }),
  getResult: z.strictObject({ id, result: ownId }),
  deleteResult: z.strictObject({ id, result: ownId }),
  putLayer: z.strictObject({ id, layer }),
  getLayer: z.strictObject({ id, layer: ownId }),
  deleteLayer: z.strictObject({ id, layer: ownId }),
  listBasemaps: nothing as z.ZodType<Record<string, never>>,
  addBasemap: z.strictObject({ name, bytes: bytes(2048 * MEGABYTE) }),
  readBasemap: z.strictObject({
    id,
    offset: z.int().min(0),
    length: z.int().min(1).max(32 * MEGABYTE),
  }),
  deleteBasemap: byId,
  readGeoPackage: z.strictObject({ bytes: bytes(1024 * MEGABYTE) }),
  writeGeoPackage: z.strictObject({ content: data<GeoPackageContent>(COLUMNAR), id: id.optional() }),
  saveFile: z.strictObject({ name: text(255), bytes: bytes(2048 * MEGABYTE), id: id.optional() }),
};

/**
 * The input, checked: unknown keys, numbers that are not finite, and anything over its cap are refused.
 * @throws InputError that names what does not fit.
 */
export function checkHostInput<Method extends HostMethod>(method: Method, input: unknown): InputOf<Method> {
  const checked = HOST_INPUTS[method].safeParse(input);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`);
  throw new InputError(`${method} was asked with what it does not take (${faults.join("; ")}). Put that right and try again.`);
}
