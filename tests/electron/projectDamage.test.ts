// Damaged, cut off, unwritable and half-recovered project files: nothing wrong is shown as right, and nothing is made worse.

import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenedProject, StoredResult } from "../../core/host.ts";
import { createRandom } from "../../core/stats/random.ts";
import { atomicWrite } from "../../electron/atomicWrite.ts";
import { fileProblem } from "../../electron/fileProblem.ts";
import { openSqlite } from "../../electron/sqlite.ts";
import { localHost, removeFolder, temporaryFolder } from "../support/testHost.ts";
import { incidents } from "./hostContract.ts";

const FLIPS = 200;
let { table, reports } = incidents(0);
const result: StoredResult = {
  id: "kde", job: "kernelDensity", title: "t", made: "2026-11-22T12:00:00Z", parameters: null, version: "0.1.0",
  value: { values: new Float64Array(5000).fill(0.5) }, request: null,
};

let folder: string;
let id: string;
let whole: Buffer;
let path: string;

/** A project of `count` incidents at rest: its id and its bytes. */
async function makeWhole(count: number): Promise<{ id: string; bytes: Buffer }> {
  const host = localHost(folder);
  const { id } = await host.createProject({ name: "Whole" });
  ({ table, reports } = incidents(count));
  await host.putIncidents({ id, table, reports });
  await host.startHistory({ id, base: { plan: "p".repeat(5000) } });
  for (let position = 0; position < 30; position++) {
    await host.commitStep({ id, position, step: { label: `Step ${position}`, redo: "r".repeat(300), undo: position }, hotspots: position });
  }
  await host.putSettings({ id, settings: { zoom: 11 } });
  await host.putResult({ id, result });
  await host.putLayer({ id, layer: { id: "wards", name: "Wards", data: { type: "FeatureCollection", features: [] } } });
  host.closeAll();
  return { id, bytes: readFileSync(path) };
}

beforeAll(async () => {
  folder = temporaryFolder();
  path = join(folder, "Whole.hexbeat");
  ({ id, bytes: whole } = await makeWhole(100_000));
});
afterAll(() => removeFolder(folder));

const restore = (): void => {
  for (const companion of ["-wal", "-shm", "-journal"]) rmSync(path + companion, { force: true });
  writeFileSync(path, whole);
};

/** What a flipped bit made different without a word; null where every difference was named. */
async function silentChange(expected: OpenedProject): Promise<string | null> {
  const host = localHost(folder);
  const told = async <T>(work: () => Promise<T>): Promise<T | "told"> => {
    try {
      return await work();
    } catch (error) {
      if ((error as Error).name !== "InputError") throw error;
      return "told";
    }
  };
  try {
    // By its place in the list: the id may be what was hit.
    const [listed] = await host.listProjects({});
    const opened = await told(() => host.openProject({ id: listed.id }));
    if (opened === "told") return null;
    const back = await told(() => host.getIncidents({ id: listed.id }));
    if (back !== "told") {
      if (JSON.stringify(back.meta) !== JSON.stringify(table.meta)) return "the incidents' description";
      if (back.length !== table.length) return "the number of incidents";
      for (const [i, column] of table.columns.entries()) if (Buffer.compare(column.bytes, back.columns[i].bytes) !== 0) return `column ${column.name}`;
    }
    const surface = await told(() => host.getResult({ id: listed.id, result: "kde" }));
    if (surface !== "told" && JSON.stringify(surface) !== JSON.stringify(result)) return "the result";
    const layer = await told(() => host.getLayer({ id: listed.id, layer: "wards" }));
    if (layer !== "told" && (layer.name !== "Wards" || layer.data.features.length > 0)) return "the layer";
    const silent = opened.notices.length === 0 && opened.readOnly === null;
    if (silent && JSON.stringify(opened.history) !== JSON.stringify(expected.history)) return "the history";
    if (silent && JSON.stringify(opened.settings) !== JSON.stringify(expected.settings)) return "the view";
    if (silent && JSON.stringify(opened.reports) !== JSON.stringify(expected.reports)) return "the import report";
    if (silent && !opened.hasIncidents) return "that there are incidents";
    if (silent && JSON.stringify([opened.results, opened.layers]) !== JSON.stringify([expected.results, expected.layers])) return "the lists";
    return null;
  } finally {
    host.closeAll();
  }
}

