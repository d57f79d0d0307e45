// One writer for each project, across windows, processes and users; the lock ends with its process, however it ends.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { openSqlite, type Database } from "./sqlite.ts";

export interface ProjectLock {
  release(): void;
}

/**
 * SQLite's own file lock, held on an empty file beside the projects: the operating system frees it when the
 * process dies, so no lock is ever stale. The lock file stays, because removing it would let two holders in.
 * @returns the lock, or in words who holds it.
 */
export function takeLock(folder: string, id: string, now: Date): ProjectLock | string {
  const locks = join(folder, ".locks");
  mkdirSync(locks, { recursive: true, mode: 0o700 });
  const path = join(locks, `${id}.lock`);
  const note = join(locks, `${id}.holder`);
  const db = openSqlite(path, { timeout: 0 });
  try {
    db.exec("BEGIN IMMEDIATE");
  } catch (error) {
    db.close();
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    return holder(note);
  }
  try {
    writeFileSync(note, JSON.stringify({ machine: hostname(), since: now.toISOString() }), { mode: 0o600 });
  } catch {
    // On a full disk the lock holds all the same; only who holds it cannot be said.
  }
  return { release: () => release(db, note) };
}

function release(db: Database, note: string): void {
  if (!db.open) return;
  rmSync(note, { force: true });
  db.close();
}

function holder(note: string): string {
  let who = "";
  try {
    const { machine, since } = JSON.parse(readFileSync(note, "utf8")) as { machine: string; since: string };
    who = ` (on ${machine}, since ${since.slice(0, 16).replace("T", " ")} UTC)`;
  } catch {
    // The holder is just starting or ending; who it is does not matter then.
  }
  return `Another window or program has this project open${who}. Close it there and open the project again to edit it.`;
}
