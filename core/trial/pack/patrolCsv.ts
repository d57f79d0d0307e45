// The patrol log as the file that is handed back.

import { fileWord } from "../../formats/fileWord.ts";
import { writeCell } from "../../formats/writeCsv.ts";
import type { Fix, Patrol } from "./patrolLog.ts";

export const PATROL_COLUMNS = [
  "pack", "team", "officer", "hotspot", "area", "date", "start", "end", "minutes",
  "start longitude", "start latitude", "start accuracy m", "end longitude", "end latitude", "end accuracy m", "activity", "note",
] as const;

/**
 * One row a patrol (RFC 4180). Start and end are local civil time to the second; `minutes` is measured by a clock that
 * goes on evenly, so that it is right in the night in which the clocks are put back. What is not known is empty.
 */
export function patrolCsv(pack: string, patrols: readonly Patrol[]): string {
  const rows = patrols.map(({ team, officer, hotspot, area, date, start, end, startAt, endAt, activity, note }) => [
    pack, team, officer, hotspot, area, date, localTime(start.local), localTime(end.local),
    ((end.epoch - start.epoch) / 60_000).toFixed(1), ...fixCells(startAt), ...fixCells(endAt), activity, note,
  ]);
  return [PATROL_COLUMNS, ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

/** "2024-05-01 14:32:05", of local civil time read as UTC, ms. */
export const localTime = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace("T", " ");

/** Six decimals are a tenth of a metre. Numbers, so that no west or south is guarded as a formula. */
const fixCells = (fix: Fix | null): (number | null)[] =>
  fix === null ? [null, null, null] : [rounded(fix.lon, 1e6), rounded(fix.lat, 1e6), rounded(fix.accuracy, 1)];

const rounded = (value: number, by: number): number => Math.round(value * by) / by;

/** "patrol-log_2024-05-01-north-3f9a02c1_4711.csv" */
export const patrolFileName = (pack: string, officer: string): string => `patrol-log_${pack}_${fileWord(officer) || "officer"}.csv`;
