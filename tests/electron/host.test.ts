// The host itself: the contract, and what only shows on the disk.

import { copyFileSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOST_METHODS } from "../../core/host.ts";
import { HOST_INPUTS } from "../../core/hostInputs.ts";
import { callHost } from "../../electron/callHost.ts";
import type { LocalHost } from "../../electron/host.ts";
import { readAudit } from "../../electron/projectAudit.ts";
import { openSqlite } from "../../electron/sqlite.ts";
import { checkedHost, localHost, removeFolder, temporaryFolder } from "../support/testHost.ts";
import { hostContractSuite, incidents } from "./hostContract.ts";

hostContractSuite("a direct call", async () => {
  const folder = temporaryFolder();
  const host = localHost(folder);
  return {
    host: checkedHost(host),
    done: async () => {
      host.closeAll();
      removeFolder(folder);
    },
  };
});

describe("the projects folder", () => {
  let folder: string;
  let host: LocalHost;
  beforeEach(() => {
    folder = temporaryFolder();
    host = localHost(folder);
  });
  afterEach(() => {
    host.closeAll();
    removeFolder(folder);
  });
  const files = () => readdirSync(folder).filter((name) => !name.startsWith(".")).sort();

  it("holds one file for a closed project, and none of a deleted one", async () => {
    const { id } = await host.createProject({ name: "Leeds" });
    await host.startHistory({ id, base: 1 });
    expect(files()).toContain("Leeds.hexbeat-wal");
    await host.closeProject({ id });
    expect(files()).toEqual(["Leeds.hexbeat"]);
    await host.openProject({ id });
    await host.deleteProject({ id });
    expect(files()).toEqual([]);
  });

  it("names files after projects, safely and without overwriting", async () => {
    for (const name of ["A", "A", "../../b", "CON", "x.", "\u202Egnp", "   .  a"]) await host.createProject({ name });
    expect(files()).toEqual(["-..-b.hexbeat", "A 2.hexbeat", "A.hexbeat", "CON_.hexbeat", "a.hexbeat", "gnp.hexbeat", "x.hexbeat"].sort());
  });

  it("moves the file when the project is renamed", async () => {
    const { id } = await host.createProject({ name: "Old" });
    await host.openProject({ id });
    await host.renameProject({ id, name: "New" });
    await host.closeProject({ id });
    expect(files()).toEqual(["New.hexbeat"]);
    expect((await host.openProject({ id })).project.name).toBe("New");
  });

  it("gives a copy that a file manager made its own id, and keeps it", async () => {
    const { id } = await host.createProject({ name: "B" });
    await host.closeProject({ id });
    copyFileSync(join(folder, "B.hexbeat"), join(folder, "B copy.hexbeat"));
    const ids = (await host.listProjects({})).map((project) => project.id);
    expect(new Set(ids).size).toBe(2);
    for (const each of ids) expect((await host.openProject({ id: each })).readOnly).toBeNull();
    host.closeAll();
    expect((await host.listProjects({})).map((project) => project.id).sort()).toEqual(ids.sort());
  });

  it("lists what cannot be opened with the reason, by its bytes, and never fails for it", async () => {
    const { id } = await host.createProject({ name: "Good" });
    await host.closeProject({ id });
    const good = readFileSync(join(folder, "Good.hexbeat"));
    const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, `${name}.hexbeat`), bytes);
    const newer = Buffer.from(good);
    newer.writeUInt32BE(2, 60);
    put("newer", newer);
    put("cut", good.subarray(0, good.length - 4096));
    put("empty", "");
    put("text", "id,lat,lon\n1,51,-1\n");
    put("zip", Buffer.from("504b0304140000", "hex"));
    put("geopackage", await host.writeGeoPackage({ content: { layers: [], tables: [] } }));
    put("browser", openSqlite(":memory:").exec("CREATE TABLE cookies (a)").serialize());
    symlinkSync(join(folder, "Good.hexbeat"), join(folder, "link.hexbeat"));
    const hostile = openSqlite(good).exec("CREATE VIEW v AS SELECT randomblob(1000000000)");
    put("hostile", hostile.serialize());
    const problems = new Map((await host.listProjects({})).map((project) => [project.name, project.problem ?? "none"]));
    expect(problems.get("Good")).toBe("none");
    for (const [name, words] of Object.entries({
      newer: /newer version of Hexbeat.*not changed/, cut: /cut off: 0\.\d of 0\.\d MB/, empty: /an empty file/, text: /a text file.*Import/,
      zip: /a zip archive/, geopackage: /a GeoPackage.*Import/, browser: /another program's SQLite database/, link: /is a link/,
      hostile: /parts that Hexbeat did not create/,
    })) {
      expect(problems.get(name), name).toMatch(words);
      const found = (await host.listProjects({})).find((project) => project.name === name);
      await expect(host.openProject({ id: found!.id }), name).rejects.toThrow(words);
    }
    expect(readFileSync(join(folder, "newer.hexbeat")).equals(newer)).toBe(true);
    expect(existsSync(join(folder, "newer.hexbeat-wal"))).toBe(false);
  });

  it("opens a project that somebody else has read-only, says so, and lets it be edited when they are done", async () => {
    const other = localHost(folder);
    const { id } = await host.createProject({ name: "Shared" });
    await host.openProject({ id });
    await host.startHistory({ id, base: { a: 1 } });
    const second = await other.openProject({ id });
    expect(second.readOnly).toMatch(/Another window or program has this project open \(on .+, since \d{4}-/);
    expect(second.history?.base).toEqual({ a: 1 });
    await expect(other.putSettings({ id, settings: {} })).rejects.toThrow(/read-only: Another window/);
    await expect(other.deleteProject({ id })).rejects.toThrow(/cannot be deleted: Another window/);
    await host.putSettings({ id, settings: { zoom: 3 } });
    await host.closeProject({ id });
    const third = await other.openProject({ id });
    expect(third.readOnly).toBeNull();
    expect(third.settings).toEqual({ zoom: 3 });
    other.closeAll();
    expect(files()).toEqual(["Shared.hexbeat"]);
  });

  it("keeps an audit log that cannot be changed, with every act that touches personal data", async () => {
    const { id } = await host.createProject({ name: "Audited" });
    await host.openProject({ id });
    const { table, reports } = incidents(10);
    await host.putIncidents({ id, table, reports });
    await host.getIncidents({ id });
    await host.writeGeoPackage({ content: { layers: [], tables: [] }, id });
    await host.saveFile({ name: "a.gpkg", bytes: new Uint8Array(3), id });
    await host.closeProject({ id });
    const db = openSqlite(join(folder, "Audited.hexbeat"));
    expect(readAudit(db).map((entry) => `${entry.method} ${entry.class}`)).toEqual([
      "openProject consultation", "putIncidents collection", "getIncidents consultation", "writeGeoPackage disclosure", "saveFile disclosure",
    ]);
    expect(() => db.exec("UPDATE audit SET person = 'x'")).toThrow(/only added to/);
    expect(() => db.exec("DELETE FROM audit")).toThrow(/only added to/);
    db.exec("DROP TRIGGER audit_keeps; UPDATE audit SET time = '2020' WHERE sequence = 3");
    db.exec("CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END");
    db.close();
    expect((await host.openProject({ id })).notices).toEqual(["The audit log is not as it was written, from entry 3 on."]);
  });

  it("does not write on when the project's file has gone", async () => {
    const { id } = await host.createProject({ name: "Gone" });
    await host.openProject({ id });
    removeFolder(join(folder, "Gone.hexbeat"));
    await expect(host.putSettings({ id, settings: {} })).rejects.toThrow(/no longer there.*Put it back/);
  });

  it("leaves no trace of what was replaced", async () => {
    const { id } = await host.createProject({ name: "Erase" });
    await host.putSettings({ id, settings: { note: "CANARY-7731-".repeat(300) } });
    await host.putSettings({ id, settings: {} });
    await host.closeProject({ id });
    expect(readFileSync(join(folder, "Erase.hexbeat")).includes("CANARY-7731")).toBe(false);
  });

  it("gives back plain words for a bug, and the details to the log only", async () => {
    const lines: string[] = [];
    const broken = { ...host, listProjects: () => Promise.reject(new Error("at /home/someone: 51.75, -1.25")) };
    const reply = await callHost(broken, "listProjects", {}, (line) => lines.push(line));
    expect(reply).toMatchObject({ ok: false, input: false });
    expect(JSON.stringify(reply)).not.toMatch(/someone|51\.75/);
    expect(lines.join()).toContain("/home/someone");
    for (const name of ["closeAll", "constructor", "__proto__", "nothing"]) {
      expect(await callHost(host, name, {}), name).toMatchObject({ ok: false, message: "The host has no such method." });
    }
  });

  it("has a check for the input of every method", () => {
    expect(Object.keys(HOST_INPUTS).sort()).toEqual(Object.keys(HOST_METHODS).sort());
  });
});
