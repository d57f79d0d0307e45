// The list of built files: made once by the build, and the only thing that either shell serves from.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { SECURITY_HEADERS } from "./headers.ts";

export interface AssetEntry {
  /** As asked for: "/assets/index-8d3f.js". */
  readonly path: string;
  readonly mime: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

export interface AssetAnswer {
  readonly status: 200 | 404 | 500;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  /** `path` is compared as it is with the manifest's: nothing is decoded, joined or normalised. */
  answer(path: string): Promise<AssetAnswer>;
  readonly entries: readonly AssetEntry[];
}

const MIMES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".pbf": "application/x-protobuf",
  ".pmtiles": "application/octet-stream",
  ".gz": "application/gzip",
  ".bin": "application/octet-stream",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
};

const manifestPath = (folder: string): string => `${folder}.manifest.json`;

/** Lists every file under `folder` and writes `<folder>.manifest.json` beside it. */
export function writeManifest(folder: string): readonly AssetEntry[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item): AssetEntry => {
      const file = join(item.parentPath, item.name);
      const mime = MIMES[extname(item.name)];
      if (!mime) throw new Error(`${file}: no media type is known for "${extname(item.name)}"; add it to MIMES in assetsManifest.ts`);
      const content = readFileSync(file);
      return {
        path: `/${file.slice(folder.length + 1).replaceAll("\\", "/")}`,
        mime,
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
      };
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  writeFileSync(manifestPath(folder), `${JSON.stringify(entries, null, 1)}\n`);
  return entries;
}

/** Reads the manifest; files are read when asked for, and refused where they are not the ones that were built. */
export function openAssets(folder: string): Assets {
  const entries = JSON.parse(readFileSync(manifestPath(folder), "utf8")) as readonly AssetEntry[];
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const index = byPath.get("/index.html");
  if (index) byPath.set("/", index);
  return {
    entries,
    async answer(path) {
      const entry = byPath.get(path);
      if (!entry) return failure(404);
      const content = await readFile(join(folder, entry.path)).catch(() => null);
      if (!content || createHash("sha256").update(content).digest("hex") !== entry.sha256) return failure(500);
      return { status: 200, headers: { ...SECURITY_HEADERS, "Content-Type": entry.mime }, body: new Uint8Array(content) };
    },
  };
}

const failure = (status: 404 | 500): AssetAnswer => ({ status, headers: SECURITY_HEADERS, body: new Uint8Array() });
