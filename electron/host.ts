// The host: core/host.ts over SQLite files in one folder. Both shells and the command line use this one.

import { InputError } from "../core/errors.ts";
import type { Host, HostMethod, ProjectSummary } from "../core/host.ts";
import { syncFolder } from "./atomicWrite.ts";
import { addBasemap, deleteBasemap, listBasemaps, readBasemap } from "./basemaps.ts";
import { closeDatabase } from "./database.ts";
import { fileProblem, spoilsConnection } from "./fileProblem.ts";
import { readGeoPackage } from "./geoPackageRead.ts";
import { writeGeoPackage } from "./geoPackageWrite.ts";
import { readPreferences, writePreferences } from "./preferences.ts";
import { copyProjectFile, createProjectFile } from "./projectCreate.ts";
import { deleteDocument, readLayer, readResult, writeLayer, writeResult } from "./projectDocuments.ts";
import { describeProject } from "./projectDescribe.ts";
import { audit, change, closeProjectFile, openProjectFile, summaryOf, type ProjectFile } from "./projectFile.ts";
import { findProjects, moveProjectFile, prepareFolder, removeProjectFiles, type FoundProject } from "./projectFolder.ts";
import { appendStep, writeHistory, writeHotspots, writePosition } from "./projectHistory.ts";
import { readIncidents, writeIncidents } from "./projectIncidents.ts";
import { takeLock } from "./projectLock.ts";
import { writeMeta } from "./projectMeta.ts";

export interface HostOptions {
  readonly projectsFolder: string;
  readonly appVersion: string;
  readonly shell: "electron" | "web";
  /** Asks where and writes (through atomicWrite), or answers "download". */
  saveFile(name: string, bytes: Uint8Array): Promise<"saved" | "cancelled" | "download">;
  /** The clock; for tests. */
  readonly now?: () => Date;
}

export interface LocalHost extends Host {
  /** Closes every open project, each into one file. For the end of the process; not part of the contract. */
  closeAll(): void;
}

