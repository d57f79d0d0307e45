// What `hexbeat forecast`, `backtest` and `allocate` share: options, the project's incidents and study area, progress, the file.

import type { FeatureCollection } from "geojson";
import type { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import type { ForecastSettings } from "../core/forecast/forecast.ts";
import { USUAL_CELL } from "../core/forecast/forecastGrid.ts";
import { FOUR_HOURS, parseWindows } from "../core/forecast/windowList.ts";
import { polygonsOf } from "../core/formats/polygonsOf.ts";
import type { Polygon } from "../core/geo/types.ts";
import { describeFilter } from "../core/incidents/describeFilter.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import { selectIncidents } from "../core/incidents/selectIncidents.ts";
import type { IncidentTable } from "../core/incidents/table.ts";
import type { JobPool, RunOptions } from "../workers/pool.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { filterOf } from "./filterOf.ts";
import { givenPath, type ProjectAtPath } from "./cliFiles.ts";
import { toJson } from "./cliJson.ts";
import { day, positiveNumber, wholeNumber } from "./cliOptions.ts";
import { createThreadPool } from "./threadPool.ts";

export const FORECASTING_OPTIONS = {
  project: { type: "string", short: "p" },
  area: { type: "string" },
  blocks: { type: "string" },
  "block-days": { type: "string" },
  windows: { type: "string" },
  end: { type: "string" },
  cell: { type: "string" },
  chains: { type: "string" },
  warmup: { type: "string" },
  draws: { type: "string" },
  seed: { type: "string" },
  "plug-in": { type: "boolean", default: false },
  fixed: { type: "boolean", default: false },
  "equal-weights": { type: "boolean", default: false },
  "place-error": { type: "string" },
  exact: { type: "boolean", default: false },
  output: { type: "string", short: "o" },
} as const;

export const FORECASTING_HELP = `  --project P.hexbeat    whose incidents, as its filter leaves them
  --area LAYER           study area: the polygons of a layer of the project, by name; by default the filter's area,
                         and without one the cells within 1 km of a past event
  --blocks N             past blocks that a forecast is made from (52); one more is needed to learn from
  --block-days N         days of a block (7)
  --windows 0-4,4-8,…    daily windows in hours (six of four hours); 22-2 passes midnight, 0-24 is the whole day
  --cell METRES          side of a cell (${USUAL_CELL})
  --draws N, --warmup N, --chains N    kept of each chain (100), dropped (100), and chains (2)
  --seed SEED            a whole number or a word (1)
  --plug-in              at the posterior means instead of the full integral over the draws
  --fixed                the same bandwidths everywhere instead of adaptive ones
  --place-error METRES   how far from its recorded place an event may have been: places are spread over such a disc, so that
                         repeated addresses do not make kernels as narrow as a doorstep (0: as recorded)
  --equal-weights        all past blocks weigh the same instead of being estimated
  --exact                plain sums over all events instead of the fast way with its proved bound: slow
  -o FILE                writes the result there, whole or not at all`;

type Values = ReturnType<typeof parseArgs<{ options: typeof FORECASTING_OPTIONS }>>["values"];

/** Settings of the fit and the forecast, the defaults those of the Delhi paper. */
export function forecastingSettings(values: Values): Omit<ForecastSettings, "model"> {
  return {
    adaptive: !values.fixed,
    integral: values["plug-in"] ? "plug-in" : "full",
    windows: values.windows === undefined ? FOUR_HOURS : parseWindows(values.windows),
    chains: wholeNumber("--chains", values.chains) ?? 2,
    warmup: wholeNumber("--warmup", values.warmup) ?? 100,
    draws: wholeNumber("--draws", values.draws) ?? 100,
    seed: values.seed ?? 1,
    exact: values.exact,
    ...(values["place-error"] !== undefined && { placeError: positiveNumber("--place-error", values["place-error"]) }),
    ...(values["equal-weights"] && { blockWeights: "equal" as const }),
  };
}

/** Where blocks lie in time, and cells on the ground. */
export const cutting = (values: Values) => ({
  days: wholeNumber("--block-days", values["block-days"]) ?? 7,
  blocks: wholeNumber("--blocks", values.blocks) ?? 52,
  end: day("--end", values.end) ?? null,
  cell: positiveNumber("--cell", values.cell) ?? USUAL_CELL,
});

export interface Ground {
  readonly table: IncidentTable;
  readonly rows: Uint32Array;
  readonly area: readonly Polygon[];
  readonly filter: string;
}

/** @throws InputError where the project has no incidents, or no layer of that name with polygons. */
export async function groundOf(project: ProjectAtPath, layer: string | undefined): Promise<Ground> {
  const { host, opened } = project;
  const { id } = opened.project;
  if (!opened.hasIncidents) throw new InputError("The project has no incidents. Import incidents first.");
  const table = unpackTable(await host.getIncidents({ id }));
  const filter = filterOf(opened.settings);
  const area = layer === undefined ? filter.area : await layerPolygons(project, layer, table);
  return { table, rows: selectIncidents(table, filter), area, filter: describeFilter(filter, table) };
}

/** @throws InputError where the project has no layer of that name */
export async function storedLayer({ host, opened }: ProjectAtPath, name: string): Promise<FeatureCollection> {
  const found = opened.layers.find((layer) => layer.name === name);
  if (!found) throw new InputError(`The project has no layer "${name}"; it has: ${opened.layers.map((layer) => layer.name).join(", ") || "none"}. Load it in the window first.`);
  return (await host.getLayer({ id: opened.project.id, layer: found.id })).data;
}

async function layerPolygons(project: ProjectAtPath, name: string, { plane }: IncidentTable): Promise<Polygon[]> {
  const data = await storedLayer(project, name);
  const polygons = data.features.flatMap(({ geometry }) => polygonsOf(geometry, plane));
  if (polygons.length === 0) throw new InputError(`The layer "${name}" holds no polygons, so it is no study area.`);
  return polygons;
}

/** Runs on every core; where a person looks on, standard error tells how far it is. */
export async function withThreads<T>(work: (pool: JobPool, options: RunOptions) => Promise<T>): Promise<T> {
  const pool = createThreadPool();
  const tty = process.stderr.isTTY;
  let told = "";
  const onProgress = (fraction: number, note = ""): void => {
    const line = `hexbeat: ${Math.floor(100 * fraction)} % ${note}`;
    if (line === told) return;
    process.stderr.write(`\r\u001b[K${line}`);
    told = line;
  };
  try {
    return await work(pool, tty ? { onProgress } : {});
  } finally {
    if (told !== "") process.stderr.write("\r\u001b[K");
    pool.dispose();
  }
}

/** The whole result into the file and `brief` on standard output, or without a file the whole there. */
export function written(result: object, output: string | undefined, brief: object): object {
  if (output === undefined) return result;
  const bytes = new TextEncoder().encode(`${toJson(result)}\n`);
  atomicWrite(givenPath(output), bytes);
  return { file: output, bytes: bytes.byteLength, ...brief };
}

/** The whole number of a model. @throws InputError */
export function modelNumber(flag: string, given: number): 1 | 2 | 3 | 4 | 5 {
  if (given === 1 || given === 2 || given === 3 || given === 4 || given === 5) return given;
  throw new InputError(`${flag} ${given} is no model; there are models 1 to 5.`);
}
