// Which column of a table of expert points means what, by its header.

import { InputError } from "../../errors.ts";
import { headerKey } from "../../incidents/columnRole.ts";

/** Columns by their place; -1 where the table has none (name, note, author). */
export interface ExpertColumns {
  readonly x: number;
  readonly y: number;
  /** x and y are longitude and latitude; otherwise m in the project's plane. */
  readonly degrees: boolean;
  /** The headers say only x and y: then the values must show that they are no degrees. */
  readonly maybeDegrees: boolean;
  readonly date: number;
  readonly from: number;
  readonly to: number;
  readonly name: number;
  readonly note: number;
  readonly author: number;
}

const NAMES = {
  lon: ["lon", "lng", "long", "longitude"],
  lat: ["lat", "latitude"],
  easting: ["easting", "east"],
  northing: ["northing", "north"],
  x: ["x"],
  y: ["y"],
  date: ["date", "block", "block start", "week", "week start", "day"],
  from: ["from", "from hour", "hour from", "start", "window from", "window start"],
  to: ["to", "to hour", "hour to", "end", "window to", "window end"],
  name: ["name"],
  note: ["note", "notes", "comment", "reason"],
  author: ["author", "by", "expert", "officer"],
} as const;

type Role = keyof typeof NAMES;

/** @throws InputError naming the role that no header, or more than one, fits, and the headers that there are. */
export function expertColumns(headers: readonly string[]): ExpertColumns {
  const keys = headers.map(headerKey);
  const columnOf = (role: Role): number => {
    const found = keys.flatMap((key, i) => ((NAMES[role] as readonly string[]).includes(key) ? [i] : []));
    if (found.length > 1) {
      throw new InputError(`The columns ${found.map((i) => `"${headers[i]}"`).join(" and ")} could both be the ${role}. Keep one of them.`);
    }
    return found[0] ?? -1;
  };
  const needed = (role: Role): number => {
    const column = columnOf(role);
    if (column >= 0) return column;
    throw new InputError(`No column is called "${NAMES[role].join('", "')}"; there are: ${shown(headers)}. Name the columns in the first row.`);
  };
  const pairs = ([["lon", "lat"], ["easting", "northing"], ["x", "y"]] as const).filter(([east, north]) => columnOf(east) >= 0 && columnOf(north) >= 0);
  if (pairs.length === 0) {
    throw new InputError(`No columns say where: lon and lat, easting and northing, or x and y are needed; there are: ${shown(headers)}. Name the columns in the first row.`);
  }
  if (pairs.length > 1) throw new InputError(`${pairs.map((pair) => pair.join(" and ")).join(", and also ")} say where. Keep one pair of columns.`);
  const [[east, north]] = pairs;
  return {
    x: columnOf(east),
    y: columnOf(north),
    degrees: east === "lon",
    maybeDegrees: east === "x",
    date: needed("date"),
    from: needed("from"),
    to: needed("to"),
    name: columnOf("name"),
    note: columnOf("note"),
    author: columnOf("author"),
  };
}

const shown = (headers: readonly string[]): string => (headers.some((header) => header.trim() !== "") ? headers.join(", ") : "no headers");
