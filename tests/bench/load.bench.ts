// Loading 1.2 million incidents against what papaparse alone needs to tokenise the same text, in the same run.
// Prints the ratio (goal: at most 2.5) and the peak memory of a fresh process that only loads (goal: below 1.5 GB).

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { settingsFrom } from "../../core/incidents/draftSettings.ts";
import { importSource } from "../../core/incidents/importIncidents.ts";
import type { IncidentSource } from "../../core/incidents/incidentSource.ts";
import { previewIncidents } from "../../core/incidents/previewIncidents.ts";
import { filterColumns } from "../../core/incidents/filterIncidents.ts";
import { NO_FILTER } from "../../core/incidents/filter.ts";
import { haveShared, sharedPath } from "../support/shared.ts";
import { nodeContext } from "../support/nodeContext.ts";

// Through a name that is no literal, because the types of papaparse are core's own.
const { default: Papa } = (await import(["papaparse"].join(""))) as { default: { parse(text: string, config: object): unknown } };

const FILE = "uk_39_forces_2024-01_2024-04_points.csv.gz";
const REPEATS = 5;
const context = nodeContext;

async function load(bytes: Uint8Array<ArrayBuffer>) {
  const source: IncidentSource = { kind: "text", file: new Blob([bytes]) };
  const preview = await previewIncidents.run({ source, name: FILE, quotes: "standard" }, context);
  return importSource(source, FILE, settingsFrom(preview), "", context);
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

async function compare(): Promise<void> {
  const bytes = new Uint8Array(gunzipSync(readFileSync(sharedPath("data", FILE))));
  const text = new TextDecoder().decode(bytes);
  const peers: Readonly<Record<string, () => void>> = {
    "all rows at once": () => void Papa.parse(text, {}),
    "row by row": () => void Papa.parse(text, { step: () => {} }),
    "chunk by chunk": () => void Papa.parse(text, { chunk: () => {}, chunkSize: 2 ** 21 }),
  };
  const times = new Map<string, number[]>(["Hexbeat", ...Object.keys(peers)].map((name) => [name, []]));
  let loaded = await load(bytes);
  for (let i = 0; i < REPEATS; i++) {
    for (const [name, parse] of Object.entries(peers)) {
      const before = performance.now();
      parse();
      times.get(name)?.push(performance.now() - before);
    }
    const before = performance.now();
    loaded = await load(bytes);
    times.get("Hexbeat")?.push(performance.now() - before);
  }
  const ours = median(times.get("Hexbeat") ?? []);
  console.log(`${loaded.table.length} of ${loaded.report.records} records loaded in ${ours.toFixed(0)} ms, medians of ${REPEATS}, interleaved`);
  for (const name of Object.keys(peers)) {
    const peer = median(times.get(name) ?? []);
    console.log(`  papaparse alone, ${name}: ${peer.toFixed(0)} ms; ratio ${(ours / peer).toFixed(2)} (goal ≤ 2.5)`);
  }

  const { x, y, length, offences } = loaded.table;
  const middle = { x: median([...x.subarray(0, 100_001)]), y: median([...y.subarray(0, 100_001)]) };
  const corner = (i: number) => ({ x: middle.x + 1e5 * Math.cos((i * Math.PI) / 2500), y: middle.y + 1e5 * Math.sin((i * Math.PI) / 2500) });
  const area = [{ kind: "polygon", rings: [Array.from({ length: 5000 }, (_, i) => corner(i))] }] as const;
  const filters = { "offence and month": { withoutOffences: [0], months: [0, 1] }, "an area of 5,000 corners": { area } };
  for (const [what, filter] of Object.entries(filters)) {
    const filtering: number[] = [];
    for (let i = 0; i < 9; i++) {
      const before = performance.now();
      filterColumns(loaded.table, offences.length, { ...NO_FILTER, ...filter });
      filtering.push(performance.now() - before);
    }
    console.log(`filtering ${length} incidents by ${what}, with all counts: ${median(filtering).toFixed(1)} ms`);
  }
}

/** The whole way from the gzip file, in a process of its own, so that the peak is the load's. */
async function memory(): Promise<void> {
  const { openAsBlob } = await import("node:fs");
  const source: IncidentSource = { kind: "text", file: await openAsBlob(sharedPath("data", FILE)) };
  const preview = await previewIncidents.run({ source, name: FILE, quotes: "standard" }, context);
  const before = performance.now();
  await importSource(source, FILE, settingsFrom(preview), "", context);
  const seconds = ((performance.now() - before) / 1000).toFixed(2);
  console.log(`from the gzip file: ${seconds} s, peak resident memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (goal < 1500)`);
}

if (process.argv.includes("--memory")) await memory();
else if (haveShared("data", FILE)) {
  await compare();
  spawnSync(process.execPath, [import.meta.filename, "--memory"], { stdio: "inherit" });
}
