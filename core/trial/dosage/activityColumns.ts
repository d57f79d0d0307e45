// Which column of a file of activity means what, by its header or as it is told.

import { InputError } from "../../errors.ts";
import { headerKey } from "../../incidents/columnRole.ts";
import { detectPreset } from "../../incidents/presets.ts";
import { suggestRoles } from "../../incidents/suggestRoles.ts";
import type { ActivityKind } from "./activity.ts";

const PLACE = { x: ["longitude", "lon", "lng", "long", "x", "easting"], y: ["latitude", "lat", "y", "northing"] };

/** For each role the headers that may hold it, the best first. */
const NAMES = {
  unit: ["hotspot", "hotspot id", "hotspot name", "unit", "area", "patrol area", "location", "place", "zone"],
  officer: ["officer", "officer id", "collar number", "collar", "callsign", "call sign", "issi", "radio", "device", "user"],
  date: ["date", "day", "patrol date"],
  start: ["start", "start time", "started", "patrol start", "time from", "from", "time on"],
  end: ["end", "end time", "ended", "finish", "patrol end", "time to", "to", "time off"],
  minutes: ["minutes", "duration minutes", "duration", "length minutes"],
  startX: ["start longitude", "start lon", "start lng", "start x", "start easting", ...PLACE.x],
  startY: ["start latitude", "start lat", "start y", "start northing", ...PLACE.y],
  startAccuracy: ["start accuracy m", "start accuracy", "accuracy m", "accuracy"],
  endX: ["end longitude", "end lon", "end lng", "end x", "end easting"],
  endY: ["end latitude", "end lat", "end y", "end northing"],
  endAccuracy: ["end accuracy m", "end accuracy"],
  time: ["time", "date time", "datetime", "timestamp", "ping time", "date and time", "recorded at", "occurred at", "search time"],
  x: PLACE.x,
  y: PLACE.y,
  group: ["group", "department", "resource", "resource type", "unit type"],
} as const satisfies Record<string, readonly string[]>;

export type ActivityRole = keyof typeof NAMES;

const SIGHTING_ROLES = ["unit", "officer", "date", "time", "x", "y", "group"] as const;
const ROLES: { readonly [Kind in ActivityKind]: readonly ActivityRole[] } = {
  patrols: ["unit", "officer", "date", "start", "end", "minutes", "startX", "startY", "startAccuracy", "endX", "endY", "endAccuracy"],
  pings: SIGHTING_ROLES,
  stops: SIGHTING_ROLES,
};

export const isActivityRole = (text: string): text is ActivityRole => Object.hasOwn(NAMES, text);

/** What a table holds by its headers: null where they do not say that it is activity, as those of incidents. */
export function activityKind(headers: readonly string[]): ActivityKind | null {
  const keys = new Set(headers.map(headerKey));
  const has = (role: ActivityRole): boolean => NAMES[role].some((name) => keys.has(name));
  if (!has("officer") || detectPreset(headers).id !== "general" || suggestRoles(headers, detectPreset(headers)).includes("category")) return null;
  if (has("start") && (has("end") || has("minutes"))) return has("unit") || (has("startX") && has("startY")) ? "patrols" : null;
  return has("time") && has("x") && has("y") ? "pings" : null;
}

/**
 * "Beat=unit, Booked on=start" as headers and roles.
 * @throws InputError for a pair without a role, or with one that there is not
 */
export function mappingFromText(text: string): Record<string, ActivityRole> {
  const pairs = text.split(/[,;]/).filter((pair) => pair.trim() !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.lastIndexOf("="), role = pair.slice(cut + 1).trim();
      if (cut < 1 || !isActivityRole(role)) throw new InputError(`"${pair.trim()}" is no COLUMN=role. The roles are: ${Object.keys(NAMES).join(", ")}.`);
      return [pair.slice(0, cut).trim(), role];
    }),
  );
}

/** The place of each role's column; -1 where the file has none. */
export type ActivityColumns = Readonly<Record<ActivityRole, number>>;

/**
 * @param mapping - header → role, where the headers alone do not say it
 * @throws InputError where a role that is needed has no column, or a header of the mapping is not there
 */
export function activityColumns(headers: readonly string[], kind: ActivityKind, name: string, mapping: Readonly<Record<string, ActivityRole>> = {}): ActivityColumns {
  const keys = headers.map(headerKey);
  const told = new Map<ActivityRole, number>();
  for (const [header, role] of Object.entries(mapping)) {
    const column = keys.indexOf(headerKey(header));
    if (column < 0) throw new InputError(`"${name}" has no column "${header}"; there are: ${headers.join(", ")}. Name one of them.`);
    told.set(role, column);
  }
  const taken = new Set(told.values());
  const columnOf = (role: ActivityRole): number => {
    const given = told.get(role);
    if (given !== undefined) return given;
    if (!ROLES[kind].includes(role)) return -1;
    for (const key of NAMES[role]) {
      const column = keys.indexOf(key);
      if (column >= 0 && !taken.has(column)) return column;
    }
    return -1;
  };
  const columns = Object.fromEntries(Object.keys(NAMES).map((role) => [role, columnOf(role as ActivityRole)])) as Record<ActivityRole, number>;
  // A single date and time may be called either.
  if (kind !== "patrols" && columns.time < 0) [columns.time, columns.date] = [columns.date, -1];

  const missing = (what: string, role: ActivityRole): InputError =>
    new InputError(`"${name}" has no column that says ${what} (such as "${NAMES[role][0]}"); there are: ${headers.join(", ")}. Say which one it is: "COLUMN=${role}" (--map, or Settings of the Delivery page).`);
  if (kind === "patrols") {
    if (columns.start < 0) throw missing("when a patrol started", "start");
    if (columns.end < 0 && columns.minutes < 0) throw missing("when a patrol ended, or how long it was", "end");
    if (columns.unit < 0 && (columns.startX < 0 || columns.startY < 0)) throw missing("where a patrol was", "unit");
  } else {
    if (columns.time < 0) throw missing("when it was", "time");
    const placed = columns.x >= 0 && columns.y >= 0;
    if (kind === "pings" && !placed) throw missing("where it was", "x");
    if (!placed && columns.unit < 0) throw missing("where it was", "unit");
  }
  return columns;
}
