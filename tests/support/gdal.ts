// GDAL as an independent judge of what Hexbeat writes; its tests are skipped loudly where it is not installed.

import { execFileSync, spawnSync } from "node:child_process";

/** Debian's GDAL belongs to Debian's Python, which need not be the first in the PATH. */
const python = ["python3", "/usr/bin/python3"].find(
  (command) => spawnSync(command, ["-c", "import osgeo_utils.samples.validate_gpkg"]).status === 0,
);

export const haveGdal: boolean = python !== undefined && spawnSync("ogr2ogr", ["--version"]).status === 0;

if (!haveGdal) console.warn("SKIPPED: GDAL is not installed (apt-get install gdal-bin python3-gdal); nobody judges the exported files.");

/** What GDAL's validator has to say; "" if it finds nothing. */
export function geoPackageFaults(path: string): string {
  const { status, stdout, stderr } = spawnSync(python ?? "python3", ["-m", "osgeo_utils.samples.validate_gpkg", path], { encoding: "utf8" });
  return status === 0 && !/error|warning/i.test(stdout + stderr) ? "" : `${stdout}${stderr}` || `exit status ${status}`;
}

export const ogrinfo = (...args: readonly string[]): string => execFileSync("ogrinfo", args, { encoding: "utf8" });

/** A layer as GDAL reads it, as GeoJSON with every digit. */
export function ogrToGeoJson(path: string, layer: string): GeoJSON.FeatureCollection {
  const args = ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=17", "/vsistdout/", path, layer];
  return JSON.parse(execFileSync("ogr2ogr", args, { encoding: "utf8" })) as GeoJSON.FeatureCollection;
}
