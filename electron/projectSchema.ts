// The tables of a project file, and the exact list of what such a file may contain.

import { InputError } from "../core/errors.ts";
import { openSqlite, type Database } from "./sqlite.ts";

/** "HXBT" at byte 68 of the file. */
export const APPLICATION_ID = 0x48584254;
export const SCHEMA_VERSION = 1;

const SET_APPLICATION_ID = "application_id = 1213743700";
const SET_SCHEMA_VERSION = "user_version = 1";

/**
 * meta: small sealed values by key (name, modified, settings, the incidents' manifest, reports, the history's base).
 * incident_chunk: 65,536 values of one column each. step: the history. document: results and layers. audit: who did what.
 */
const SCHEMA = `
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, seal BLOB NOT NULL) STRICT;
CREATE TABLE incident_chunk (
  column_index INTEGER NOT NULL, chunk INTEGER NOT NULL, seal BLOB NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (column_index, chunk)) STRICT;
CREATE TABLE step (
  position INTEGER NOT NULL PRIMARY KEY, label TEXT NOT NULL, redo TEXT NOT NULL, undo TEXT NOT NULL, seal BLOB NOT NULL) STRICT;
CREATE TABLE document (
  kind TEXT NOT NULL, id TEXT NOT NULL, summary TEXT NOT NULL, summary_seal BLOB NOT NULL,
  body BLOB NOT NULL, body_seal BLOB NOT NULL, PRIMARY KEY (kind, id)) STRICT;
CREATE TABLE audit (
  sequence INTEGER NOT NULL PRIMARY KEY, time TEXT NOT NULL, person TEXT NOT NULL, method TEXT NOT NULL,
  class TEXT NOT NULL, detail TEXT NOT NULL, previous BLOB NOT NULL, this BLOB NOT NULL) STRICT;
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
`;

export function createSchema(db: Database): void {
  db.pragma(SET_APPLICATION_ID);
  db.pragma(SET_SCHEMA_VERSION);
  db.exec(SCHEMA);
}

const LIST = "SELECT type, name, tbl_name, coalesce(sql, '') AS sql FROM sqlite_schema ORDER BY type, name";

let expected: string | null = null;

/**
 * To be called before anything else is read: a foreign trigger, view or column could run as soon as it is touched.
 * @throws InputError if the file holds anything but the tables of this version.
 */
export function checkSchema(db: Database): void {
  if (expected === null) {
    const fresh = openSqlite(":memory:");
    createSchema(fresh);
    expected = JSON.stringify(fresh.prepare(LIST).all());
    fresh.close();
  }
  if (JSON.stringify(db.prepare(LIST).all()) !== expected) {
    throw new InputError(
      "The project file contains parts that Hexbeat did not create, so it was not opened and not changed. " +
        "Use a copy that Hexbeat made.",
    );
  }
}