describe("a project file at rest", () => {
  // In the large one most bits are the incidents'; in the small one they are the history, the lists and their indexes.
  it.each([100_000, 50])(`shows no changed value of %i incidents as if it were right, after any of ${FLIPS} single flipped bits`, async (count) => {
    const random = createRandom(`flips of ${count}`);
    rmSync(path);
    ({ id, bytes: whole } = await makeWhole(count));
    const first = localHost(folder);
    const expected = await first.openProject({ id });
    first.closeAll();
    const silent: string[] = [];
    for (let flip = 0; flip < FLIPS; flip++) {
      restore();
      const at = random.integer(whole.length);
      const bit = random.integer(8);
      const bytes = Buffer.from(whole);
      bytes[at] ^= 1 << bit;
      writeFileSync(path, bytes);
      const changed = await silentChange(expected);
      if (changed !== null) silent.push(`bit ${bit} of byte ${at}: ${changed}`);
    }
    rmSync(path);
    ({ id, bytes: whole } = await makeWhole(100_000));
    expect(silent).toEqual([]);
  }, 240_000);

  it("names the damaged column and the incidents in it, and still opens with everything else", async () => {
    restore();
    const bytes = Buffer.from(whole);
    // The middle of the second chunk of "offence": found by its content, not by its place in the file.
    const needle = Buffer.from(table.columns[1].bytes.subarray(70_000 * 2, 70_000 * 2 + 16));
    const at = bytes.indexOf(needle);
    expect(at).toBeGreaterThan(0);
    bytes[at] ^= 4;
    writeFileSync(path, bytes);
    const host = localHost(folder);
    const opened = await host.openProject({ id });
    expect(opened.history?.steps).toHaveLength(30);
    await expect(host.getIncidents({ id })).rejects.toThrow(
      /The incident column "offence" \(incidents 65537 to 100000\) is damaged.*Open a copy/,
    );
    host.closeAll();
  });

  it("shows the steps before a damaged one, read-only", async () => {
    restore();
    const db = openSqlite(path);
    db.exec("UPDATE step SET redo = '\"changed\"' WHERE position = 11");
    db.close();
    const host = localHost(folder);
    const opened = await host.openProject({ id });
    expect(opened.history).toMatchObject({ position: 10 });
    expect(opened.history?.steps).toHaveLength(10);
    expect(opened.readOnly).toMatch(/history is damaged/);
    expect(opened.notices.join()).toMatch(/Step 11 of the plan's history is damaged/);
    await expect(host.moveHistory({ id, position: 1, hotspots: 0 })).rejects.toThrow(/read-only/);
    host.closeAll();
  });

  it("is refused at every length but its own", async () => {
    const random = createRandom("cuts");
    const lengths = [0, 1, 15, 99, 100, 4095, 4096, whole.length - 4096, whole.length - 1];
    for (let i = 0; i < 40; i++) lengths.push(random.integer(whole.length));
    const host = localHost(folder);
    for (const length of lengths) {
      restore();
      writeFileSync(path, whole.subarray(0, length));
      const [{ id: listed, problem }] = await host.listProjects({});
      expect(problem, String(length)).toMatch(/cut off|empty file|not a Hexbeat project/);
      await expect(host.openProject({ id: listed }), String(length)).rejects.toThrow(/cut off|empty file|not a Hexbeat project/);
      expect(statSync(path).size).toBe(length);
    }
    host.closeAll();
    restore();
  });
});

describe("a project that was not closed", () => {
  it("recovers from the file that SQLite left beside it, and says up to when", async () => {
    restore();
    const host = localHost(folder);
    await host.openProject({ id });
    await host.putSettings({ id, settings: { zoom: 17 } });
    const other = temporaryFolder();
    for (const companion of ["", "-wal"]) copyFileSync(path + companion, join(other, `Whole.hexbeat${companion}`));
    host.closeAll();
    const second = localHost(other);
    const opened = await second.openProject({ id });
    expect(opened.settings).toEqual({ zoom: 17 });
    expect(opened.notices).toEqual([expect.stringMatching(/^Recovered your work up to \d\d:\d\d\. Nothing that was saved is lost\.$/)]);
    expect((await second.openProject({ id })).notices).toEqual(opened.notices);
    await second.closeProject({ id });
    expect((await second.openProject({ id })).notices).toEqual([]);
    second.closeAll();
    removeFolder(other);
  });
});

const canBeNobody = process.platform !== "win32";
if (!canBeNobody) console.warn("SKIPPED: Windows has no seteuid; the tests of refused permissions do not run.");

/** Root may write anywhere, so the work is done as nobody where the tests run as root. */
async function unprivileged(work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work();
  process.setegid?.(65_534);
  process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

describe.skipIf(!canBeNobody)("a folder that cannot be written", () => {
  let locked: string;
  beforeAll(async () => {
    restore();
    locked = join(folder, "locked");
    mkdirSync(locked);
    copyFileSync(path, join(locked, "Whole.hexbeat"));
    if (process.getuid?.() === 0) for (const each of [folder, locked, join(locked, "Whole.hexbeat")]) chownSync(each, 65_534, 65_534);
    chmodSync(locked, 0o555);
  });
  afterAll(() => chmodSync(locked, 0o755));

  it("opens read-only, says why, and writes nothing", async () => {
    await unprivileged(async () => {
      const host = localHost(locked);
      const opened = await host.openProject({ id });
      expect(opened.readOnly).toMatch(/its folder cannot be written\. Ask for the right/);
      expect((await host.getIncidents({ id })).length).toBe(100_000);
      await expect(host.putSettings({ id, settings: {} })).rejects.toThrow(/read-only/);
      await expect(host.createProject({ name: "New" })).rejects.toThrow(/folder cannot be written, so this was not saved\. What was saved before is safe/);
      await expect(host.saveCopy({ id, name: "Copy" })).rejects.toThrow(/folder cannot be written/);
      await expect(host.deleteProject({ id })).rejects.toThrow(/folder cannot be written/);
      host.closeAll();
    });
    expect(readFileSync(join(locked, "Whole.hexbeat")).equals(whole)).toBe(true);
  });
});

describe("writing a file for the user", () => {
  it("replaces it whole or leaves it as it was, with nothing beside it", () => {
    const place = temporaryFolder();
    const target = join(place, "hotspots.geojson");
    atomicWrite(target, Buffer.from("first"));
    atomicWrite(target, Buffer.from("second"));
    expect(readFileSync(target, "utf8")).toBe("second");
    mkdirSync(join(place, "folder"));
    writeFileSync(join(place, "folder", "inside"), "");
    expect(() => atomicWrite(join(place, "folder"), Buffer.from("x"))).toThrow();
    expect(existsSync(join(place, "folder", "inside"))).toBe(true);
    expect(spawnSync("ls", ["-A", place], { encoding: "utf8" }).stdout.split("\n").filter(Boolean).sort()).toEqual(["folder", "hotspots.geojson"]);
    removeFolder(place);
  });

  it("says what the disk refused in words with a way out, and passes a bug on as it is", () => {
    const coded = (code: string) => Object.assign(new Error("/secret/path"), { code });
    for (const code of ["ENOSPC", "SQLITE_FULL"]) expect(fileProblem(coded(code))?.message).toMatch(/^The disk is full.*safe.*Free some space/);
    for (const code of ["EACCES", "EROFS", "SQLITE_READONLY_DIRECTORY"]) expect(fileProblem(coded(code))?.message).toMatch(/cannot be written.*safe/);
    for (const code of ["EIO", "SQLITE_IOERR_FSYNC"]) expect(fileProblem(coded(code))?.message).toMatch(/disk reported an error/);
    expect(fileProblem(coded("SQLITE_CORRUPT_VTAB"))?.message).toMatch(/damaged/);
    expect(fileProblem(new TypeError("x is not a function"))).toBeNull();
  });
});
