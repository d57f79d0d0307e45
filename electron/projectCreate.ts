// Makes a project file, empty or as a copy: under a temporary name until it is whole.

import { closeSync, openSync, rmSync } from "node:fs";
import { InputError } from "../core/errors.ts";
import { temporaryPath } from "./atomicWrite.ts";
import { closeDatabase, openDatabase } from "./database.ts";
import { moveInto, removeProjectFiles, reservePath } from "./projectFolder.ts";
import { nameProject, startMeta, writeMeta } from "./projectMeta.ts";
import { checkSchema, createSchema } from "./projectSchema.ts";
import type { Database } from "./sqlite.ts";

/** @returns the new file's path. */
export function createProjectFile(folder: string, name: string, sample: boolean, version: string, now: Date): string {
  return inPlace(folder, name, (temporary) => {
    closeSync(openSync(temporary, "wx", 0o600));
    const db = openDatabase(temporary, "write");
    try {
      createSchema(db);
      startMeta(db);
      nameProject(db, name, now);
      writeMeta(db, "sample", String(sample));
      writeMeta(db, "version", version);
    } finally {
      closeDatabase(db);
    }
  });
}

/** A consistent copy of an open project, without what was deleted from it; a project of its own. */
export function copyProjectFile(folder: string, from: Database, name: string, now: Date): string {
  return inPlace(folder, name, (temporary) => {
    from.prepare("VACUUM INTO ?").run(temporary);
    const db = openDatabase(temporary, "write");
    try {
      checkSchema(db);
      if (db.pragma("quick_check(1)", { simple: true }) !== "ok") {
        throw new InputError("The project is damaged, so no whole copy could be made. Export what can still be read.");
      }
      nameProject(db, name, now);
    } finally {
      closeDatabase(db);
    }
  });
}

function inPlace(folder: string, name: string, make: (temporary: string) => void): string {
  const path = reservePath(folder, name);
  const temporary = temporaryPath(folder);
  try {
    make(temporary);
    moveInto(temporary, path);
    return path;
  } catch (error) {
    removeProjectFiles(temporary);
    rmSync(path, { force: true });
    throw error;
  }
}
