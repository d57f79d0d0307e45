// The rows of a further file after those of earlier ones: telephones hand back their logs one by one, and some twice.

import { distinctRows } from "../../incidents/distinctRows.ts";
import { takeRows } from "../../incidents/takeRows.ts";
import type { Patrols, Sightings } from "./activity.ts";

interface Joined<Columns> {
  readonly joined: Columns;
  /** Rows of the further file that an earlier one has: they were left out. */
  readonly repeated: number;
}

/**
 * A patrol repeats one of an earlier file where unit, start, end and positions are equal; officers cannot be compared, because
 * their codes are each file's own. Those of the further file follow on.
 */
export function joinPatrols(earlier: Patrols | null, further: Patrols): Joined<Patrols> {
  if (!earlier) return { joined: further, repeated: 0 };
  const all = { unit: append(earlier.unit, further.unit), start: append(earlier.start, further.start), end: append(earlier.end, further.end) };
  const n = earlier.unit.length;
  const fixes = [...fixesOf(earlier), ...fixesOf(further)];
  const place = (i: number, axis: 0 | 1): Float64Array => Float64Array.from(fixes, (of) => of[i]?.[axis] ?? 0);
  const kept = newRows([all.unit, all.start, all.end, place(0, 0), place(0, 1), place(1, 0), place(1, 1)], n);
  const left = kept.flatMap((row, patrol) => fixes[row].map(([x, y, accuracy]) => ({ patrol, x, y, accuracy })));
  return {
    joined: {
      unit: takeRows(all.unit, kept),
      officer: takeRows(append(earlier.officer, shifted(further.officer, earlier.officer)), kept),
      start: takeRows(all.start, kept),
      end: takeRows(all.end, kept),
      fixes: {
        patrol: Uint32Array.from(left, ({ patrol }) => patrol),
        x: Float64Array.from(left, ({ x }) => x),
        y: Float64Array.from(left, ({ y }) => y),
        accuracy: Float64Array.from(left, ({ accuracy }) => accuracy),
      },
    },
    repeated: all.unit.length - kept.length,
  };
}

/** A sighting repeats one of an earlier file where unit, time and place are equal. */
export function joinSightings(earlier: Sightings | null, further: Sightings): Joined<Sightings> {
  if (!earlier) return { joined: further, repeated: 0 };
  const all = { unit: append(earlier.unit, further.unit), time: append(earlier.time, further.time), x: append(earlier.x, further.x), y: append(earlier.y, further.y) };
  const kept = newRows([all.unit, all.time, all.x, all.y], earlier.time.length);
  const groups = [...new Set([...earlier.groups, ...further.groups])];
  const renumbered = further.group.map((code) => (code < 0 ? code : groups.indexOf(further.groups[code])));
  return {
    joined: {
      unit: takeRows(all.unit, kept),
      officer: takeRows(append(earlier.officer, shifted(further.officer, earlier.officer)), kept),
      time: takeRows(all.time, kept),
      x: takeRows(all.x, kept),
      y: takeRows(all.y, kept),
      group: takeRows(append(earlier.group, renumbered), kept),
      groups,
      span: earlier.span && further.span && [Math.min(earlier.span[0], further.span[0]), Math.max(earlier.span[1], further.span[1])],
    },
    repeated: all.time.length - kept.length,
  };
}

/** All of the first n, and those after them that equal none of the first n. */
function newRows(columns: readonly Float64Array[], n: number): number[] {
  const { group, first } = distinctRows(columns, columns[0].length);
  return Array.from(group, (_, row) => row).filter((row) => row < n || first[group[row]] >= n);
}

function append(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Codes that follow on those of `before`. */
function shifted(codes: Float64Array, before: Float64Array): Float64Array {
  const next = before.reduce((most, code) => Math.max(most, code), -1) + 1;
  return codes.map((code) => (code < 0 ? code : code + next));
}

/** Of each patrol its positions: x, y, accuracy. */
function fixesOf({ unit, fixes }: Patrols): (readonly [number, number, number])[][] {
  const of: (readonly [number, number, number])[][] = Array.from(unit, () => []);
  fixes.patrol.forEach((row, i) => of[row].push([fixes.x[i], fixes.y[i], fixes.accuracy[i]]));
  return of;
}
