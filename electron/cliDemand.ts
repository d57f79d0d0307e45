// What `hexbeat allocate` posts vehicles for: a stored forecast, stored slots or the project's incidents, on tiles.

import { InputError } from "../core/errors.ts";
import { slotBlock, slotDay } from "../core/forecast/slots/slotInWords.ts";
import { studyPolygons, type StudyArea } from "../core/forecast/studyArea.ts";
import { parseWindows } from "../core/forecast/windowList.ts";
import { dayInWords, windowInWords } from "../core/forecast/windowInWords.ts";
import { describeFilter } from "../core/incidents/describeFilter.ts";
import type { Filter } from "../core/incidents/filter.ts";
import { robustBounds } from "../core/geo/robustBounds.ts";
import { tileGrid, tilesOver } from "../core/geo/tileGrid.ts";
import type { Grid, Polygon } from "../core/geo/types.ts";
import { countInTiles, densityInTiles } from "../core/patrol/tiles.ts";
import type { Ground } from "./cliForecasting.ts";
import { wholeNumber } from "./cliOptions.ts";
import type { ProjectAtPath } from "./cliFiles.ts";

export const DEMAND_OPTIONS = {
  forecast: { type: "string" },
  window: { type: "string" },
  slots: { type: "string" },
  slot: { type: "string" },
  "offence-weights": { type: "string" },
} as const;

export const DEMAND_HELP = `  --forecast ID          post for a stored forecast, by its id in \`hexbeat info\`; "last" is the latest one
  --window 20-24         for one of its windows; by default each is allocated: the plan of a day
  --slots ID, --slot N   the same for predicted four-hour slots, N from 1
  --offence-weights theft=1,assault=3
                         without a forecast the incidents under the project's filter count, one each; with weights those of the
                         named categories count so much, and others nothing`;

export interface DemandValues {
  readonly forecast?: string;
  readonly window?: string;
  readonly slots?: string;
  readonly slot?: string;
  readonly "offence-weights"?: string;
}

/** Demand in one stretch of the day, or in all of it. */
export interface TimedDemand {
  readonly name: string;
  /** Of the day's demand, 0 to 1. */
  readonly share: number;
  /** One a tile; negative predictions as they are. */
  readonly values: Float64Array;
  /** Beyond the tiles. */
  readonly outside: number;
}

export interface Demand {
  readonly from: string;
  readonly unit: string;
  readonly tiles: Grid;
  /** Of the incidents that it is of or was made from, in words. */
  readonly filter: string;
  /** The study area where the command names none; empty: all tiles. */
  readonly area: readonly Polygon[];
  readonly windows: readonly TimedDemand[];
}

/** Of stored results what is read here; the window that stores them has more. */
interface StoredForecast {
  readonly grid: Grid;
  readonly windows: readonly { readonly window: readonly [number, number]; readonly perKm2: ArrayLike<number>; readonly share: number }[];
  readonly block: { readonly from: number };
  readonly plan: { readonly studyArea?: StudyArea };
  readonly filter: Filter;
}
interface StoredSlots {
  readonly tiles: Grid;
  readonly cells: ArrayLike<number>;
  readonly slots: readonly { readonly slot: number; readonly values: ArrayLike<number> }[];
  readonly firstDay: number;
  readonly filter: Filter;
}

const M2_PER_KM2 = 1e6;

/** @throws InputError where what is named is not in the project, or two sources are named */
export async function demandOf(project: ProjectAtPath, ground: Ground, values: DemandValues, tile: number): Promise<Demand> {
  const { forecast, slots, window, slot, "offence-weights": weights } = values;
  if ([forecast, slots, weights].filter((given) => given !== undefined).length > 1)
    throw new InputError("--forecast, --slots and --offence-weights are three different demands; give one of them.");
  if (window !== undefined && forecast === undefined) throw new InputError("--window picks a window of a forecast; add --forecast ID.");
  if (slot !== undefined && slots === undefined) throw new InputError("--slot picks one of the predicted slots; add --slots ID.");
  if (forecast !== undefined) return ofForecast(await stored<StoredForecast>(project, "forecast", forecast), forecast, window, tile, ground);
  if (slots !== undefined) return ofSlots(await stored<StoredSlots>(project, "slotForecast", slots), slots, wholeNumber("--slot", slot), tile, ground);
  return ofIncidents(ground, weights, tile);
}

