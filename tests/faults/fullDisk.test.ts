// A full disk, for real: a small memory file system, on machines where the tests may mount one.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredResult } from "../../core/host.ts";
import { localHost, removeFolder, temporaryFolder } from "../support/testHost.ts";
import { incidents } from "../electron/hostContract.ts";

const folder = temporaryFolder();
const mount = (options: string) => spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status === 0;
const mounted = process.platform === "linux" && mount("size=6m");
if (!mounted) console.warn("SKIPPED: a small file system cannot be mounted here (that takes root on Linux); the full disk is not tested.");

const resultOf = (id: string, bytes: number): StoredResult => ({
  id, job: "kernelDensity", title: id, made: "2026-11-22T12:00:00Z", parameters: null, version: "0.1.0",
  value: { values: new Uint8Array(bytes).fill(7) }, request: null,
});

describe.skipIf(!mounted)("a full disk", () => {
  const { table, reports } = incidents(100_000);
  let id: string;
  const host = localHost(folder);
  beforeAll(async () => {
    ({ id } = await host.createProject({ name: "Tight" }));
    await host.putIncidents({ id, table, reports });
    await host.startHistory({ id, base: { a: 1 } });
  });
  afterAll(() => {
    host.closeAll();
    spawnSync("umount", ["-l", folder]);
    removeFolder(folder);
  });

  it("is told in words, keeps what was saved, takes no half, and lets the work go on when there is room", async () => {
    await expect(host.putResult({ id, result: resultOf("large", 8_000_000) })).rejects.toThrow(/^The disk is full.*What was saved before is safe/);
    const after = await host.openProject({ id });
    expect(after).toMatchObject({ readOnly: null, results: [], history: { base: { a: 1 } } });
    expect((await host.getIncidents({ id })).length).toBe(100_000);

    // Steps until nothing fits any more: every one that was acknowledged is there afterwards.
    let acknowledged = 0;
    await expect(
      (async () => {
        for (; acknowledged < 200; acknowledged++) {
          await host.commitStep({ id, position: acknowledged, step: { label: "s", redo: "r".repeat(100_000), undo: acknowledged }, hotspots: 1 });
        }
      })(),
    ).rejects.toThrow(/disk is full/);
    expect(acknowledged).toBeGreaterThan(3);
    await expect(
      (async () => {
        for (let zoom = 0; zoom < 2000; zoom++) await host.putSettings({ id, settings: { zoom } });
      })(),
    ).rejects.toThrow(/disk is full/);
    expect((await host.openProject({ id })).notices.join()).toMatch(/disk is full: nothing can be saved/);
    expect((await host.getIncidents({ id })).length).toBe(100_000);

    expect(spawnSync("mount", ["-o", "remount,size=64m", folder]).status).toBe(0);
    const { history } = await host.openProject({ id });
    expect(history?.steps.map((step) => step.undo)).toEqual(Array.from({ length: acknowledged }, (_, i) => i));
    await host.putResult({ id, result: resultOf("large", 8_000_000) });
    await host.closeProject({ id });
    expect(readdirSync(folder).filter((name) => !name.startsWith("."))).toEqual(["Tight.hexbeat"]);
  });

  it("leaves nothing behind of a copy that did not fit", async () => {
    expect(spawnSync("mount", ["-o", "remount,size=24m", folder]).status).toBe(0);
    await host.openProject({ id });
    await expect(host.saveCopy({ id, name: "Copy" })).rejects.toThrow(/disk is full/);
    await host.closeProject({ id });
    expect(readdirSync(folder).filter((name) => name !== ".locks")).toEqual(["Tight.hexbeat"]);
  });
});
