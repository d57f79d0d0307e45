// The incidents while they are being read: columns that grow, in the file's own coordinates.

import { InputError } from "../errors.ts";
import { createDictionary, type Dictionary } from "./dictionary.ts";
import type { MappedColumn } from "./importSettings.ts";
import type { ColumnRole } from "./columnRole.ts";
import type { RowPoint } from "./rowPoint.ts";
import type { RowTimes } from "./rowTimes.ts";
import { DOMESTIC, type Offence } from "./table.ts";

/** The columns of the file, cut to the number of records that were read. */
export interface RawIncidents {
  readonly length: number;
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  readonly start: Float64Array<ArrayBuffer>;
  readonly end: Float64Array<ArrayBuffer>;
  readonly offence: Uint16Array<ArrayBuffer>;
  readonly domestic: Uint8Array<ArrayBuffer>;
  readonly line: Uint32Array<ArrayBuffer>;
  /** Two halves of a hash of the record number; both 0 where it is blank. Null where the file has none. */
  readonly id: readonly [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] | null;
  /** Record numbers that a spreadsheet turned into 1.23E+11; they count as blank. */
  readonly damagedIds: number;
  readonly texts: readonly { readonly name: string; readonly codes: Uint32Array<ArrayBuffer>; readonly values: readonly string[] }[];
  readonly offences: readonly Offence[];
}

export interface RawIncidentsBuilder {
  add(row: readonly string[], line: number, point: RowPoint, times: RowTimes | null): void;
  finish(): RawIncidents;
}

const MAX_OFFENCES = 65_535;

export function createRawIncidents(columns: readonly MappedColumn[]): RawIncidentsBuilder {
  const index = (role: ColumnRole): number => columns.find((column) => column.role === role)?.index ?? -1;
  const [category, name, domesticIndex, id] = [index("category"), index("name"), index("domestic"), index("id")];
  const kept = columns.filter((column) => column.role === "keep").map((column) => ({ ...column, dictionary: createDictionary() }));
  const offences = createOffences();
  let capacity = 65_536;
  let n = 0, damagedIds = 0;
  let x = new Float64Array(capacity), y = new Float64Array(capacity);
  let start = new Float64Array(capacity), end = new Float64Array(capacity);
  let offence = new Uint16Array(capacity), domestic = new Uint8Array(capacity), line = new Uint32Array(capacity);
  let idA = new Uint32Array(id < 0 ? 0 : capacity), idB = new Uint32Array(id < 0 ? 0 : capacity);
  let codes = kept.map(() => new Uint32Array(capacity));

  const grow = (): void => {
    capacity *= 2;
    [x, y, start, end] = [x, y, start, end].map((column) => resized(column, new Float64Array(capacity)));
    offence = resized(offence, new Uint16Array(capacity));
    domestic = resized(domestic, new Uint8Array(capacity));
    line = resized(line, new Uint32Array(capacity));
    if (id >= 0) [idA, idB] = [idA, idB].map((column) => resized(column, new Uint32Array(capacity)));
    codes = codes.map((column) => resized(column, new Uint32Array(capacity)));
  };

  return {
    add(row, at, point, times) {
      if (n === capacity) grow();
      x[n] = point.x;
      y[n] = point.y;
      if (times) {
        start[n] = times.start;
        end[n] = times.end;
      }
      offence[n] = offences.codeOf(category < 0 ? "" : row[category], name < 0 ? "" : row[name]);
      domestic[n] = domesticIndex < 0 ? DOMESTIC.unknown : domesticOf(row[domesticIndex]);
      line[n] = at;
      if (id >= 0 && isDamaged(row[id])) damagedIds++;
      else if (id >= 0 && row[id].trim() !== "") {
        idA[n] = textHash(row[id], 0x811c9dc5);
        idB[n] = textHash(row[id], 0x01000193);
      }
      for (let k = 0; k < kept.length; k++) codes[k][n] = kept[k].dictionary.codeOf(row[kept[k].index].trim());
      n++;
    },
    finish: () => ({
      length: n,
      x: x.slice(0, n),
      y: y.slice(0, n),
      start: start.slice(0, n),
      end: end.slice(0, n),
      offence: offence.slice(0, n),
      domestic: domestic.slice(0, n),
      line: line.slice(0, n),
      id: id < 0 ? null : [idA.slice(0, n), idB.slice(0, n)],
      damagedIds,
      texts: kept.map(({ name: label, dictionary }, k) => ({ name: label, codes: codes[k].slice(0, n), values: dictionary.values })),
      offences: offences.list,
    }),
  };
}

function resized<T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The two levels of an offence → its number; a level that is blank takes the other's words. */
function createOffences(): { readonly list: Offence[]; codeOf(category: string, name: string): number } {
  const list: Offence[] = [];
  const categories: Dictionary = createDictionary();
  const names: Dictionary = createDictionary();
  const known = new Map<number, number>();
  return {
    list,
    codeOf(category, name) {
      const key = categories.codeOf(category) * 2 ** 24 + names.codeOf(name);
      let code = known.get(key);
      if (code === undefined) {
        code = list.length;
        if (code === MAX_OFFENCES) {
          throw new InputError(`The offence columns hold over ${MAX_OFFENCES} different offences; they look like free text. Map another column.`);
        }
        const [upper, lower] = [categories.values[categories.codeOf(category)].trim(), names.values[names.codeOf(name)].trim()];
        list.push({ category: upper || lower || "(not given)", name: lower || upper || "(not given)" });
        known.set(key, code);
      }
      return code;
    },
  };
}

const isDamaged = (id: string): boolean => id.length < 24 && /^\s*\d([.,]\d+)?E\+\d+\s*$/i.test(id);

function domesticOf(cell: string): number {
  if (/^\s*(true|t|yes|y|1)\s*$/i.test(cell)) return DOMESTIC.yes;
  return /^\s*(false|f|no|n|0)\s*$/i.test(cell) ? DOMESTIC.no : DOMESTIC.unknown;
}

/** FNV-1a; two different seeds together make 64 bits, so that two record numbers do not meet by chance. */
function textHash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0 || 1;
}
