// The job that reads any layer file; a GeoPackage comes as tables, because SQLite is the host's.

import type { FeatureCollection } from "geojson";
import { InputError } from "../errors.ts";
import { isFileLike, readSlice, type FileLike } from "../incidents/fileLike.ts";
import type { ImportNotice } from "../incidents/importReport.ts";
import { defineJob } from "../job.ts";
import { z } from "../schema.ts";
import type { GeoPackageContent } from "./geoPackageContent.ts";
import { layerFormat } from "./layerFormat.ts";
import type { LayerData, NamedLayer } from "./layerNotices.ts";
import { readArchive } from "./readArchive.ts";
import { readGeoJson } from "./readGeoJson.ts";
import { readGeoPackageLayers } from "./readGeoPackageLayers.ts";
import { readKml } from "./readKml.ts";
import { readWktCsv } from "./readWktCsv.ts";
import { readShapefileZip } from "./readShapefileZip.ts";

export interface ReadLayers {
  readonly layers: readonly { readonly name: string; readonly data: FeatureCollection }[];
  readonly notices: readonly ImportNotice[];
}

/** V8 holds no longer string. */
const MAX_TEXT = 2 ** 29 - 24;

const isGeoPackageContent = (value: unknown): value is GeoPackageContent =>
  Array.isArray((value as GeoPackageContent | null)?.layers) && Array.isArray((value as GeoPackageContent).tables);

/** Layers in longitude and latitude on WGS 84, with what was mended, moved or set aside. */
export const readLayer = defineJob({
  title: "Read a layer (GeoJSON, KML, zipped shapefile, GeoPackage, CSV with WKT)",
  params: z.strictObject({
    source: z
      .union([
        z.strictObject({ kind: z.literal("file"), file: z.custom<FileLike>(isFileLike, "must be a file (size, slice, arrayBuffer)") }),
        z.strictObject({
          kind: z.literal("geopackage"),
          content: z.custom<GeoPackageContent>(isGeoPackageContent, "must be what the host's readGeoPackage answers"),
        }),
      ])
      .describe('{kind: "file", file: a Blob or File} or {kind: "geopackage", content: from the host\'s readGeoPackage}'),
    name: z.string().describe("the file's name, for the layer and for messages"),
    crs: z.string().optional().describe('EPSG code to read the coordinates in, whatever the file says: "EPSG:27700"'),
  }),
  run: async ({ source, name, crs }, context): Promise<ReadLayers> => {
    context.progress(0, `Reading ${name}`);
    if (source.kind === "geopackage") {
      const left = (source.content.notices ?? []).map((text) => ({ code: "left-out", text, count: 1 }));
      return merged(readGeoPackageLayers(source.content, { crs }), left);
    }
    const { file } = source;
    const title = name.replace(/\.[A-Za-z0-9]{1,8}$/, "");
    const one = (data: LayerData): ReadLayers => merged([{ name: title, ...data }], []);
    switch (await layerFormat(file, name)) {
      case "geojson":
        return one(readGeoJson(await textOf(file, name), { crs }));
      case "csv":
        return one(readWktCsv(await textOf(file, name), { crs }));
      case "kml":
        return one(readKml(await textOf(file, name)));
      case "kmz":
        return one(readKml(await kmlInside(file)));
      case "shapefile":
        return merged(await readShapefileZip(file, { crs }), []);
      case "geopackage":
        throw new InputError(`"${name}" is a GeoPackage, which the host reads. Give the content it answers as source: {kind: "geopackage", content}.`);
    }
  },
});

function merged(layers: readonly NamedLayer[], notices: readonly ImportNotice[]): ReadLayers {
  const named = layers.length > 1;
  return {
    layers: layers.map(({ name, data }) => ({ name, data })),
    notices: [
      ...notices,
      ...layers.flatMap((layer) => layer.notices.map((notice) => (named ? { ...notice, text: `${layer.name}: ${notice.text}` } : notice))),
    ],
  };
}

async function textOf(file: FileLike, name: string): Promise<string> {
  if (file.size > MAX_TEXT) throw new InputError(`"${name}" is ${Math.round(file.size / 1e6)} MB; at most 536 MB of text are read. Save it as a GeoPackage from a GIS.`);
  return decodeText(await readSlice(file, 0, file.size), name);
}

async function kmlInside(file: FileLike): Promise<string> {
  const archive = await readArchive(file);
  // OGC 12-007r2, Annex: the first KML file at the root is the one, doc.kml by custom.
  const kml = archive.names.filter((inner) => /\.kml$/i.test(inner)).toSorted((a, b) => a.split("/").length - b.split("/").length)[0];
  return decodeText(await archive.unpack(kml), kml);
}

function decodeText(bytes: Uint8Array, name: string): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`The text of "${name}" is not valid UTF-8. Save it again in UTF-8.`);
  }
}
