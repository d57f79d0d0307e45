// `hexbeat import`: a file of incidents into a project, as the window does it, with the report on standard output.

import { createHash } from "node:crypto";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { FeatureCollection } from "geojson";
import { InputError } from "../core/errors.ts";
import type { Host } from "../core/host.ts";
import { appendIncidents } from "../core/incidents/appendIncidents.ts";
import { isColumnRole, type ColumnRole } from "../core/incidents/columnRole.ts";
import { settingsFrom, type ImportChoices } from "../core/incidents/draftSettings.ts";
import { readSlice, type FileLike } from "../core/incidents/fileLike.ts";
import type { ImportedIncidents } from "../core/incidents/importIncidents.ts";
import type { ImportReport } from "../core/incidents/importReport.ts";
import type { IncidentSource } from "../core/incidents/incidentSource.ts";
import { packTable, unpackTable } from "../core/incidents/packedTable.ts";
import { DATE_READINGS } from "../core/incidents/parseTime.ts";
import { PRESETS } from "../core/incidents/presets.ts";
import type { IncidentPreview } from "../core/incidents/previewIncidents.ts";
import { ENCODINGS } from "../core/incidents/readRecords.ts";
import type { ReadLayers } from "../core/formats/readLayerJob.ts";
import { runNamedJob } from "./cliJob.ts";
import { givenFile, withProject } from "./cliFiles.ts";
import { oneOf, wholeNumber } from "./cliOptions.ts";

export const IMPORT_HELP = `hexbeat import FILE --project P.hexbeat [options]

Loads incidents (CSV, TSV, gzip, zip, GeoJSON, GeoPackage, KML, zipped Shapefile) into the project, which is made
where there is none, and prints the import report. What the file leaves open is asked for, never guessed.

  --preset NAME          how the columns are read: ${PRESETS.map(({ id }) => id).join(", ")}
  --map COLUMN=ROLE      what a column means (or =ignore); may be given several times
  --crs EPSG:n           coordinate system of the coordinates
  --date-order READING   ${DATE_READINGS.join(", ")}
  --inner NAME           which table of a zip
  --encoding NAME        ${ENCODINGS.join(", ")}
  --delimiter CHARACTER  separator of the columns
  --quotes standard|text "text": quotation marks are ordinary characters
  --header-row N         records before the header
  --duplicates keep|drop, --far-away keep|drop
  --study-area FILE      polygons; --outside keep|drop says what becomes of incidents outside
  --replace              takes the place of the project's incidents instead of adding to them`;

export async function importCommand(args: readonly string[]): Promise<ImportReport> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      project: { type: "string", short: "p" },
      preset: { type: "string" },
      map: { type: "string", multiple: true, default: [] },
      crs: { type: "string" },
      "date-order": { type: "string" },
      inner: { type: "string" },
      encoding: { type: "string" },
      delimiter: { type: "string" },
      quotes: { type: "string" },
      "header-row": { type: "string" },
      duplicates: { type: "string" },
      "far-away": { type: "string" },
      "study-area": { type: "string" },
      outside: { type: "string" },
      replace: { type: "boolean", default: false },
    },
  });
  if (positionals.length !== 1) throw new InputError("Name one file: hexbeat import FILE --project P.hexbeat.");
  const { project } = values;
  if (!project) throw new InputError("Name the project: --project P.hexbeat.");
  const [path] = positionals;
  const file = await givenFile(path);
  const name = basename(path);
  const dateOrder = oneOf("--date-order", values["date-order"], DATE_READINGS);
  const encoding = oneOf("--encoding", values.encoding, ENCODINGS);
  const quotes = oneOf("--quotes", values.quotes, ["standard", "text"] as const);
  const keepOrDrop = (flag: "duplicates" | "far-away" | "outside") => oneOf(`--${flag}`, values[flag], ["keep", "drop"] as const);
  const outside = keepOrDrop("outside");
  const headerRow = wholeNumber("--header-row", values["header-row"]);

  return withProject(project, "create", async ({ host, opened }) => {
    const { id } = opened.project;
    const before = opened.hasIncidents && !values.replace ? unpackTable(await host.getIncidents({ id })) : null;
    const source = await sourceOf(file, name, host);
    const preview = (await runNamedJob("previewIncidents", {
      source, name, inner: values.inner, encoding, delimiter: values.delimiter, quotes, headerRow,
    })) as IncidentPreview;
    const choices: ImportChoices = {
      preset: values.preset,
      map: mapping(values.map),
      crs: values.crs,
      dateOrder,
      duplicates: keepOrDrop("duplicates"),
      farAway: keepOrDrop("far-away"),
      studyArea: values["study-area"] ? await studyArea(values["study-area"], host) : null,
      outside,
      plane: before?.plane ?? null,
    };
    const settings = settingsFrom(preview, choices);
    const { table, report } = (await runNamedJob("importIncidents", { source, name, settings, sha256: await sha256(file) })) as ImportedIncidents;
    const reports = before ? [...opened.reports, report] : [report];
    await host.putIncidents({ id, table: packTable(before ? appendIncidents(before, table) : table), reports });
    if (before) console.error(`hexbeat: added to the ${before.length} incidents of the project; with --replace they take their place.`);
    return report;
  });
}

