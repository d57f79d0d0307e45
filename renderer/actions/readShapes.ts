// Shapes from any file: the tables of a GeoPackage through the host (it is SQLite), everything else as it is; read in a worker.

import type { ReadLayers } from "../../core/formats/readLayerJob.ts";
import { say } from "./messages.ts";
import { theHost } from "./theHost.ts";
import { runJob } from "./runJob.ts";

export async function readShapes(file: File, crs?: string): Promise<ReadLayers["layers"]> {
  const source = /\.gpkg$/i.test(file.name)
    ? ({ kind: "geopackage", content: await theHost().readGeoPackage({ bytes: new Uint8Array(await file.arrayBuffer()) }) } as const)
    : ({ kind: "file", file } as const);
  const { layers, notices } = await runJob(`Reading ${file.name}`, "readLayer", { source, name: file.name, crs });
  for (const { text, count } of notices) say("info", `${file.name}: ${count} ${text}`);
  return layers;
}
