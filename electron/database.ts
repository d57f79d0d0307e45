// Opens a project's database with every safety setting set and read back.

import { openSqlite, type Database } from "./sqlite.ts";

interface Setting {
  readonly set: string;
  readonly read: string;
  readonly wanted: number | string;
}

/** Before anything of the file is read: nothing that stands in it may run. */
const GUARDS: readonly Setting[] = [
  { set: "trusted_schema = OFF", read: "trusted_schema", wanted: 0 },
  { set: "cell_size_check = ON", read: "cell_size_check", wanted: 1 },
  { set: "mmap_size = 0", read: "mmap_size", wanted: 0 },
  { set: "foreign_keys = ON", read: "foreign_keys", wanted: 1 },
  { set: "recursive_triggers = OFF", read: "recursive_triggers", wanted: 0 },
  { set: "temp_store = MEMORY", read: "temp_store", wanted: 2 },
  { set: "busy_timeout = 5000", read: "busy_timeout", wanted: 5000 },
];

/** What was deleted is overwritten, and a commit is on the disk before it is acknowledged. */
const WRITING: readonly Setting[] = [
  { set: "secure_delete = ON", read: "secure_delete", wanted: 1 },
  { set: "synchronous = FULL", read: "synchronous", wanted: 2 },
];

const ROLLBACK: Setting = { set: "synchronous = EXTRA", read: "synchronous", wanted: 3 };

/** @throws Error if SQLite does not keep a setting. */
export function openDatabase(path: string, mode: "read" | "write"): Database {
  const db = openSqlite(path, { readonly: mode === "read", fileMustExist: true, timeout: 5000 });
  try {
    for (const setting of GUARDS) apply(db, setting);
    if (mode === "write") for (const setting of WRITING) apply(db, setting);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** WAL; where the file system cannot (a network share), the rollback journal in its safest setting. */
export function startWriting(db: Database): void {
  const mode = db.pragma("journal_mode = WAL", { simple: true });
  apply(db, mode === "wal" ? WRITING[1] : ROLLBACK);
}

/**
 * Brings everything into the one file and closes.
 * @returns whether it is one file now. Where a reader holds on it is not; the next opener finishes the work.
 */
export function closeDatabase(db: Database): boolean {
  let single = false;
  if (db.open && !db.readonly) {
    try {
      db.pragma("busy_timeout = 0");
      db.pragma("wal_checkpoint(TRUNCATE)");
      single = db.pragma("journal_mode = DELETE", { simple: true }) === "delete";
    } catch {
      // Nothing is lost: what is in the -wal is read again at the next opening.
    }
  }
  db.close();
  return single;
}

function apply(db: Database, { set, read, wanted }: Setting): void {
  db.pragma(set);
  const got = db.pragma(read, { simple: true });
  if (got !== wanted) throw new Error(`SQLite did not keep "${set}": it reads ${String(got)}`);
}
