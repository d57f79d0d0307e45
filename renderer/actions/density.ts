// Kernel density of the filtered incidents: run on all workers, kept with the parameters actually used.

import { InputError } from "../../core/errors.ts";
import { robustBounds } from "../../core/geo/robustBounds.ts";
import type { Grid } from "../../core/geo/types.ts";
import type { Filter } from "../../core/incidents/filter.ts";
import type { KernelDensity } from "../../core/stats/kernelDensity.ts";
import { createDensitySlider, densityOnPool, type DensitySlider } from "../../workers/densityOnPool.ts";
import type { Density } from "../shownResults.ts";
import { useStore, type Filtered } from "../store.ts";
import { breathe } from "./breathe.ts";
import { showSurface } from "./layers.ts";
import { keepResult } from "./results.ts";
import { runJob, thePool, withProgress } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";

export interface DensitySettings {
  readonly kernel: "gaussian" | "quartic";
  /** m: standard deviation of the Gaussian, radius of the quartic. */
  readonly bandwidthX: number;
  readonly bandwidthY: number;
  /** m */
  readonly cell: number;
}

const MOST_CELLS = 4_000_000;
const M2_PER_KM2 = 1e6;

export async function runDensity(settings: DensitySettings): Promise<void> {
  const filtered = theFiltered();
  const grid = densityGrid(filtered, settings);
  const { kernel, bandwidthX, bandwidthY } = settings;
  const { x, y } = filtered;
  const found = await withProgress("Kernel density", (options) =>
    densityOnPool(thePool(), { x, y, grid, bandwidthX, bandwidthY, kernel }, options),
  );
  const density = toDensity(found, grid, filtered.filter);
  await breathe();
  useStore.setState({ density });
  showSurface("density");
  // Drawn first, then kept.
  await breathe();
  await keepResult({
    job: "kernelDensity",
    title: `Density, ${kernel} ${bandwidthX === bandwidthY ? `${bandwidthX} m` : `${bandwidthX} × ${bandwidthY} m`}`,
    parameters: { kernel, bandwidthX, bandwidthY, cell: grid.cell, method: found.used.method, bound: found.bound, incidents: x.length },
    request: { job: "kernelDensity", filter: filtered.filter, params: { grid, bandwidthX, bandwidthY, kernel } },
    value: density,
    numbers: { values: found.values },
  });
}

interface Sliding {
  readonly filtered: Filtered;
  readonly grid: Grid;
  readonly slider: DensitySlider;
}

let sliding: Sliding | null = null;
let wanted: number | null = null;

/** While the bandwidth is slid: the incidents are spread once, each new bandwidth costs the smoothing alone. */
export async function slideDensity(cell: number, bandwidth: number): Promise<void> {
  const busy = wanted !== null;
  wanted = bandwidth;
  if (busy) return;
  try {
    while (wanted !== null) {
      const h: number = wanted;
      const filtered = theFiltered();
      if (sliding?.filtered !== filtered || sliding.grid.cell !== cell) {
        const grid = densityGrid(filtered, { kernel: "gaussian", cell, bandwidthX: h, bandwidthY: h });
        const range = { smallestX: h / 2, smallestY: h / 2, largestX: 2 * h, largestY: 2 * h };
        sliding = { filtered, grid, slider: createDensitySlider(thePool(), filtered, grid, range) };
      }
      const { grid, slider } = sliding;
      const found = await slider.at(h, h);
      useStore.setState({ density: toDensity(found, grid, filtered.filter) });
      if (wanted === h) wanted = null;
    }
  } finally {
    wanted = null;
  }
}

/** A plain loop: millions of cells are common, and `from` with a function takes many times as long. */
function toPerKm2(values: Float64Array): Float32Array {
  const perKm2 = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) perKm2[i] = values[i] * M2_PER_KM2;
  return perKm2;
}

const toDensity = ({ values, peak, bound, used }: KernelDensity, grid: Grid, filter: Filter): Density => ({
  grid,
  perKm2: toPerKm2(values),
  peak: peak * M2_PER_KM2,
  kernel: used.kernel,
  bandwidthX: used.bandwidthX,
  bandwidthY: used.bandwidthY,
  method: used.method,
  bound,
  incidents: used.incidents,
  filter,
});

/** Around the middle 99.8 % of the incidents, three bandwidths beyond, on multiples of the cell. */
export function densityGrid({ x, y }: Pick<Filtered, "x" | "y">, { cell, bandwidthX, bandwidthY }: DensitySettings): Grid {
  const { minX, minY, maxX, maxY } = robustBounds(x, y);
  const origin = { x: Math.floor((minX - 3 * bandwidthX) / cell) * cell, y: Math.floor((minY - 3 * bandwidthY) / cell) * cell };
  const columns = Math.ceil((maxX + 3 * bandwidthX - origin.x) / cell);
  const rows = Math.ceil((maxY + 3 * bandwidthY - origin.y) / cell);
  if (columns * rows > MOST_CELLS) {
    const least = Math.ceil(cell * Math.sqrt((columns * rows) / MOST_CELLS));
    throw new InputError(`Cells of ${cell} m make ${columns} × ${rows}; at most ${MOST_CELLS} cells fit. Choose cells of ${least} m or more.`);
  }
  return { origin, cell, columns, rows };
}

/** Silverman's rule for each axis, in whole metres. */
export async function suggestedBandwidth(): Promise<{ readonly bandwidthX: number; readonly bandwidthY: number }> {
  const { x, y } = theFiltered();
  const { bandwidthX, bandwidthY } = await runJob("Suggesting bandwidths", "suggestBandwidth", { x, y });
  return { bandwidthX: Math.round(bandwidthX), bandwidthY: Math.round(bandwidthY) };
}

/** A cell that makes some 500 cells across, 20 m or more, in round metres. */
export function suggestedCell({ x, y }: Pick<Filtered, "x" | "y">): number {
  const { minX, minY, maxX, maxY } = robustBounds(x, y);
  const wished = Math.max(20, Math.max(maxX - minX, maxY - minY) / 500);
  const power = 10 ** Math.floor(Math.log10(wished));
  return power * ([1, 2, 5].find((step) => step * power >= wished) ?? 10);
}
