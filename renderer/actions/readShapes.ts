// Shapes from any file: GeoPackage through the host (it is SQLite), everything else in a worker.

import type { FeatureCollection } from "geojson";
import { readGeoPackageLayers } from "../../core/formats/readGeoPackageLayers.ts";
import { say } from "./messages.ts";
import { theHost } from "./project.ts";
import { runJob } from "./runJob.ts";

export interface NamedLayer {
  readonly name: string;
  readonly data: FeatureCollection;
}

export async function readShapes(file: File, crs?: string): Promise<readonly NamedLayer[]> {
  const isGeoPackage = /\.gpkg$/i.test(file.name);
  const { layers, notices } = isGeoPackage
    ? readGeoPackageLayers(await theHost().readGeoPackage({ bytes: new Uint8Array(await file.arrayBuffer()) }), { crs })
    : await runJob(`Reading ${file.name}`, "readLayer", { file, name: file.name, crs });
  for (const notice of notices) say("info", `${file.name}: ${notice.text}`);
  return layers;
}
