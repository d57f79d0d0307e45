// What an installer would hold: electron-builder run to the end, with a stand-in where Electron's binary would be.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const root = join(import.meta.dirname, "..", "..");
const require = createRequire(import.meta.url);

test("the package holds the built app, one native module, and no tool", () => {
  test.skip(process.platform !== "linux", "the stand-in is a Linux one");
  const folder = mkdtempSync(join(tmpdir(), "hexbeat-package-"));
  try {
    const standIn = join(folder, "electron");
    mkdirSync(join(standIn, "resources"), { recursive: true });
    writeFileSync(join(standIn, "electron"), "#!/bin/sh\n");
    chmodSync(join(standIn, "electron"), 0o755);
    writeFileSync(join(standIn, "version"), "0");
    // Fuses are bits of the real binary: without it there is nothing to set them in.
    const config = join(folder, "builder.yml");
    const stated = readFileSync(join(root, "electron-builder.yml"), "utf8");
    const withoutFuses = stated.replace(/^electronFuses:\n(?: .*\n)+/m, "");
    expect(withoutFuses).not.toBe(stated);
    writeFileSync(config, withoutFuses);
    const output = join(folder, "out");
    const done = spawnSync(
      process.execPath,
      [
        join(root, "node_modules", "electron-builder", "cli.js"), "--linux", "dir", "--x64", "--config", config,
        `-c.electronDist=${standIn}`, `-c.directories.output=${output}`, "--publish", "never",
      ],
      { cwd: root, encoding: "utf8" },
    );
    expect(done.status, done.stderr + done.stdout).toBe(0);

    const { listPackage } = require("@electron/asar") as { listPackage(archive: string, options: object): string[] };
    const packed = listPackage(join(output, "linux-unpacked", "resources", "app.asar"), {});
    const places = packed.filter((path) => !/^\/out\/renderer\/|\/better-sqlite3\/lib/.test(path));
    expect(places.toSorted()).toEqual([
      "/node_modules",
      "/node_modules/better-sqlite3",
      "/node_modules/better-sqlite3/LICENSE",
      "/node_modules/better-sqlite3/package.json",
      "/node_modules/better-sqlite3/prebuilds",
      "/node_modules/better-sqlite3/prebuilds/linux-x64.node",
      "/out",
      "/out/electron",
      "/out/electron/main.js",
      "/out/electron/preload.cjs",
      "/out/renderer",
      "/out/renderer.manifest.json",
      "/package.json",
    ]);
    const manifest = JSON.parse(readFileSync(join(root, "out", "renderer.manifest.json"), "utf8")) as { path: string }[];
    for (const { path } of manifest) expect(packed).toContain(`/out/renderer${path}`);
    const unpacked = join(output, "linux-unpacked", "resources", "app.asar.unpacked");
    const files = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
    expect(files.map(({ name }) => name)).toEqual(["linux-x64.node"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
