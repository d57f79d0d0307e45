// The incidents as a force's system would export them: with blank and zero coordinates, default times, slips and repeated rows.

import type { Point } from "../../core/geo/types.ts";
import { createRandom } from "../../core/stats/random.ts";
import { polar } from "./curves.ts";
import type { Incident } from "./incidents.ts";
import { lonLat, SEED } from "./site.ts";

export const INCIDENT_COLUMNS = [
  "id", "category", "offence name", "domestic", "date from", "date to", "longitude", "latitude", "location", "district",
] as const;

/** "2024-03-31 21:05" of a local civil time in ms. */
export const civilMinute = (time: number): string => new Date(time).toISOString().slice(0, 16).replace("T", " ");

/** Shares of the rows that carry each fault. */
const BLANK_POINT = 0.009, ZERO_POINT = 0.0015, FAR_POINT = 0.0025, MIDNIGHT = 0.025, NO_DATE = 0.0001, SWAPPED = 0.002, TWICE = 0.0015;
const NO_FLAG = 0.005;

export function incidentsCsv(incidents: readonly Incident[]): string {
  const random = createRandom(SEED).stream("faults of the file");
  const seen = new Map<number, number>();
  const rows = [INCIDENT_COLUMNS.join(",")];
  for (const { offence, domestic, start, end, address } of incidents) {
    const year = new Date(start).getUTCFullYear();
    const number = (seen.get(year) ?? 0) + 1;
    seen.set(year, number);
    const instant = end === start;
    // A system's default where no time was given: midnight of the day.
    const from = instant && random.uniform() < MIDNIGHT ? civilMinute(start).slice(0, 11) + "00:00" : civilMinute(start);
    const swapped = !instant && random.uniform() < SWAPPED;
    const fault = random.uniform();
    const [lon, lat] = coordinates(address.at, fault, random.uniform());
    const row = [
      `HM${year % 100}-${String(number).padStart(5, "0")}`,
      offence.category,
      offence.name,
      random.uniform() < NO_FLAG ? "" : domestic ? "Y" : "N",
      random.uniform() < NO_DATE ? "" : swapped ? civilMinute(end) : from,
      instant ? "" : swapped ? from : civilMinute(end),
      lon,
      lat,
      address.location,
      lon === "" || lon === "0" ? "" : address.district,
    ].join(",");
    rows.push(row);
    if (random.uniform() < TWICE) rows.push(row);
  }
  return rows.join("\n") + "\n";
}

function coordinates(at: Point, fault: number, where: number): [lon: string, lat: string] {
  if (fault < BLANK_POINT) return ["", ""];
  if (fault < BLANK_POINT + ZERO_POINT) return ["0", "0"];
  const away = fault < BLANK_POINT + ZERO_POINT + FAR_POINT ? polar(7500 + 2500 * where, 40 * where) : { x: 0, y: 0 };
  const [lon, lat] = lonLat({ x: at.x + away.x, y: at.y + away.y }, 5);
  return [lon.toFixed(5), lat.toFixed(5)];
}