export function createHost(options: HostOptions): LocalHost {
  const { projectsFolder: folder, appVersion, shell } = options;
  const now = options.now ?? (() => new Date());
  const open = new Map<string, ProjectFile>();
  try {
    prepareFolder(folder, now());
  } catch (error) {
    throw fileProblem(error) ?? error;
  }

  const find = (): FoundProject[] => findProjects(folder, new Map([...open.values()].map((file) => [file.path, file])));

  function pathOf(id: string): string {
    const path = open.get(id)?.path ?? find().find((found) => found.summary.id === id)?.path;
    if (!path) throw new InputError("That project is no longer in the projects folder. Choose another from the list.");
    return path;
  }

  function fileOf(id: string): ProjectFile {
    const file = open.get(id) ?? openProjectFile(pathOf(id), id, now());
    open.set(id, file);
    return file;
  }

  function close(id: string): void {
    const file = open.get(id);
    open.delete(id);
    if (file) closeProjectFile(file);
  }

  const write = (id: string, method: HostMethod, detail: string, work: (db: ProjectFile["db"]) => void): null => {
    change(fileOf(id), method, detail, now(), work);
    return null;
  };

  const consult = <T>(id: string, method: HostMethod, detail: string, work: (db: ProjectFile["db"]) => T): T => {
    const file = fileOf(id);
    const answer = work(file.db);
    audit(file, method, detail, now());
    return answer;
  };

  const summaryAt = (path: string): ProjectSummary => find().find((found) => found.path === path)!.summary;

  const host: Host = {
    about: async () => ({ version: appVersion, shell, projectsFolder: folder }),

    getPreferences: async () => readPreferences(folder),
    putPreferences: async ({ preferences }) => {
      writePreferences(folder, preferences);
      return null;
    },

    listProjects: async () =>
      find()
        .map((found) => found.summary)
        .sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0)),

    createProject: async ({ name, sample }) => summaryAt(createProjectFile(folder, name, sample ?? false, appVersion, now())),

    openProject: async ({ id }) => {
      const before = open.get(id);
      // Whoever had it may have let go of it since.
      if (before?.readOnly != null) close(id);
      const file = fileOf(id);
      const opened = describeProject(file);
      // A damaged history is not written to until the project is opened, and checked, again.
      open.set(id, { ...file, readOnly: opened.readOnly });
      if (audit(fileOf(id), "openProject", "", now())) return opened;
      const full = "The disk is full: nothing can be saved, and the audit log cannot note that the project was opened. Free some space.";
      return { ...opened, notices: [...opened.notices, full] };
    },

    closeProject: async ({ id }) => {
      close(id);
      return null;
    },

    renameProject: async ({ id, name }) => {
      const file = fileOf(id);
      change(file, "renameProject", "", now(), (db) => writeMeta(db, "name", name));
      open.delete(id);
      // Where another program is reading, the file keeps its name: its -wal would be left behind.
      const path = closeDatabase(file.db) ? moveProjectFile(folder, file.path, name) : file.path;
      const reopened = openProjectFile(path, id, now(), file.lock);
      open.set(id, reopened);
      return summaryOf(reopened);
    },

    saveCopy: async ({ id, name }) => {
      const file = fileOf(id);
      const path = copyProjectFile(folder, file.db, name, now());
      audit(file, "saveCopy", "", now());
      return summaryAt(path);
    },

    deleteProject: async ({ id }) => {
      const path = pathOf(id);
      const lock = open.get(id)?.lock ?? takeLock(folder, id, now());
      if (typeof lock === "string") throw new InputError(`The project cannot be deleted: ${lock}`);
      const file = open.get(id);
      open.delete(id);
      if (file) closeDatabase(file.db);
      try {
        removeProjectFiles(path);
        syncFolder(folder);
      } finally {
        lock.release();
      }
      return null;
    },

    putIncidents: async ({ id, table, reports }) =>
      write(id, "putIncidents", `${table.length} incidents`, (db) => writeIncidents(db, table, reports)),
    getIncidents: async ({ id }) => consult(id, "getIncidents", "", readIncidents),

    startHistory: async ({ id, base, hotspots = 0 }) =>
      write(id, "startHistory", "", (db) => {
        writeHistory(db, base);
        writeHotspots(db, hotspots);
      }),
    commitStep: async ({ id, position, step, hotspots }) =>
      write(id, "commitStep", `step ${position + 1}`, (db) => {
        appendStep(db, position, step);
        writeHotspots(db, hotspots);
      }),
    moveHistory: async ({ id, position, hotspots }) =>
      write(id, "moveHistory", `to step ${position}`, (db) => {
        writePosition(db, position);
        writeHotspots(db, hotspots);
      }),

    putSettings: async ({ id, settings }) =>
      write(id, "putSettings", "", (db) => writeMeta(db, "settings", JSON.stringify(settings))),

    putResult: async ({ id, result }) => write(id, "putResult", result.job, (db) => writeResult(db, result)),
    getResult: async ({ id, result }) => consult(id, "getResult", result, (db) => readResult(db, result)),
    deleteResult: async ({ id, result }) => write(id, "deleteResult", result, (db) => deleteDocument(db, "result", result)),

    putLayer: async ({ id, layer }) => write(id, "putLayer", layer.id, (db) => writeLayer(db, layer)),
    getLayer: async ({ id, layer }) => consult(id, "getLayer", layer, (db) => readLayer(db, layer)),
    deleteLayer: async ({ id, layer }) => write(id, "deleteLayer", layer, (db) => deleteDocument(db, "layer", layer)),

    listBasemaps: async () => listBasemaps(folder),
    addBasemap: async ({ name, bytes }) => addBasemap(folder, name, bytes),
    readBasemap: async ({ id, offset, length }) => readBasemap(folder, id, offset, length),
    deleteBasemap: async ({ id }) => {
      deleteBasemap(folder, id);
      return null;
    },

    readGeoPackage: async ({ bytes }) => readGeoPackage(bytes),
    writeGeoPackage: async ({ content, id }) => {
      const bytes = writeGeoPackage(content);
      if (id !== undefined) audit(fileOf(id), "writeGeoPackage", `${content.layers.length} layers`, now());
      return bytes;
    },

    saveFile: async ({ name, bytes, id }) => {
      const outcome = await options.saveFile(name, bytes);
      if (id !== undefined && outcome !== "cancelled") audit(fileOf(id), "saveFile", `${bytes.byteLength} bytes`, now());
      return outcome;
    },
  };

  /** The disk's refusals in words; a connection that met one is not used again. */
  const guarded = Object.fromEntries(
    Object.entries(host).map(([method, run]) => [
      method,
      async (input: { id?: string }): Promise<unknown> => {
        try {
          return await (run as (input: unknown) => Promise<unknown>)(input);
        } catch (error) {
          if (input.id !== undefined && spoilsConnection(error)) close(input.id);
          throw fileProblem(error) ?? error;
        }
      },
    ]),
  ) as unknown as Host;

  return {
    ...guarded,
    closeAll: () => {
      for (const file of open.values()) closeProjectFile(file);
      open.clear();
    },
  };
}
