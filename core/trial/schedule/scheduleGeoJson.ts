// A schedule with its shapes as GeoJSON: one file of all days, or one a day in a ZIP archive.

import type { Position } from "geojson";
import { zipFiles } from "../../formats/zipFiles.ts";
import { planeProjection, type Plane } from "../../geo/plane.ts";
import { rings } from "../../geo/rings.ts";
import { formatHours } from "../../plan/hourRanges.ts";
import type { TrialProtocol } from "../protocol.ts";
import { datesOf } from "./datesOf.ts";
import { armName } from "./scheduleCsv.ts";
import { spanOfTrialDay } from "./trialDays.ts";

export interface MappedSchedule {
  readonly protocol: TrialProtocol;
  /** 1 treatment, 0 control; day × units + unit. */
  readonly arms: Uint8Array;
  readonly plane: Plane;
  /** Of the sealed version, or what stands for it. */
  readonly version: string;
}

/**
 * RFC 7946. A feature for each unit and day, all shapes of the unit in one MultiPolygon, with `date`, `from` and `to` (local civil
 * time), so that a map can follow them through time.
 * @param day - index of the only day; not given: all of them
 */
export function scheduleGeoJson({ protocol, arms, plane, version }: MappedSchedule, day?: number): string {
  const { units } = protocol;
  const dates = datesOf(protocol), projection = planeProjection(plane);
  const outlines = units.map(({ shapes }) => JSON.stringify({
    type: "MultiPolygon",
    coordinates: shapes.map((shape) => rings(shape).map((ring): Position[] => {
      const positions = ring.map((point): Position => projection.inverse(point).map((degrees) => Math.round(degrees * 1e7) / 1e7));
      return [...positions, positions[0]];
    })),
  }));
  const features = (day === undefined ? dates.map((_, d) => d) : [day]).flatMap((d) => {
    const { from, to } = spanOfTrialDay(d, protocol);
    return units.map(({ id, name, stratum, group, team, hours }, u) => {
      const properties = {
        date: dates[d], hotspot: id, name, stratum, arm: armName(arms[d * units.length + u]), group: group ?? null, team: team ?? null,
        available_hours: hours ? formatHours(hours) : null, from: civil(from), to: civil(to),
      };
      return `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${outlines[u]}}`;
    });
  });
  return `{"type":"FeatureCollection","trial":${JSON.stringify(protocol.title)},"version":${JSON.stringify(version)},"features":[\n${features.join(",\n")}\n]}\n`;
}

/** A file for each day, named by its date. */
export const scheduleZip = (schedule: MappedSchedule): Uint8Array =>
  zipFiles(datesOf(schedule.protocol).map((date, day) => [`${date}.geojson`, scheduleGeoJson(schedule, day)]));

/** 2024-04-01T06:00:00 */
const civil = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
