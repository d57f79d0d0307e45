// Two tables as one: three monthly files become one quarter.

import { InputError } from "../errors.ts";
import { describePlane, type Plane } from "../geo/plane.ts";
import { coarserPrecision } from "./requirePrecision.ts";
import type { IncidentTable, Offence, TextColumn } from "./table.ts";

/**
 * All incidents of `a`, then all of `b`. Offences and kept texts of the same name become one; a text column that only
 * one of them has is blank in the other; the precision is the coarser of the two.
 *
 * @throws InputError if the planes differ (import the second file with the first one's plane), or the files or
 * offences become too many to number.
 */
export function appendIncidents(a: IncidentTable, b: IncidentTable): IncidentTable {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  if (!samePlane(a.plane, b.plane)) {
    throw new InputError(
      `The incidents lie in two planes (${describePlane(a.plane)}; ${describePlane(b.plane)}). Import the second file into the project's plane.`,
    );
  }
  if (a.sources.length + b.sources.length > 256) {
    throw new InputError(`${a.sources.length + b.sources.length} files would be in one table; at most 256 can be. Join the files first.`);
  }
  const { offences, codes } = mergeOffences(a.offences, b.offences);
  const length = a.length + b.length;
  return {
    length,
    plane: a.plane,
    x: join(a.x, b.x, new Float64Array(length)),
    y: join(a.y, b.y, new Float64Array(length)),
    start: join(a.start, b.start, new Float64Array(length)),
    end: join(a.end, b.end, new Float64Array(length)),
    precision: coarserPrecision(a.precision, b.precision),
    offences,
    offence: join(a.offence, b.offence.map((code) => codes[code]), new Uint16Array(length)),
    domestic: join(a.domestic, b.domestic, new Uint8Array(length)),
    source: join(a.source, b.source.map((source) => source + a.sources.length), new Uint8Array(length)),
    sources: [...a.sources, ...b.sources],
    line: join(a.line, b.line, new Uint32Array(length)),
    texts: mergeTexts(a, b),
  };
}

const samePlane = (a: Plane, b: Plane): boolean =>
  a.kind === "local" && b.kind === "local" ? a.lon0 === b.lon0 && a.lat0 === b.lat0 : a.kind === b.kind;

function mergeOffences(a: readonly Offence[], b: readonly Offence[]): { offences: readonly Offence[]; codes: readonly number[] } {
  const offences = [...a];
  const key = ({ category, name }: Offence): string => JSON.stringify([category, name]);
  const known = new Map(a.map((offence, code) => [key(offence), code]));
  const codes = b.map((offence) => {
    const code = known.get(key(offence));
    return code ?? offences.push(offence) - 1;
  });
  if (offences.length > 65_535) throw new InputError(`The two tables hold ${offences.length} different offences; at most 65,535 can be. Map a coarser column.`);
  return { offences, codes };
}

function mergeTexts(a: IncidentTable, b: IncidentTable): TextColumn[] {
  const names = [...new Set([...a.texts, ...b.texts].map(({ name }) => name))];
  return names.map((name) => {
    const values: string[] = [];
    const known = new Map<string, number>();
    const codeOf = (value: string): number => {
      let code = known.get(value);
      if (code === undefined) known.set(value, (code = values.push(value) - 1));
      return code;
    };
    const recoded = (table: IncidentTable): Uint32Array => {
      const text = table.texts.find((column) => column.name === name);
      if (!text) return new Uint32Array(table.length).fill(codeOf(""));
      const codes = text.values.map(codeOf);
      return text.codes.map((code) => codes[code]);
    };
    return { name, codes: join(recoded(a), recoded(b), new Uint32Array(a.length + b.length)), values };
  });
}

/** `a` then `b`, in the column given for them. */
function join<Column extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(a: Column, b: Column, joined: Column): Column {
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
