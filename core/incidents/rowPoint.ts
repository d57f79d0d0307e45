// Where a record happened, in the file's own coordinates.

import { parseDecimal } from "./parseDecimal.ts";

export type PointFault = "no-coordinates" | "bad-coordinates" | "placeholder-coordinates" | "coordinates-out-of-range";

/** Where `read` leaves what it found; overwritten by the next record. */
export interface RowPoint {
  x: number;
  y: number;
  /** @returns null, or why the record has no usable point. */
  read(row: readonly string[]): PointFault | null;
}

export function createRowPoint(x: number, y: number, degrees: boolean, decimalComma: boolean): RowPoint {
  const coordinate = (text: string): number | undefined => parseDecimal(text, decimalComma) ?? (degrees ? sexagesimal(text) : undefined);
  return {
    x: 0,
    y: 0,
    read(row) {
      const east = coordinate(row[x]);
      const north = coordinate(row[y]);
      if (east === undefined || north === undefined) return isMissing(row[x]) || isMissing(row[y]) ? "no-coordinates" : "bad-coordinates";
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