function ofForecast({ grid, windows, block, plan, filter }: StoredForecast, id: string, asked: string | undefined, tile: number, { table }: Ground): Demand {
  const picked = asked === undefined ? windows : windows.filter(({ window: [from, to] }) => parseWindows(asked).some(([a, b]) => a === from && b === to));
  if (picked.length === 0) throw new InputError(`The forecast has no window ${asked}; it has ${windows.map(({ window }) => window.join("-")).join(", ")}.`);
  const tiles = tilesOver(grid, tile);
  const all = picked.reduce((sum, { share }) => sum + share, 0);
  return {
    from: `forecast ${id} of the block from ${dayInWords(block.from)}`,
    unit: "share of the window's events expected in the tile",
    tiles,
    filter: describeFilter(filter, table),
    area: studyPolygons(plan.studyArea, filter.area),
    windows: picked.map(({ window, perKm2, share }) => ({ name: windowInWords(window), share: share / all, ...onTiles(tiles, grid, perKm2) })),
  };
}

function ofSlots({ tiles: own, cells, slots, firstDay, filter }: StoredSlots, id: string, asked: number | undefined, tile: number, { table }: Ground): Demand {
  const picked = asked === undefined ? slots : slots.slice(asked - 1, asked);
  if (picked.length === 0) throw new InputError(`There is no slot ${asked}; there are slots 1 to ${slots.length}.`);
  const tiles = tilesOver(own, tile);
  const demands = picked.map(({ slot, values }) => {
    const perKm2 = new Float64Array(own.columns * own.rows);
    for (let k = 0; k < cells.length; k++) perKm2[cells[k]] = values[k];
    return { slot, ...onTiles(tiles, own, perKm2) };
  });
  const size = ({ values }: { values: Float64Array }): number => values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const all = demands.reduce((sum, each) => sum + size(each), 0);
  return {
    from: `slots ${id}, predicted from ${dayInWords(firstDay)}`,
    unit: "incidents predicted in the tile",
    tiles,
    filter: describeFilter(filter, table),
    area: filter.area,
    windows: demands.map(({ slot, ...demand }) => ({ name: `${slotDay({ firstDay }, slot)}, ${slotBlock(slot)}`, share: all > 0 ? size(demand) / all : 1 / demands.length, ...demand })),
  };
}

function ofIncidents({ table, rows, area, filter }: Ground, weights: string | undefined, tile: number): Demand {
  if (rows.length === 0) throw new InputError("No incident is left by the project's filter, so there is nothing to post vehicles for.");
  const x = Float64Array.from(rows, (row) => table.x[row]), y = Float64Array.from(rows, (row) => table.y[row]);
  const counts = weights === undefined ? undefined : offenceWeights(weights, table.offences.map(({ category }) => category));
  const tiles = tileGrid(robustBounds(x, y), tile);
  const { weight, outside } = countInTiles(tiles, x, y, counts && Float64Array.from(rows, (row) => counts[table.offence[row]]));
  return {
    from: "incidents",
    unit: weights === undefined ? "incidents in the tile" : `weighted incidents in the tile (${weights})`,
    tiles,
    filter,
    area,
    windows: [{ name: "all", share: 1, values: weight, outside }],
  };
}

const onTiles = (tiles: Grid, grid: Grid, perKm2: ArrayLike<number>): { values: Float64Array; outside: number } => {
  const { weight, outside } = densityInTiles(tiles, grid, Float64Array.from(perKm2, (value) => value / M2_PER_KM2));
  return { values: weight, outside };
};

/** "theft=1,assault=3" → for each offence what it counts. */
function offenceWeights(text: string, categories: readonly string[]): number[] {
  const known = new Map(categories.map((category) => [category.toLowerCase(), category]));
  const given = new Map<string, number>();
  for (const part of text.split(",")) {
    const [, name = "", value = ""] = /^\s*(.+?)\s*=\s*(\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
    if (name === "") throw new InputError(`--offence-weights has "${part.trim()}". Write categories with what an incident counts, such as theft=1,assault=3.`);
    const category = known.get(name.toLowerCase());
    if (category === undefined) throw new InputError(`No incident is of the category "${name}"; there are: ${[...new Set(categories)].join(", ")}.`);
    given.set(category, Number.parseFloat(value));
  }
  return categories.map((category) => given.get(category) ?? 0);
}

/** The value that the window drew, of a result by its id. */
async function stored<T>({ host, opened }: ProjectAtPath, job: string, id: string): Promise<T> {
  const those = opened.results.filter((result) => result.job === job);
  const found = id === "last" ? those.reduce<(typeof those)[number] | undefined>((a, b) => (a && a.made > b.made ? a : b), undefined) : those.find((result) => result.id === id);
  if (!found) throw new InputError(`The project has no result ${id} of the kind ${job}; it has: ${those.map((each) => each.id).join(", ") || "none"}. Make it in the window first.`);
  const { value } = await host.getResult({ id: opened.project.id, result: found.id });
  return (value as { readonly shown: T }).shown;
}
