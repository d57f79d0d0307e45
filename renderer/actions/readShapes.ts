// Shapes from any file: GeoPackage through the host (it is SQLite), everything else in a worker.

import type { NamedLayer } from "../../core/formats/layerNotices.ts";
import { readGeoPackageLayers } from "../../core/formats/readGeoPackageLayers.ts";
import { say } from "./messages.ts";
import { theHost } from "./project.ts";
import { runJob } from "./runJob.ts";

export async function readShapes(file: File, crs?: string): Promise<readonly NamedLayer[]> {
  const layers = /\.gpkg$/i.test(file.name)
    ? readGeoPackageLayers(await theHost().readGeoPackage({ bytes: new Uint8Array(await file.arrayBuffer()) }), { crs })
    : (await runJob(`Reading ${file.name}`, "readLayer", { file, name: file.name, crs })).layers;
  for (const { name, notices } of layers) for (const { text } of notices) say("info", `${name}: ${text}`);
  return layers;
}
