// Where a record happened, in the file's own coordinates.

import type { Crs } from "../geo/crs.ts";
import { parseDecimal } from "./parseDecimal.ts";
import { parseGridReference, parsePoint } from "./parsePoint.ts";

export type PointFault = "no-coordinates" | "bad-coordinates" | "placeholder-coordinates" | "coordinates-out-of-range";

/** Where `read` leaves what it found; overwritten by the next record. */
export interface RowPoint {
  x: number;
  y: number;
  /** @returns null, or why the record has no usable point. */
  read(row: readonly string[]): PointFault | null;
}

/** Columns by their place, -1 where there is none: x and y, or one column that holds the point. */
export interface PointColumns {
  readonly x: number;
  readonly y: number;
  readonly point: number;
}

export function createRowPoint({ x, y, point }: PointColumns, crs: Pick<Crs, "code" | "units">, decimalComma: boolean): RowPoint {
  const degrees = crs.units === "degrees";
  const british = crs.code === "EPSG:27700";
  const coordinate = (text: string): number | undefined => parseDecimal(text, decimalComma) ?? (degrees ? sexagesimal(text) : undefined);
  return {
    x: 0,
    y: 0,
    read(row) {
      let east: number | undefined, north: number | undefined;
      if (x >= 0 && y >= 0) {
        east = coordinate(row[x]);
        north = coordinate(row[y]);
        if (east === undefined || north === undefined) return isMissing(row[x]) || isMissing(row[y]) ? "no-coordinates" : "bad-coordinates";
      } else {
        const both = parsePoint(row[point], degrees) ?? (british ? parseGridReference(row[point]) : undefined);
        if (!both) return isMissing(row[point]) ? "no-coordinates" : "bad-coordinates";
        [east, north] = both;
      }
      if (east === 0 && north === 0) return "placeholder-coordinates";
      if (east <= -999 && north <= -999 && east === north) return "no-coordinates";
      if (degrees) {
        if (north === 90 || north === -90) return "placeholder-coordinates";
        if (north > 90 || north < -90 || east > 180 || east < -180) return "coordinates-out-of-range";
      }
      this.x = east;
      this.y = north;
      return null;
    },
  };
}

const isMissing = (cell: string): boolean => /^\s*(null|n\/?a|nan|none|unknown|-+|)\s*$/i.test(cell);

/** 51°45'7"N, 51 45.12 N, 51.75N: degrees, minutes and seconds with a hemisphere. */
function sexagesimal(text: string): number | undefined {
  const match = /^\s*(\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′]?\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|″|'')?\s*)?)?([NSEW])\s*$/i.exec(text);
  if (!match) return undefined;
  const [degrees, minutes, seconds] = [match[1], match[2] ?? "0", match[3] ?? "0"].map((part) => Number.parseFloat(part));
  if (minutes >= 60 || seconds >= 60) return undefined;
  const size = degrees + minutes / 60 + seconds / 3600;
  return /[SW]/i.test(match[4]) ? -size : size;
}
