// The sample's trial as its files have it: units, days and arms in the project's plane.

import { readFileSync } from "node:fs";
import type { FeatureCollection } from "geojson";
import { manifest } from "../../assets/sample/manifest.ts";
import { polygonsOf } from "../../core/formats/polygonsOf.ts";
import type { TrialDays, TrialUnit } from "../../core/trial/protocol.ts";
import { armsFromFile } from "../../core/trial/schedule/armsFromFile.ts";

export const SAMPLE_PLANE = manifest.plane;

/** The trial's days start at midnight, and no clock moves within it. */
export const SAMPLE_DAYS: TrialDays = { first: Date.UTC(2024, 3, 1), days: 182, startHour: 0, clocks: "none" };

export function sampleFile(name: string): Blob {
  return new Blob([readFileSync(new URL(`../../assets/sample/${name}`, import.meta.url))]);
}

export function sampleUnits(): TrialUnit[] {
  const layer = JSON.parse(readFileSync(new URL("../../assets/sample/trial-hotspots.geojson", import.meta.url), "utf8")) as FeatureCollection;
  return layer.features.map(({ properties, geometry }) => {
    const { id } = properties as { readonly id: string };
    return { id, name: id, stratum: "", shapes: polygonsOf(geometry, SAMPLE_PLANE) };
  });
}

/** day × units + unit. */
export const sampleArms = (units: readonly TrialUnit[]): Uint8Array =>
  armsFromFile(readFileSync(new URL("../../assets/sample/trial-schedule.csv", import.meta.url), "utf8"), "trial-schedule.csv", units).arms;
