// Expert points as a table (RFC 4180) that readExpertCsv reads back.

import { isoDay } from "../../incidents/isoDay.ts";
import { writeCell } from "../../formats/writeCsv.ts";
import { planeProjection, type Plane } from "../../geo/plane.ts";
import type { ExpertPoint } from "../../plan/plan.ts";
import { hourInWords } from "../windowInWords.ts";

/** Degrees to seven decimals (1 cm); windows to the minute where they lie on one, otherwise as decimal hours. Ends lines with CR LF. */
export function writeExpertCsv(points: readonly ExpertPoint[], plane: Plane): string {
  const projection = planeProjection(plane);
  const rows = points.map(({ name, place, block, window, note, author }) => {
    const [lon, lat] = projection.inverse(place);
    return [name, lon.toFixed(7), lat.toFixed(7), isoDay(block), ...window.map(hour), note, author];
  });
  const header = ["name", "lon", "lat", "date", "from", "to", "note", "author"];
  // A guard before a sign is for text: on a number it would make it unreadable.
  return [header, ...rows].map((row) => `${row.map((cell, i) => (i === 1 || i === 2 ? cell : writeCell(cell))).join(",")}\r\n`).join("");
}

const hour = (hours: number): string => (Number.isInteger(60 * hours) ? hourInWords(hours) : String(hours));