const SHAPES = /\.(geojson|json|gpkg|kml|kmz)$/i;

async function sourceOf(file: FileLike, name: string, host: Host): Promise<IncidentSource> {
  const shapes = SHAPES.test(name) || (/\.zip$/i.test(name) && (await holdsShapes(file)));
  if (!shapes) return { kind: "text", file };
  const { layers } = await readLayers(file, name, host);
  return { kind: "features", features: { type: "FeatureCollection", features: layers.flatMap(({ data }) => data.features) } };
}

/** A GeoPackage is SQLite, which the host reads; every other format is read by the job itself. */
export async function readLayers(file: FileLike, name: string, host: Host): Promise<ReadLayers> {
  const source = /\.gpkg$/i.test(name)
    ? { kind: "geopackage", content: await host.readGeoPackage({ bytes: await readSlice(file, 0, file.size) }) }
    : { kind: "file", file };
  return (await runNamedJob("readLayer", { source, name })) as ReadLayers;
}

/** A zip's list of names stands at its end, as plain text. */
async function holdsShapes(file: FileLike): Promise<boolean> {
  const tail = await readSlice(file, Math.max(0, file.size - 65_536), file.size);
  return /\.shp/i.test(Buffer.from(tail).toString("latin1"));
}

async function studyArea(path: string, host: Host): Promise<NonNullable<ImportChoices["studyArea"]>> {
  const { layers } = await readLayers(await givenFile(path), basename(path), host);
  const polygons = layers.flatMap(({ data }) => polygonsIn(data));
  if (polygons.length === 0) throw new InputError(`${path} holds no polygons, so it is no study area.`);
  return polygons;
}

const polygonsIn = ({ features }: FeatureCollection): number[][][][] =>
  features.flatMap(({ geometry }) =>
    geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.type === "MultiPolygon" ? geometry.coordinates : [],
  );

function mapping(given: readonly string[]): Record<string, ColumnRole | "ignore"> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.lastIndexOf("=");
      const role = text.slice(at + 1);
      if (at < 1 || !(role === "ignore" || isColumnRole(role))) {
        throw new InputError(`--map "${text}" is not COLUMN=ROLE with a role Hexbeat knows; --help names the flags, and \`hexbeat jobs importIncidents\` the roles.`);
      }
      return [text.slice(0, at), role as ColumnRole | "ignore"];
    }),
  );
}

async function sha256(file: FileLike): Promise<string> {
  const hash = createHash("sha256");
  const piece = 2 ** 24;
  for (let at = 0; at < file.size; at += piece) hash.update(await readSlice(file, at, at + piece));
  return hash.digest("hex");
}
