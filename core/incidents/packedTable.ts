// An IncidentTable as named byte columns and a little JSON: how it is stored, and how it crosses the host contract.

import { InputError } from "../errors.ts";
import type { JsonValue } from "../json.ts";
import type { IncidentTable } from "./table.ts";

export interface PackedColumn {
  readonly name: string;
  /** Bytes of one value, so that a chunk never cuts one in half. */
  readonly width: number;
  readonly bytes: Uint8Array;
}

export interface PackedTable {
  readonly length: number;
  readonly meta: JsonValue;
  readonly columns: readonly PackedColumn[];
}

interface Meta {
  readonly plane: IncidentTable["plane"];
  readonly precision: IncidentTable["precision"];
  readonly offences: IncidentTable["offences"];
  readonly sources: readonly string[];
  readonly texts: readonly { readonly name: string; readonly values: readonly string[] }[];
}

type Columns = Pick<IncidentTable, "x" | "y" | "start" | "end" | "offence" | "domestic" | "source" | "line">;

export function packTable(table: IncidentTable): PackedTable {
  const meta: Meta = {
    plane: table.plane,
    precision: table.precision,
    offences: table.offences,
    sources: table.sources,
    texts: table.texts.map(({ name, values }) => ({ name, values })),
  };
  const { x, y, start, end, offence, domestic, source, line } = table;
  const named: Columns = { x, y, start, end, offence, domestic, source, line };
  return {
    length: table.length,
    meta: meta as unknown as JsonValue,
    columns: [
      ...Object.entries(named).map(([name, values]) => pack(name, values)),
      ...table.texts.map((text, i) => pack(`text${i}`, text.codes)),
    ],
  };
}

/** @throws InputError if a column is missing or its size does not fit the number of incidents. */
export function unpackTable(packed: PackedTable): IncidentTable {
  const meta = packed.meta as unknown as Meta;
  const byName = new Map(packed.columns.map((column) => [column.name, column]));
  const bytes = (name: string, width: number): ArrayBuffer => {
    const column = byName.get(name);
    const got = column?.bytes.byteLength ?? 0;
    if (!column || got !== packed.length * width) {
      throw new InputError(
        `The incident column "${name}" holds ${got} bytes; ${packed.length * width} are needed for ` +
          `${packed.length} incidents. The project is damaged: open a backup copy.`,
      );
    }
    // A copy where the bytes do not start on a multiple of the width, as the typed arrays demand.
    const aligned = column.bytes.byteOffset % width === 0 ? column.bytes : column.bytes.slice();
    return aligned.buffer.byteLength === got
      ? (aligned.buffer as ArrayBuffer)
      : (aligned.buffer.slice(aligned.byteOffset, aligned.byteOffset + got) as ArrayBuffer);
  };
  return {
    length: packed.length,
    plane: meta.plane,
    precision: meta.precision,
    offences: meta.offences,
    sources: meta.sources,
    x: new Float64Array(bytes("x", 8)),
    y: new Float64Array(bytes("y", 8)),
    start: new Float64Array(bytes("start", 8)),
    end: new Float64Array(bytes("end", 8)),
    offence: new Uint16Array(bytes("offence", 2)),
    domestic: new Uint8Array(bytes("domestic", 1)),
    source: new Uint8Array(bytes("source", 1)),
    line: new Uint32Array(bytes("line", 4)),
    texts: meta.texts.map((text, i) => ({ ...text, codes: new Uint32Array(bytes(`text${i}`, 4)) })),
  };
}

function pack(name: string, values: Float64Array | Uint32Array | Uint16Array | Uint8Array): PackedColumn {
  return {
    name,
    width: values.BYTES_PER_ELEMENT,
    bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  };
}
