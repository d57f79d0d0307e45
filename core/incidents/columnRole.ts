// What a column of the file means: the roles of the mapping step, with the words it shows for them.

export const COLUMN_ROLES = {
  x: "Longitude or easting",
  y: "Latitude or northing",
  point: "Latitude and longitude in one column, WKT, or grid reference",
  start: "Date (and time)",
  startTime: "Time of day, or hour",
  end: "Date (and time) of the end",
  endTime: "Time of day of the end",
  year: "Year",
  month: "Month",
  day: "Day of the month",
  hour: "Hour",
  minute: "Minute",
  category: "Offence category",
  name: "Offence",
  domestic: "Domestic",
  id: "Record number",
  keep: "Keep as text",
} as const;

export type ColumnRole = keyof typeof COLUMN_ROLES;

export const isColumnRole = (text: string): text is ColumnRole => Object.hasOwn(COLUMN_ROLES, text);

/** Any number of columns may be kept as text; every other role belongs to one column. */
export const isSingle = (role: ColumnRole): boolean => role !== "keep";

/** Headers are compared by their letters and digits only: "Crime type", "crime_type" and " CRIME  TYPE" are one. */
export function headerKey(header: string): string {
  return header.trim().toLowerCase().replace(/[^\p{L}\p{N}#]+/gu, " ").trim();
}
