// The settings under which a project is open, and what only another process can show.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, openDatabase, startWriting } from "../../electron/database.ts";
import type { LocalHost } from "../../electron/host.ts";
import { openSqlite } from "../../electron/sqlite.ts";
import { localHost, removeFolder, temporaryFolder } from "../support/testHost.ts";

let folder: string;
let host: LocalHost;
let id: string;
let path: string;
beforeEach(async () => {
  folder = temporaryFolder();
  host = localHost(folder);
  ({ id } = await host.createProject({ name: "Town" }));
  path = join(folder, "Town.hexbeat");
});
afterEach(() => {
  host.closeAll();
  removeFolder(folder);
});

describe("an open project", () => {
  it("has every safety setting in force when it is read back", () => {
    const db = openDatabase(path, "write");
    startWriting(db);
    const read = (name: string) => openedPragma(db, name);
    expect(Object.fromEntries(SETTINGS.map(([name]) => [name, read(name)]))).toEqual(Object.fromEntries(SETTINGS));
    expect(closeDatabase(db)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith("Town"))).toEqual(["Town.hexbeat"]);
  });

  it("says in its first bytes that it is Hexbeat's", () => {
    const db = openSqlite(path, { readonly: true });
    expect(openedPragma(db, "application_id")).toBe(0x48584254);
    expect(openedPragma(db, "user_version")).toBe(1);
    db.close();
  });
});

const SETTINGS = [
  ["journal_mode", "wal"], ["synchronous", 2], ["foreign_keys", 1], ["trusted_schema", 0], ["cell_size_check", 1], ["mmap_size", 0],
  ["secure_delete", 1], ["temp_store", 2], ["busy_timeout", 5000], ["recursive_triggers", 0],
] as const;

const openedPragma = (db: ReturnType<typeof openSqlite>, name: string): unknown =>
  db.pragma(name, { simple: true });

describe("a project that another process has open", () => {
  it("opens read-only, and is free again the moment that process is killed", async () => {
    await host.startHistory({ id, base: null });
    await host.closeProject({ id });
    const other = spawn(process.execPath, [join(import.meta.dirname, "..", "faults", "killedWriter.ts"), folder, id, "100"]);
    const ended = once(other, "close");
    try {
      await new Promise<void>((ready) => {
        let heard = "";
        other.stdout.on("data", (data: Buffer) => {
          heard += data.toString();
          if (heard.includes("ACK")) ready();
        });
      });
      const second = await host.openProject({ id });
      expect(second.readOnly).toMatch(/Another window or program has this project open \(on /);
      expect(second.history?.steps.length).toBeGreaterThanOrEqual(0);
      await expect(host.deleteProject({ id })).rejects.toThrow(/cannot be deleted/);
    } finally {
      other.kill("SIGKILL");
      await ended;
    }
    expect((await host.openProject({ id })).readOnly).toBeNull();
  });
});

describe("a project whose process ended while it changed journals", () => {
  it("is put right when it is listed, and opens", async () => {
    // A transaction in rollback mode that has reached the file but not its end, as a kill leaves it.
    const db = openSqlite(path);
    db.pragma("cache_size = 5");
    db.exec("BEGIN; UPDATE meta SET value = 'half' WHERE key = 'name'");
    db.exec("CREATE TABLE filler (a); INSERT INTO filler WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT zeroblob(4000) FROM n");
    const left = temporaryFolder();
    for (const companion of ["", "-journal"]) copyFileSync(path + companion, join(left, `Town.hexbeat${companion}`));
    db.exec("ROLLBACK");
    db.close();
    const second = localHost(left);
    const [listed] = await second.listProjects({});
    expect(listed).toMatchObject({ id, name: "Town" });
    expect(listed.problem).toBeUndefined();
    expect((await second.openProject({ id })).readOnly).toBeNull();
    second.closeAll();
    rmSync(left, { recursive: true });
  });
});
