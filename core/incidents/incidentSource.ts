// Where incidents come from: a file of text, or point features that another format's reader made.

import type { FeatureCollection } from "geojson";
import { InputError } from "../errors.ts";
import { z } from "../schema.ts";
import { isFileLike, type FileLike } from "./fileLike.ts";
import { openText, type ByteChunk } from "./openText.ts";
import { readRecords, type Dialect, type RecordBatch } from "./readRecords.ts";

export type IncidentSource =
  | { readonly kind: "text"; readonly file: FileLike }
  /** Points in degrees (WGS 84); their properties are the columns. */
  | { readonly kind: "features"; readonly features: FeatureCollection };

export const sourceSchema = z
  .union([
    z.strictObject({ kind: z.literal("text"), file: z.custom<FileLike>(isFileLike, "must be a file (size, slice, arrayBuffer)") }),
    z.strictObject({
      kind: z.literal("features"),
      features: z.custom<FeatureCollection>(
        (value) => Array.isArray((value as FeatureCollection | null)?.features),
        "must be a GeoJSON FeatureCollection",
      ),
    }),
  ])
  .describe('{kind: "text", file: a Blob or File} or {kind: "features", features: a GeoJSON FeatureCollection of points in degrees}');

export const FEATURE_X = "(longitude)";
export const FEATURE_Y = "(latitude)";

export interface OpenedSource {
  readonly innerNames: readonly string[];
  readonly inner: string | null;
  /** The first bytes, for telling encoding and separator; null for features, which have neither. */
  head(): Promise<Uint8Array | null>;
  batches(dialect: Dialect): AsyncGenerator<RecordBatch>;
}

const HEAD = 2 ** 18;

export async function openSource(source: IncidentSource, name: string, inner?: string | null): Promise<OpenedSource> {
  if (source.kind === "features") {
    return { innerNames: [], inner: null, head: async () => null, batches: () => featureRecords(source.features, name) };
  }
  const opened = await openText(source.file, name, inner);
  return {
    innerNames: opened.innerNames,
    inner: opened.inner,
    head: () => firstBytes(opened.chunks()),
    batches: (dialect) => readRecords(opened.chunks(), dialect),
  };
}

async function firstBytes(chunks: AsyncGenerator<ByteChunk>): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD);
  let length = 0;
  for await (const { bytes } of chunks) {
    const piece = bytes.subarray(0, HEAD - length);
    head.set(piece, length);
    length += piece.length;
    if (length === HEAD) break;
  }
  return head.subarray(0, length);
}

/** Features as a table: the header first, then one row a feature; the "line" is the feature's place + 1. */
async function* featureRecords(collection: FeatureCollection, name: string): AsyncGenerator<RecordBatch> {
  const names = new Set<string>();
  for (const feature of collection.features) for (const key of Object.keys(feature.properties ?? {})) names.add(key);
  const columns = [...names];
  const rows: string[][] = [[FEATURE_X, FEATURE_Y, ...columns]];
  let points = 0;
  for (const feature of collection.features) {
    const { geometry } = feature;
    const position =
      geometry?.type === "Point" ? geometry.coordinates
      : geometry?.type === "MultiPoint" && geometry.coordinates.length === 1 ? geometry.coordinates[0]
      : [];
    if (position.length >= 2) points++;
    const properties = new Map(Object.entries(feature.properties ?? {}));
    rows.push([degrees(position[0]), degrees(position[1]), ...columns.map((column) => asText(properties.get(column)))]);
  }
  if (points === 0) {
    throw new InputError(`"${name}" holds no points (${collection.features.length} features). Load it as a layer, not as incidents.`);
  }
  yield { rows, lineOf: (i) => i, suspect: false, ending: "whole", fraction: 1 };
}

/** Nine decimals of a degree are a tenth of a millimetre; never an exponent. */
const degrees = (value: number | undefined): string => (Number.isFinite(value) ? (value as number).toFixed(9) : "");

function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
}
