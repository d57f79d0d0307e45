// One project file, open: checked before it is trusted, locked for one writer, one file again when closed.

import { closeSync, openSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../core/errors.ts";
import { HOST_METHODS, type HostMethod, type ProjectSummary } from "../core/host.ts";
import { temporaryPath } from "./atomicWrite.ts";
import { closeDatabase, openDatabase, startWriting } from "./database.ts";
import { codeOf, GONE } from "./fileProblem.ts";
import { appendAudit } from "./projectAudit.ts";
import { checkProjectHeader } from "./projectHeader.ts";
import { takeLock, type ProjectLock } from "./projectLock.ts";
import { readMeta, summarise, writeMeta } from "./projectMeta.ts";
import { checkSchema } from "./projectSchema.ts";
import type { Database } from "./sqlite.ts";

export interface ProjectFile {
  readonly id: string;
  readonly path: string;
  readonly db: Database;
  /** Device and number of the file: a drive that was taken out still accepts writes. */
  readonly identity: string;
  /** null where it is read-only because somebody else has it, or the folder cannot be written. */
  readonly lock: ProjectLock | null;
  readonly readOnly: string | null;
  readonly notices: readonly string[];
}

/**
 * Lock, header bytes, then on a reading connection the schema's exact list and SQLite's own check; only then writing.
 * `held`: a lock on it that the caller has already.
 * @throws InputError if it is not a whole project of this version.
 */
export function openProjectFile(path: string, id: string, now: Date, held: ProjectLock | null = null): ProjectFile {
  const lock = held ?? whyNotWritable(path) ?? takeLock(dirname(path), id, now);
  try {
    checkProjectHeader(path);
    return typeof lock === "string" ? openToRead(path, id, lock) : openLocked(path, id, lock);
  } catch (error) {
    if (typeof lock !== "string") lock.release();
    throw error;
  }
}

function openToRead(path: string, id: string, reason: string): ProjectFile {
  const db = openDatabase(path, "read");
  try {
    checkSchema(db);
    return { id, path, db, identity: identityOf(path), lock: null, readOnly: damageOf(db) ?? reason, notices: [] };
  } catch (error) {
    db.close();
    throw error;
  }
}

function openLocked(path: string, id: string, lock: ProjectLock): ProjectFile {
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false });
  const notices: string[] = [];
  const identity = identityOf(path);
  if (wal?.size) {
    notices.push(`Recovered your work up to ${clock(wal.mtime)}. Nothing that was saved is lost.`);
  }
  if (!isHalfDone(path)) {
    const reader = openDatabase(path, "read");
    try {
      checkSchema(reader);
      const damage = damageOf(reader);
      if (damage !== null) return { id, path, identity, db: reader, lock, readOnly: damage, notices };
    } catch (error) {
      reader.close();
      throw error;
    }
    reader.close();
  }
  const db = openDatabase(path, "write");
  try {
    checkSchema(db);
    startWriting(db);
    // A copy made by a file manager has the id of its original; it was found under another, and keeps that.
    if (readMeta(db, "id") !== id) writeMeta(db, "id", id);
  } catch (error) {
    db.close();
    throw error;
  }
  return { id, path, identity, db, lock, readOnly: null, notices };
}

export function closeProjectFile(file: ProjectFile): void {
  closeDatabase(file.db);
  file.lock?.release();
}

/**
 * One transaction: the change, the time, and its entry in the audit log.
 * @throws InputError if the project is read-only.
 */
export function change<T>(file: ProjectFile, method: HostMethod, detail: string, now: Date, work: (db: Database) => T): T {
  const { db } = file;
  if (file.readOnly !== null) throw new InputError(`The project is read-only: ${file.readOnly}`);
  if (identityOf(file.path) !== file.identity) throw new InputError(GONE);
  return db
    .transaction(() => {
      const answer = work(db);
      writeMeta(db, "modified", now.toISOString());
      note(db, method, detail, now);
      return answer;
    })
    .immediate();
}

/**
 * The audit entry of an act that leaves the project as it is. A read-only project cannot keep one.
 * @returns false where the disk is too full for it: looking at one's own work must still be possible.
 */
export function audit(file: ProjectFile, method: HostMethod, detail: string, now: Date): boolean {
  if (file.readOnly !== null) return true;
  try {
    file.db.transaction(() => note(file.db, method, detail, now)).immediate();
    return true;
  } catch (error) {
    if (codeOf(error) === "SQLITE_FULL") return false;
    throw error;
  }
}

function note(db: Database, method: HostMethod, detail: string, now: Date): void {
  const kind = HOST_METHODS[method].audit;
  if (kind !== null) appendAudit(db, method, kind, detail, now);
}

export function summaryOf(file: ProjectFile): ProjectSummary {
  return summarise(file.db, file.id, sizeOf(file.path));
}

function identityOf(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
}

/** Ended in the middle of a change of journal: only a connection that writes can take that back, and reading needs it. */
export const isHalfDone = (path: string): boolean => (statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

export function sizeOf(path: string): number {
  return statSync(path).size + (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0);
}

function damageOf(db: Database): string | null {
  const faults = db.pragma("quick_check(1)", { simple: true });
  return faults === "ok"
    ? null
    : "The file is damaged. What can still be read is shown; export it, or open a copy of the project made earlier.";
}

/** By trying: what the rights say is not what a share, an ACL or a write-protected drive does. */
function whyNotWritable(path: string): string | null {
  const probe = temporaryPath(dirname(path));
  try {
    closeSync(openSync(path, "r+"));
    closeSync(openSync(probe, "wx", 0o600));
    rmSync(probe, { force: true });
    return null;
  } catch (error) {
    if (!/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT)$/.test(codeOf(error))) throw error;
    return /^(ENOSPC|EDQUOT)$/.test(codeOf(error))
      ? "The disk is full. Free some space and open the project again."
      : "The file or its folder cannot be written. Ask for the right to write there, or move the project to a folder of your own.";
  }
}

const clock = (time: Date): string => time.toTimeString().slice(0, 5);
