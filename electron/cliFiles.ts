// The command line's files: paths as the person gave them, projects by their path, layers and tables as sources.

import { existsSync, openAsBlob, readFileSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { InputError } from "../core/errors.ts";
import type { OpenedProject } from "../core/host.ts";
import type { FileLike } from "../core/incidents/fileLike.ts";
import { appVersion } from "./appVersion.ts";
import { createHost, type LocalHost } from "./host.ts";
import { EXTENSION, findProjects } from "./projectFolder.ts";

export interface ProjectAtPath {
  readonly host: LocalHost;
  readonly opened: OpenedProject;
}

/** npm runs scripts in the project's folder; the person named files from where they stood. */
export function givenPath(path: string): string {
  const stood = process.env.npm_lifecycle_event === "hexbeat" ? process.env.INIT_CWD : undefined;
  return resolve(stood ?? process.cwd(), path);
}

/** @throws InputError where there is no such file. */
export async function givenFile(path: string): Promise<FileLike> {
  const full = givenPath(path);
  if (!statSync(full, { throwIfNoEntry: false })?.isFile()) throw new InputError(`There is no file ${path}. Check the name and the folder.`);
  return openAsBlob(full);
}

/** "-" is standard input. @throws InputError where it is missing or not JSON. */
export function givenJson(path: string): unknown {
  if (path !== "-" && !existsSync(givenPath(path))) throw new InputError(`There is no file ${path}. Check the name and the folder, or give - for standard input.`);
  const text = readFileSync(path === "-" ? 0 : givenPath(path), "utf8");
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InputError(`${path === "-" ? "Standard input" : path} is not JSON: ${(error as Error).message}.`);
  }
}

/**
 * Opens the project file at `path`, does the work, and closes it into one file again.
 * @param need - "read" an existing one; "write" an existing one; "create" one where there is none
 * @throws InputError where it is missing, damaged, or open elsewhere and `need` is not "read".
 */
export async function withProject<T>(path: string, need: "read" | "write" | "create", work: (project: ProjectAtPath) => Promise<T>): Promise<T> {
  const full = givenPath(path);
  if (!full.endsWith(EXTENSION)) throw new InputError(`A project is a file ending in ${EXTENSION}; "${path}" is not.`);
  const exists = existsSync(full);
  if (!exists && need !== "create") throw new InputError(`There is no project ${path}. Make one with \`hexbeat import FILE --project ${path}\`.`);
  const host = createHost({
    projectsFolder: dirname(full),
    appVersion: appVersion(),
    shell: "web",
    saveFile: async () => "cancelled", // the command line writes its own files
  });
  let made: string | null = null;
  try {
    if (!exists) made = (await host.createProject({ name: basename(full, EXTENSION) })).id;
    const found = findProjects(dirname(full), new Map()).find((project) => project.path === full);
    if (!found) throw new InputError(`"${basename(full)}" cannot be a project's name on every system. Use letters, digits, spaces and hyphens.`);
    const opened = await host.openProject({ id: found.summary.id });
    if (opened.readOnly && need !== "read") throw new InputError(`${path} cannot be written: ${opened.readOnly}`);
    const result = await work({ host, opened });
    made = null;
    return result;
  } finally {
    if (made !== null) await host.deleteProject({ id: made }); // an import that failed leaves no empty project behind
    host.closeAll();
  }
}
