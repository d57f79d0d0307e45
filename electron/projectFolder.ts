// The folder that projects lie in: what is there, under which ids, and new names in it.

import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "../core/errors.ts";
import type { ProjectSummary } from "../core/host.ts";
import { syncFolder, TEMPORARY } from "./atomicWrite.ts";
import { openDatabase } from "./database.ts";
import { checkProjectHeader } from "./projectHeader.ts";
import { isHalfDone, sizeOf } from "./projectFile.ts";
import { readMeta, summarise } from "./projectMeta.ts";
import { checkSchema } from "./projectSchema.ts";
import { safeFileName } from "./safeFileName.ts";
import type { Database } from "./sqlite.ts";

export const EXTENSION = ".hexbeat";
/** What SQLite may leave beside a database. */
const COMPANIONS = ["-wal", "-shm", "-journal"];
const HOUR = 3_600_000;

export interface FoundProject {
  readonly path: string;
  readonly summary: ProjectSummary;
}

/** Makes the folder and sweeps away what a process that ended while writing has left. */
export function prepareFolder(folder: string, now: Date): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const path = join(folder, name);
    try {
      if (now.getTime() - statSync(path).mtimeMs > HOUR) rmSync(path, { force: true });
    } catch {
      // Another window has just swept it away, or the folder cannot be written: it does no harm.
    }
  }
}

/** `open`: projects that are open here, by path, so that they are read through the connection they have. */
export function findProjects(folder: string, open: ReadonlyMap<string, { readonly id: string; readonly db: Database }>): FoundProject[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(EXTENSION) && !name.startsWith("."));
  const paths = names.sort().map((name) => join(folder, name));
  // Those that are open come first: a copy of one is the copy.
  paths.sort((a, b) => Number(open.has(b)) - Number(open.has(a)));
  const taken = new Set<string>();
  return paths.map((path) => {
    const summary = summaryAt(path, open.get(path), taken);
    taken.add(summary.id);
    return { path, summary };
  });
}

function summaryAt(path: string, open: { readonly id: string; readonly db: Database } | undefined, taken: ReadonlySet<string>): ProjectSummary {
  const ownId = createHash("sha256").update(basename(path)).digest("hex").slice(0, 32);
  try {
    if (open) return summarise(open.db, open.id, sizeOf(path));
    checkProjectHeader(path);
    const db = openDatabase(path, isHalfDone(path) ? "write" : "read");
    try {
      checkSchema(db);
      const id = readMeta(db, "id") ?? ownId;
      return summarise(db, taken.has(id) ? ownId : id, sizeOf(path));
    } finally {
      db.close();
    }
  } catch (error) {
    const stat = statSync(path, { throwIfNoEntry: false });
    return {
      id: open?.id ?? ownId,
      name: basename(path, EXTENSION),
      modified: (stat?.mtime ?? new Date(0)).toISOString(),
      incidents: 0,
      hotspots: 0,
      bytes: stat?.size ?? 0,
      sample: false,
      problem: error instanceof InputError ? error.message : "The file cannot be read. Open a copy of the project made earlier.",
    };
  }
}

/** A free path for a project of that name, taken at once so that nobody else takes it. */
export function reservePath(folder: string, name: string): string {
  const base = safeFileName(name);
  for (let number = 1; ; number++) {
    const path = join(folder, `${base}${number === 1 ? "" : ` ${number}`}${EXTENSION}`);
    try {
      closeSync(openSync(path, "wx", 0o600));
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Puts a finished file under its reserved name. */
export function moveInto(temporary: string, path: string): void {
  renameSync(temporary, path);
  syncFolder(join(path, ".."));
}

/** Names a closed project's file after the project. @returns its path; the old one where the folder refuses. */
export function moveProjectFile(folder: string, path: string, name: string): string {
  if (basename(path, EXTENSION) === safeFileName(name)) return path;
  const target = reservePath(folder, name);
  try {
    moveInto(path, target);
    return target;
  } catch {
    rmSync(target, { force: true });
    return path;
  }
}

export function removeProjectFiles(path: string): void {
  for (const companion of ["", ...COMPANIONS]) rmSync(path + companion, { force: true });
}
