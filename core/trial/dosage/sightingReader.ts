// Rows of positions, or of stops and searches: when, and where or in which unit.

import { count } from "../../inWords.ts";
import { extent } from "../../geo/bounds.ts";
import { headerKey } from "../../incidents/columnRole.ts";
import { createDictionary } from "../../incidents/dictionary.ts";
import type { ActivityKind, Sightings } from "./activity.ts";
import { growingColumn } from "./growingColumn.ts";
import type { RowContext, RowReader } from "./rowReader.ts";
import { rowTime, zoneNotice } from "./rowTime.ts";

/** More groups than this are not told apart: the column says something else, such as a callsign. */
const MOST_GROUPS = 6;

export function createSightingReader({ columns, reading, unitOf, placesAt }: RowContext, kind: ActivityKind): RowReader<Sightings> {
  const [unit, officer, time, x, y, group] = [growingColumn(), growingColumn(), growingColumn(), growingColumn(), growingColumn(), growingColumn()];
  const placeOf = placesAt(columns.x, columns.y);
  const officers = createDictionary(), groups = createDictionary();
  let zoned = 0;
  const cell = (cells: readonly string[], column: number): string => (column < 0 ? "" : cells[column].trim());

  return {
    read(cells) {
      const when = rowTime(cell(cells, columns.time), cell(cells, columns.date), reading, "time");
      if (typeof when === "string") return when;
      const place = placeOf(cells);
      if (typeof place === "string") return place;
      // A position says more than a name; without one the unit must be named.
      const named = place ? "" : cell(cells, columns.unit);
      if (!place && named === "") return "there is no position";
      const at = place ? -1 : unitOf(named);
      if (at === undefined) return `no unit of the trial is called "${named}"`;
      const name = headerKey(cell(cells, columns.officer)), of = cell(cells, columns.group);
      unit.push(at);
      officer.push(name === "" ? -1 : officers.codeOf(name));
      time.push(when.ms);
      x.push(place?.x ?? 0);
      y.push(place?.y ?? 0);
      group.push(of === "" ? -1 : groups.codeOf(of));
      if (when.zoned) zoned++;
      return null;
    },
    finish: () => {
      const few = groups.values.length <= MOST_GROUPS;
      const codes = group.finish(), times = time.finish();
      return {
        unit: unit.finish(), officer: officer.finish(), time: times, x: x.finish(), y: y.finish(), span: times.length > 0 ? extent(times) : null,
        group: few ? codes : codes.fill(-1),
        groups: few ? groups.values : [],
      };
    },
    notices: () => [
      ...zoneNotice(zoned),
      ...(groups.values.length > MOST_GROUPS ? [`The column of groups holds ${count(groups.values.length)} different words; at most ${MOST_GROUPS} are told apart, so none are.`] : []),
      ...(kind === "pings" && officers.values.length === 0 ? ["The positions name no officers, so minutes on site cannot be estimated from them."] : []),
    ],
  };
}
