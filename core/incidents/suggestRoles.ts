// Which column means what, suggested from the headers alone.

import { headerKey, type ColumnRole } from "./columnRole.ts";
import type { Preset } from "./presets.ts";

const DATE_PARTS: readonly ColumnRole[] = ["year", "month", "day", "hour", "minute"];

/**
 * For each column its role, or null if it is not read.
 * A header that stands twice gets no role: which one is meant is for the person to say.
 */
export function suggestRoles(headers: readonly string[], preset: Preset): (ColumnRole | null)[] {
  const keys = headers.map(headerKey);
  const roles: (ColumnRole | null)[] = headers.map(() => null);
  const columnOf = (key: string): number => {
    const column = keys.indexOf(key);
    return column >= 0 && keys.indexOf(key, column + 1) < 0 && roles[column] === null ? column : -1;
  };
  for (const [role, names] of Object.entries(preset.columns) as [ColumnRole, readonly string[]][]) {
    for (const name of names) {
      const column = columnOf(name);
      if (column < 0) continue;
      roles[column] = role;
      if (role !== "keep") break;
    }
  }
  if (preset.known.length === 0) {
    settleDates(roles);
    if (roles.includes("x") && roles.includes("y")) roles.forEach((role, i) => role === "point" && (roles[i] = null));
  }
  return roles;
}

/** A whole date makes its parts needless, except an hour or minute beside it; a year makes the parts the date. */
function settleDates(roles: (ColumnRole | null)[]): void {
  const has = (role: ColumnRole): boolean => roles.includes(role);
  const drop = (...dropped: ColumnRole[]): void => {
    for (let i = 0; i < roles.length; i++) if (dropped.includes(roles[i] as ColumnRole)) roles[i] = null;
  };
  if (has("start")) drop("year", "month", "day");
  else if (!has("year")) {
    // A lone "month" is a year and month in one, as police.uk writes it.
    const month = roles.indexOf("month");
    if (month >= 0) roles[month] = "start";
    drop("day");
  }
  if (has("startTime")) drop("hour", "minute");
  if (!has("start") && !has("year")) drop(...DATE_PARTS, "startTime");
  if (!has("end")) drop("endTime");
}
