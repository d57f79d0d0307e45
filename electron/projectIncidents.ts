// The incidents in a project file: 65,536 values of one column a chunk, each chunk sealed, so that damage is named.

import type { ImportReport } from "../core/incidents/importReport.ts";
import type { PackedColumn, PackedTable } from "../core/incidents/packedTable.ts";
import { InputError } from "../core/errors.ts";
import type { JsonValue } from "../core/json.ts";
import { readMeta, writeMeta } from "./projectMeta.ts";
import { damaged, seal } from "./seal.ts";
import type { Database } from "./sqlite.ts";

const ROWS = 65_536;

interface Manifest {
  readonly length: number;
  readonly meta: JsonValue;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
}

/** Replaces what is there. To be called inside a transaction. */
export function writeIncidents(db: Database, table: PackedTable, reports: readonly ImportReport[]): void {
  const { length, meta } = table;
  const columns = table.columns.map(({ name, width }) => ({ name, width }));
  db.prepare("DELETE FROM incident_chunk").run();
  writeMeta(db, "incident-table", JSON.stringify({ length, meta, columns } satisfies Manifest));
  writeMeta(db, "reports", JSON.stringify(reports));
  writeMeta(db, "incidents", String(length));
  const insert = db.prepare("INSERT INTO incident_chunk (column_index, chunk, seal, bytes) VALUES (?, ?, ?, ?)");
  table.columns.forEach((column, index) => {
    for (let chunk = 0; chunk * ROWS < length; chunk++) {
      const bytes = column.bytes.subarray(chunk * ROWS * column.width, (chunk + 1) * ROWS * column.width);
      insert.run(index, chunk, chunkSeal(column, length, chunk, bytes), bytes);
    }
  });
}

/** @throws InputError if there are none, or naming the column and the incidents that are damaged. */
export function readIncidents(db: Database): PackedTable {
  const text = readMeta(db, "incident-table");
  if (text === null) throw new InputError("This project has no incidents yet. Load a file of incidents first.");
  const { length, meta, columns } = JSON.parse(text) as Manifest;
  return { length, meta, columns: columns.map((column, index) => readColumn(db, index, column, length)) };
}

function readColumn(db: Database, index: number, column: Manifest["columns"][number], length: number): PackedColumn {
  const { name, width } = column;
  const bytes = new Uint8Array(length * width);
  const select = db.prepare("SELECT seal, bytes FROM incident_chunk WHERE column_index = ? AND chunk = ?");
  for (let chunk = 0; chunk * ROWS < length; chunk++) {
    const row = select.get(index, chunk) as { seal: Buffer; bytes: Buffer } | undefined;
    const first = chunk * ROWS;
    const last = Math.min(first + ROWS, length);
    const whole = row && row.bytes.byteLength === (last - first) * width;
    if (!whole || !chunkSeal(column, length, chunk, row.bytes).equals(row.seal)) {
      throw damaged(`The incident column "${name}" (incidents ${first + 1} to ${last})`);
    }
    bytes.set(row.bytes, first * width);
  }
  return { name, width, bytes };
}

const chunkSeal = (column: { name: string; width: number }, length: number, chunk: number, bytes: Uint8Array): Buffer =>
  seal("incidents", column.name, column.width, length, chunk, bytes);
