// Results and layers in a project file: a sealed summary for the lists, and a sealed body that is read when asked for.

import { InputError } from "../core/errors.ts";
import type { ResultSummary, StoredLayer, StoredResult } from "../core/host.ts";
import { decode, encode } from "../core/wire.ts";
import { readMeta, writeMeta } from "./projectMeta.ts";
import { checkSeal, seal } from "./seal.ts";
import type { Database } from "./sqlite.ts";

type Kind = "result" | "layer";

export function writeResult(db: Database, { value, request, ...summary }: StoredResult): void {
  write(db, "result", summary.id, summary, { value, request });
}

export function readResult(db: Database, id: string): StoredResult {
  const { summary, body } = read(db, "result", id);
  return { ...(summary as ResultSummary), ...(body as Pick<StoredResult, "value" | "request">) };
}

export function writeLayer(db: Database, { id, name, data }: StoredLayer): void {
  write(db, "layer", id, { id, name }, data);
}

export function readLayer(db: Database, id: string): StoredLayer {
  const { summary, body } = read(db, "layer", id);
  return { ...(summary as Pick<StoredLayer, "id" | "name">), data: body as StoredLayer["data"] };
}

/** In the order of making; what is damaged is left out and named. */
export function listDocuments<Summary>(db: Database, kind: Kind): { readonly summaries: Summary[]; readonly damage: string[] } {
  const rows = db.prepare("SELECT id, summary, summary_seal FROM document WHERE kind = ? ORDER BY rowid").all(kind);
  const summaries: Summary[] = [];
  const damage: string[] = [];
  for (const row of rows as { id: string; summary: string; summary_seal: Buffer }[]) {
    try {
      checkSeal(`The ${kind} "${row.id}"`, row.summary_seal, kind, row.id, row.summary);
      summaries.push(JSON.parse(row.summary) as Summary);
    } catch (error) {
      damage.push((error as Error).message);
    }
  }
  return { summaries, damage };
}

export function deleteDocument(db: Database, kind: Kind, id: string): void {
  const { changes } = db.prepare("DELETE FROM document WHERE kind = ? AND id = ?").run(kind, id);
  if (changes === 0) throw missing(kind, id);
  countDocuments(db);
}

function write(db: Database, kind: Kind, id: string, summary: unknown, value: unknown): void {
  const text = JSON.stringify(summary);
  const body = encode(value);
  db.prepare(
    "INSERT INTO document (kind, id, summary, summary_seal, body, body_seal) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE " +
      "SET summary = excluded.summary, summary_seal = excluded.summary_seal, body = excluded.body, body_seal = excluded.body_seal",
  ).run(kind, id, text, seal(kind, id, text), body, seal(kind, id, body));
  countDocuments(db);
}

function countDocuments(db: Database): void {
  writeMeta(db, "documents", String(db.prepare("SELECT count(*) FROM document").pluck().get()));
}

/** In words, or null. A damaged index can hide a document from the lists. */
export function missingDocuments(db: Database, listed: number): string | null {
  const written = Number(readMeta(db, "documents") ?? "0");
  return listed === written ? null : `${written} results and layers were stored, ${listed} can be found: the file is damaged. Open a copy made earlier.`;
}

function read(db: Database, kind: Kind, id: string): { summary: unknown; body: unknown } {
  const row = db.prepare("SELECT summary, summary_seal, body, body_seal FROM document WHERE kind = ? AND id = ?").get(kind, id) as
    | { summary: string; summary_seal: Buffer; body: Buffer; body_seal: Buffer }
    | undefined;
  if (!row) throw missing(kind, id);
  checkSeal(`The ${kind} "${id}"`, row.summary_seal, kind, id, row.summary);
  checkSeal(`The ${kind} "${id}"`, row.body_seal, kind, id, row.body);
  return { summary: JSON.parse(row.summary), body: decode(row.body) };
}

const missing = (kind: Kind, id: string): InputError =>
  new InputError(`The project has no ${kind} "${id}". It may have been deleted in another window: open the project again.`);
