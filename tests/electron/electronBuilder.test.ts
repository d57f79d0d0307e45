// electron-builder.yml: checked by electron-builder's own schema, and by what an installed Hexbeat must be.

import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const { getConfig, validateConfiguration } = createRequire(import.meta.url)("app-builder-lib/out/util/config/config.js") as {
  getConfig(projectDir: string, configPath: string, more: null): Promise<Record<string, unknown>>;
  validateConfiguration(config: unknown, log: { isEnabled: boolean; add(): void }): Promise<void>;
};
const log = { isEnabled: false, add() {} };

let config: Record<string, unknown>;
beforeAll(async () => {
  config = await getConfig(root, "electron-builder.yml", null);
});

describe("electron-builder.yml", () => {
  test("it fits electron-builder's schema, which refuses a key it does not know", async () => {
    await expect(validateConfiguration(config, log)).resolves.toBeUndefined();
    await expect(validateConfiguration({ ...config, sandbx: true }, log)).rejects.toThrow(/sandbx/);
  });

  test("it makes an installer for each system", () => {
    expect(config).toMatchObject({ win: { target: "nsis" }, mac: { target: "dmg" }, linux: { target: ["AppImage", "deb"] } });
  });

  test("every fuse that it can set is decided, and strictly", () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test("it packs one archive, the native module beside it, and nothing that is only for building", () => {
    expect(config).toMatchObject({ asar: { smartUnpack: false }, asarUnpack: ["**/*.node"], npmRebuild: false });
    // Patterns of a platform's own that only leave out would take in the whole folder.
    for (const platform of ["win", "mac", "linux"]) expect(config[platform]).not.toHaveProperty("files");
    const files = (config.files as { filter: string[] }[]).flatMap(({ filter }) => filter);
    expect(files).toContain("!node_modules/node-{linux,win,bin}-*/**");
    expect(files.filter((pattern) => !pattern.startsWith("!"))).toEqual([
      "out/electron/main.js",
      "out/electron/preload.cjs",
      "out/renderer/**",
      "out/renderer.manifest.json",
      "package.json",
      "node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node",
    ]);
  });

  test("better-sqlite3 is the only package that is packed whole", () => {
    const { dependencies } = createRequire(import.meta.url)(join(root, "package.json")) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies)).toEqual(["better-sqlite3"]);
  });
});
