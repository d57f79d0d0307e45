// Demand on a grid of tiles for the p-median benchmark: smooth, noisy, and counts; made from a seed, from nobody's data.

import { drawPoisson } from "../../core/stats/drawPoisson.ts";
import { createRandom } from "../../core/stats/random.ts";

/** Side of a tile, m. */
const TILE = 300;
/** Crimes that the counts add up to, about. */
const CRIMES = 3000;

export interface MedianCity {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** A mixture of twelve Gaussians on a low floor; that times log-normal noise; Poisson counts of it. */
  readonly surfaces: Readonly<Record<"smooth" | "noisy" | "counts", Float64Array>>;
}

export function medianCity(columns: number, rows: number): MedianCity {
  const random = createRandom("median bench");
  const count = columns * rows;
  const at = (k: number): { column: number; row: number } => ({ column: k % columns, row: Math.floor(k / columns) });
  const bumps = Array.from({ length: 12 }, () => ({
    column: columns * random.uniform(),
    row: rows * random.uniform(),
    spread: (0.05 + 0.15 * random.uniform()) * columns,
    height: 0.2 + random.uniform(),
  }));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
  const smooth = Float64Array.from({ length: count }, (_, k) => {
    const { column, row } = at(k);
    return bumps.reduce((sum, b) => sum + b.height * Math.exp(-((column - b.column) ** 2 + (row - b.row) ** 2) / (2 * b.spread ** 2)), 0.02);
  });
  const total = smooth.reduce((sum, value) => sum + value, 0);
  return {
    x: Float64Array.from({ length: count }, (_, k) => (at(k).column + 0.5) * TILE),
    y: Float64Array.from({ length: count }, (_, k) => (at(k).row + 0.5) * TILE),
    surfaces: { smooth, noisy: smooth.map((value) => value * Math.exp(0.8 * normal())), counts: smooth.map((value) => drawPoisson(random, (value / total) * CRIMES)) },
  };
}
