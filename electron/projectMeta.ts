// The small values of a project, each under its key and with its own seal.

import { randomBytes } from "node:crypto";
import type { ProjectSummary } from "../core/host.ts";
import { checkSeal, damaged, seal } from "./seal.ts";
import type { Database } from "./sqlite.ts";

const WORDS = {
  id: "The project's id",
  name: "The project's name",
  sample: "The mark of the sample project",
  created: "The date of creation",
  modified: "The date of the last change",
  version: "The version that made the project",
  incidents: "The number of incidents",
  hotspots: "The number of hotspots",
  "incident-table": "The description of the incidents",
  reports: "The import report",
  "history-base": "The first plan of the history",
  "history-position": "The position in the history",
  settings: "The view",
  documents: "The number of results and layers",
} as const;

export type MetaKey = keyof typeof WORDS;

/** Every key is there from the start, so that one that a flipped bit hides is missed. */
export function startMeta(db: Database): void {
  for (const key of Object.keys(WORDS)) writeMeta(db, key as MetaKey, "");
}

/**
 * null for what has not been written yet.
 * @throws InputError if the value is not what was stored.
 */
export function readMeta(db: Database, key: MetaKey): string | null {
  const row = db.prepare("SELECT value, seal FROM meta WHERE key = ?").get(key) as { value: string; seal: Buffer } | undefined;
  if (!row) throw damaged(WORDS[key]);
  checkSeal(WORDS[key], row.seal, key, row.value);
  return row.value === "" ? null : row.value;
}

export function writeMeta(db: Database, key: MetaKey, value: string): void {
  db.prepare(
    "INSERT INTO meta (key, value, seal) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, seal = excluded.seal",
  ).run(key, value, seal(key, value));
}

/** What a new project holds, and what makes a copy a project of its own. */
export function nameProject(db: Database, name: string, now: Date): void {
  writeMeta(db, "id", randomBytes(16).toString("hex"));
  writeMeta(db, "name", name);
  writeMeta(db, "created", now.toISOString());
  writeMeta(db, "modified", now.toISOString());
}

export function summarise(db: Database, id: string, bytes: number): ProjectSummary {
  return {
    id,
    name: readMeta(db, "name") ?? "",
    modified: readMeta(db, "modified") ?? "",
    incidents: Number(readMeta(db, "incidents") ?? "0"),
    hotspots: Number(readMeta(db, "hotspots") ?? "0"),
    bytes,
    sample: readMeta(db, "sample") === "true",
  };
}
