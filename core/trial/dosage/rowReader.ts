// What readers of patrols and of sightings have in common: how they take rows, and what cells are read with.

import type { Point } from "../../geo/types.ts";
import type { DateReading } from "../../incidents/parseTime.ts";
import type { ActivityColumns } from "./activityColumns.ts";

/** Reads the cells of one row, or says why it cannot be used. */
export interface RowReader<Columns> {
  /** @returns null, or the reason why the row is set aside */
  read(cells: readonly string[]): string | null;
  finish(): Columns;
  notices(): string[];
}

/** What a row's cells are read with. */
export interface RowContext {
  readonly columns: ActivityColumns;
  readonly reading: DateReading;
  /** Unit by id or name, as headerKey makes them equal. */
  unitOf(text: string): number | undefined;
  /** Of two columns: m; the reason where the cells hold no place; null where both are blank or the file has no such columns. */
  placesAt(x: number, y: number): (cells: readonly string[]) => Point | string | null;
}
