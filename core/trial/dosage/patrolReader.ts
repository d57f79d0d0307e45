// Rows of patrol logs: who was where from when to when, with positions where they were recorded.

import { count } from "../../inWords.ts";
import { headerKey } from "../../incidents/columnRole.ts";
import { createDictionary } from "../../incidents/dictionary.ts";
import { parseDecimal } from "../../incidents/parseDecimal.ts";
import type { Patrols } from "./activity.ts";
import { growingColumn } from "./growingColumn.ts";
import type { RowContext, RowReader } from "./rowReader.ts";
import { rowTime, zoneNotice } from "./rowTime.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export function createPatrolReader({ columns, reading, unitOf, placesAt }: RowContext): RowReader<Patrols> {
  const [unit, officer, start, end] = [growingColumn(), growingColumn(), growingColumn(), growingColumn()];
  const [fixPatrol, fixX, fixY, fixAccuracy] = [growingColumn(), growingColumn(), growingColumn(), growingColumn()];
  const startOf = placesAt(columns.startX, columns.startY), endAt = placesAt(columns.endX, columns.endY);
  const officers = createDictionary();
  const seen = new Set<string>();
  let zoned = 0, noEnd = 0, byMinutes = 0;
  const cell = (cells: readonly string[], column: number): string => (column < 0 ? "" : cells[column].trim());

  return {
    read(cells) {
      const named = cell(cells, columns.unit);
      const at = named === "" ? -1 : unitOf(named);
      if (at === undefined) return `no unit of the trial is called "${named}"`;
      const date = cell(cells, columns.date);
      const from = rowTime(cell(cells, columns.start), date, reading, "start");
      if (typeof from === "string") return from;
      const to = endOf(cells, from.ms, date);
      if (typeof to === "string") return to;
      if (to < from.ms) return "the end lies before the start";
      if (to > from.ms + DAY) return "the patrol lasts over a day";
      const first = startOf(cells), last = endAt(cells);
      if (typeof first === "string") return `at the start ${first}`;
      if (typeof last === "string") return `at the end ${last}`;
      if (at < 0 && !first && !last) return "it names no hotspot and has no position";
      const name = headerKey(cell(cells, columns.officer));
      const key = [at, name, from.ms, to, first?.x, first?.y].join(" ");
      if (seen.has(key)) return "it repeats an earlier row";
      seen.add(key);

      const row = unit.length;
      unit.push(at);
      officer.push(name === "" ? -1 : officers.codeOf(name));
      start.push(from.ms);
      end.push(to);
      for (const [place, accuracy] of [[first, columns.startAccuracy], [last, columns.endAccuracy]] as const) {
        if (!place) continue;
        fixPatrol.push(row);
        fixX.push(place.x);
        fixY.push(place.y);
        fixAccuracy.push(Math.max(0, parseDecimal(cell(cells, accuracy)) ?? 0));
      }
      if (from.zoned) zoned++;
      if (columns.endX >= 0 && !last) noEnd++;
      return null;
    },
    finish: () => ({
      unit: unit.finish(), officer: officer.finish(), start: start.finish(), end: end.finish(),
      fixes: { patrol: Uint32Array.from(fixPatrol.finish()), x: fixX.finish(), y: fixY.finish(), accuracy: fixAccuracy.finish() },
    }),
    notices: () => [
      ...zoneNotice(zoned),
      ...(noEnd > 0 ? [`Without a position at the end: ${count(noEnd)} patrols. They count all the same.`] : []),
      ...(byMinutes > 0 ? [`With an end before the start, as in the night in which the clocks go back: ${count(byMinutes)} patrols. They last as many minutes as the log says.`] : []),
    ],
  };

  /** By the column of ends; where it is blank, not there or before the start, by the minutes. */
  function endOf(cells: readonly string[], from: number, date: string): number | string {
    const text = cell(cells, columns.end), minutes = parseDecimal(cell(cells, columns.minutes));
    if (text === "" && minutes !== undefined) return from + minutes * MINUTE;
    const to = rowTime(text, date, reading, "end");
    if (typeof to === "string") return to;
    // In the night in which the clocks go back the end can read earlier than the start.
    if (!to.clockOnly && to.ms < from && minutes !== undefined && minutes >= 0) {
      byMinutes++;
      return from + minutes * MINUTE;
    }
    return to.clockOnly && to.ms < from ? to.ms + DAY : to.ms;
  }
}
