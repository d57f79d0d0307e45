// The same sums as of a forecast's surface, with the density averaged over each cell instead of read at its centre.

import { defineJob } from "../../job.ts";
import { floats, gridSchema, z } from "../../schema.ts";
import { normalCdf } from "../../stats/normalCdf.ts";
import { covariateSchema, covariateWeight } from "../covariates.ts";
import { eventColumns } from "../kernel/eventColumns.ts";
import { eventsSchema, windowSchema } from "../events.ts";
import { addOuterProducts } from "./outerProducts.ts";
import { flatAdaptation } from "../kernel/spaceTimeDensity.ts";
import { parametersSchema } from "../fit/spaceTimeFit.ts";
import { createFactorBuffer, type FactorBuffer } from "./gaussianFactors.ts";
import { usableWeights, type SurfaceRequest, type SurfaceSums } from "./surfaceSums.ts";
import { createWindowTable, WINDOW_ERROR } from "./windowTable.ts";

/** Standard deviations after which a kernel is left out: 2e-9 of its mass. */
const CUT = 6;

/**
 * Numerator of (25) of the Delhi paper integrated over each cell and divided by its area: N(x; h) becomes
 * (Φ((right − x)/h) − Φ((left − x)/h)) / width. Where events repeat at addresses and along streets the fitted kernels are
 * far narrower than a cell, and the density at its centre says little of the events to be expected in it.
 */
export function cellMeanSums(request: SurfaceRequest, progress: (fraction: number) => void = () => undefined): SurfaceSums {
  const { blocks, adaptation, draws, grid, windows, part, of } = request;
  const columns = eventColumns(blocks);
  const count = draws.length, channels = windows.length;
  const table = createWindowTable(windows, count);
  const heights = draws.map(({ weights }) => usableWeights(weights, columns.sizes).map((w) => w / count));
  const target = new Float64Array(grid.rows * grid.columns * channels);
  const denominators = new Float64Array(channels);
  const at = { h1: new Float64Array(count), h2: new Float64Array(count), height: new Float64Array(count), logTau: new Float64Array(count) };
  const x = createFactorBuffer(count), y = createFactorBuffer(count);
  let whole = 0;
  for (let j = part, done = 0; j < columns.count; j += of, done++) {
    if ((done & 0xff) === 0) progress(j / columns.count);
    for (let d = 0; d < count; d++) {
      const { alpha, beta } = draws[d];
      const a = adaptation[j];
      at.h1[d] = 1 / (alpha[0] * a ** beta[0]);
      at.h2[d] = 1 / (alpha[1] * a ** beta[1]);
      at.logTau[d] = alpha[2] > 0 ? 2 * Math.log(alpha[2] * a ** beta[2]) : -Infinity;
      at.height[d] = heights[d][columns.block[j]] * covariateWeight(request, columns, draws[d], j, a);
      whole += at.height[d];
    }
    table.fill(columns.hours[j], at.logTau);
    for (let k = 0; k < channels; k++) for (let d = 0; d < count; d++) denominators[k] += at.height[d] * table.shares[k * count + d];
    if (!fillShares(x, grid.origin.x, grid.cell, grid.columns, columns.x[j], at.h1)) continue;
    if (!fillShares(y, grid.origin.y, grid.cell, grid.rows, columns.y[j], at.h2)) continue;
    x.scale(at.height);
    addOuterProducts(target, grid.columns * channels, channels, x, y, table.shares, count);
  }
  return {
    numerators: windows.map((_, k) => Float64Array.from({ length: grid.rows * grid.columns }, (__, cell) => target[cell * channels + k])),
    denominators,
    // A kernel that is cut or read from the tables is off by so much of its mass in a cell at most.
    numeratorError: (whole * (2 * tail(CUT) + 4 * PHI_ERROR + WINDOW_ERROR)) / grid.cell ** 2,
    denominatorError: windows.every(([from, to]) => from === 0 && to === 24) ? 0 : whole * WINDOW_ERROR,
  };
}

/** Shares of Gaussians in cells along one axis, per m. False where no cell is near. */
function fillShares(into: FactorBuffer, origin: number, cell: number, cells: number, centre: number, bandwidths: Float64Array): boolean {
  const reach = CUT * bandwidths.reduce((a, b) => Math.max(a, b));
  const first = Math.max(0, Math.floor((centre - reach - origin) / cell));
  const last = Math.min(cells - 1, Math.floor((centre + reach - origin) / cell));
  if (!into.cover(first, last)) return false;
  const start = origin + first * cell - centre;
  const draws = bandwidths.length;
  for (let d = 0; d < draws; d++) {
    const inverse = 1 / bandwidths[d];
    let left = phi(start * inverse);
    for (let k = 0; k < into.nodes; k++) {
      const right = phi((start + (k + 1) * cell) * inverse);
      into.values[k * draws + d] = (right - left) / cell;
      left = right;
    }
  }
  return true;
}

/** Φ by cubic Hermite interpolation, its slope being known: off by at most step⁴/384 · max |φ‴| = 1.38 step⁴/384. */
const STEPS_PER_UNIT = 64;
const PHI_ERROR = 1.38 / STEPS_PER_UNIT ** 4 / 384;
const FAR = 8;
const PHI = Float64Array.from({ length: 2 * FAR * STEPS_PER_UNIT + 1 }, (_, i) => normalCdf(i / STEPS_PER_UNIT - FAR));
const PHI_SLOPE = Float64Array.from({ length: PHI.length }, (_, i) => Math.exp(-0.5 * (i / STEPS_PER_UNIT - FAR) ** 2) / Math.sqrt(2 * Math.PI) / STEPS_PER_UNIT);

function phi(value: number): number {
  if (value <= -FAR) return 0;
  if (value >= FAR) return 1;
  const position = (value + FAR) * STEPS_PER_UNIT;
  const i = position | 0;
  const t = position - i, s = 1 - t;
  return s * s * ((1 + 2 * t) * PHI[i] + t * PHI_SLOPE[i]) + t * t * ((1 + 2 * s) * PHI[i + 1] - s * PHI_SLOPE[i + 1]);
}

const tail = (z: number): number => 1 - normalCdf(z);

export const spaceTimeCellMeans = defineJob({
  title: "Sums for the mean predictive densities of cells over a share of the events",
  params: z.strictObject({
    blocks: z.array(eventsSchema).min(1).describe("past blocks, oldest first, the expert block before them where there is one"),
    adaptation: z.array(floats("A of each event of a block")),
    draws: z.array(parametersSchema).min(1),
    covariates: z.array(covariateSchema).readonly().optional(),
    at: z.array(z.number()).readonly().optional(),
    grid: gridSchema,
    windows: z.array(windowSchema).min(1),
    part: z.int().nonnegative().describe("which share, from 0"),
    of: z.int().min(1).describe("of how many"),
  }),
  run: ({ adaptation, ...request }, { progress }): SurfaceSums =>
    cellMeanSums({ ...request, adaptation: flatAdaptation(adaptation, request.blocks) }, (fraction) => progress(fraction, "Averaging over cells")),
});
