// Which browser is taken, and whether the build is up to date: with folders made for the purpose.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBrowser } from "../../electron/findBrowser.ts";
import { isBuilt } from "../../electron/isBuilt.ts";

let folder: string;
const path = process.env.PATH;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hexbeat-find-"));
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

describe.skipIf(process.platform !== "linux")("a browser on the PATH", () => {
  const install = (name: string, mode = 0o755): void => {
    writeFileSync(join(folder, name), "");
    chmodSync(join(folder, name), mode);
  };

  test("Chromium comes before Chrome, Edge and Firefox; where there is none, there is none", () => {
    process.env.PATH = folder;
    expect(findBrowser()).toBeNull();
    install("firefox-esr");
    expect(findBrowser()).toEqual({ name: "Firefox", kind: "firefox", path: join(folder, "firefox-esr") });
    expect(findBrowser(["chromium"])).toBeNull();
    install("microsoft-edge");
    expect(findBrowser()?.name).toBe("Edge");
    install("google-chrome-stable");
    expect(findBrowser()?.name).toBe("Chrome");
    install("chromium");
    expect(findBrowser()).toEqual({ name: "Chromium", kind: "chromium", path: join(folder, "chromium") });
  });

  test.skipIf(process.getuid?.() === 0)("a file that cannot be run is no browser", () => {
    process.env.PATH = folder;
    install("chromium", 0o644);
    expect(findBrowser()).toBeNull();
  });
});

describe("the build is up to date", () => {
  const at = (name: string, seconds: number): void => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "");
    utimesSync(file, seconds, seconds);
    // A folder counts too (a file was added or removed); here only the files do.
    for (let up = dirname(file); up.length >= folder.length; up = dirname(up)) utimesSync(up, 1, 1);
  };
  const OUTPUTS = ["out/renderer.manifest.json", "out/electron/main.js", "out/electron/preload.cjs"];

  test("only where everything is there and no source is newer", () => {
    at("core/geo/plane.ts", 100);
    at("package.json", 100);
    expect(isBuilt(folder)).toBe(false);
    for (const output of OUTPUTS) at(output, 200);
    expect(isBuilt(folder)).toBe(true);
    at("core/geo/plane.ts", 300);
    expect(isBuilt(folder)).toBe(false);
    for (const output of OUTPUTS) at(output, 400);
    expect(isBuilt(folder)).toBe(true);
    rmSync(join(folder, OUTPUTS[1]));
    expect(isBuilt(folder)).toBe(false);
  });
});
