// app:// under attack: whatever is asked for, only files of the manifest are answered, with the exact headers.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerAppRequest, isAppUrl } from "../../electron/appProtocol.ts";
import { openAssets, writeManifest, type Assets } from "../../electron/assetsManifest.ts";
import { SECURITY_HEADERS } from "../../electron/headers.ts";

const SECRET = "the content of a project";
let folder: string;
let renderer: string;
let assets: Assets;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hexbeat-app-"));
  renderer = join(folder, "renderer");
  mkdirSync(join(renderer, "assets"), { recursive: true });
  writeFileSync(join(renderer, "index.html"), "page");
  writeFileSync(join(renderer, "assets", "a.js"), "script");
  writeFileSync(join(folder, "secret.txt"), SECRET);
  writeManifest(renderer);
  writeFileSync(join(renderer, "later.txt"), SECRET);
  assets = openAssets(renderer);
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (url: string, init?: RequestInit): Promise<Response> => answerAppRequest(assets, new Request(url, init));

test("a file of the manifest comes with its media type and every security header", async () => {
  const answer = await ask("app://bundle/assets/a.js");
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("script");
  expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(answer.headers.get(name)).toBe(value);
});

test("of 5,000 generated paths none answers anything but a file of the manifest", async () => {
  const piece = fc.constantFrom("..", ".", "%2e%2e", "%2E%2e", "%252e%252e", "\\", "%5c", "%00", "secret.txt", "later.txt", "assets", "a.js", "A.JS", "index.html", "", "~", "etc", "passwd", "C:", "%2f", "?x", "#y", ";", " ", "%20", "é", "con", "::$DATA");
  const path = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("/"));
  await fc.assert(
    fc.asyncProperty(path, async (tail) => {
      const url = `app://bundle/${tail}`;
      if (!URL.canParse(url)) return;
      const answer = await ask(url);
      const text = await answer.text();
      expect(text).not.toContain(SECRET);
      if (answer.status === 200) expect(["page", "script"]).toContain(text);
      else expect([answer.status, text]).toEqual([404, ""]);
      expect(answer.headers.get("content-security-policy")).toBe(SECURITY_HEADERS["Content-Security-Policy"]);
    }),
    { numRuns: 5000, seed: 20130630 },
  );
});

test("no other address is ours", async () => {
  for (const url of ["app://evil/", "app://bundle.evil/", "app://bundle:1/", "app://user@bundle/", "http://bundle/", "https://bundle/", "app:bundle", "file://bundle/", "APPS://bundle/", "app://bundle/?x", ""]) {
    expect(isAppUrl(url), url).toBe(false);
  }
  expect(isAppUrl("app://bundle/index.html")).toBe(true);
  expect((await ask("http://bundle/")).status).toBe(404);
});

test("only GET is answered", async () => {
  for (const method of ["POST", "PUT", "DELETE", "HEAD", "OPTIONS"]) expect((await ask("app://bundle/", { method })).status).toBe(405);
});

test("a file changed after the build is refused", async () => {
  writeFileSync(join(renderer, "assets", "a.js"), "tampered");
  const answer = await ask("app://bundle/assets/a.js");
  expect([answer.status, await answer.text()]).toEqual([500, ""]);
});

test("a manifest names no file of an unknown kind", () => {
  const other = mkdtempSync(join(tmpdir(), "hexbeat-kind-"));
  writeFileSync(join(other, "x.exe"), "");
  expect(() => writeManifest(other)).toThrow(/x\.exe: no media type is known/);
  rmSync(other, { recursive: true });
});
