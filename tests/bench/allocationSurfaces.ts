// Demand of an invented city on the San Francisco paper's grid, in three textures, for the benchmarks of the allocation jobs.

import { tileCentres } from "../../core/patrol/tiles.ts";
import { drawNormal } from "../../core/stats/drawNormal.ts";
import { drawPoisson } from "../../core/stats/drawPoisson.ts";
import { createRandom } from "../../core/stats/random.ts";

const [COLUMNS, ROWS, TILE] = [43, 46, 300];

/** Incidents a month: the paper's thefts and assaults are between 1,000 and 3,600. */
const TOTAL = 2_000;
const HOTSPOTS = 14;

export interface Surface {
  readonly name: string;
  /** One a tile, ≥ 0. */
  readonly weight: Float64Array;
}

/** Centres of the tiles, m. */
export const tiles = tileCentres({ origin: { x: 0, y: 0 }, cell: TILE, columns: COLUMNS, rows: ROWS });

/** A mixture of hotspots over a low floor; the same times log-normal noise; and counts drawn from it. */
export function allocationSurfaces(): readonly Surface[] {
  const random = createRandom("allocation surfaces");
  const place = random.stream("hotspots"), noise = random.stream("noise"), counts = random.stream("counts");
  const hotspots = Array.from({ length: HOTSPOTS }, () => ({
    x: place.uniform() * COLUMNS * TILE,
    y: place.uniform() * ROWS * TILE,
    spread: 400 + 1_600 * place.uniform(),
    share: -Math.log(1 - place.uniform()),
  }));
  const mixture = tiles.x.map((x, k) =>
    hotspots.reduce((sum, h) => sum + (h.share / h.spread ** 2) * Math.exp(-((x - h.x) ** 2 + (tiles.y[k] - h.y) ** 2) / (2 * h.spread ** 2)), 2e-8),
  );
  const smooth = scaled(mixture);
  return [
    { name: "smooth", weight: smooth },
    { name: "noisy", weight: scaled(smooth.map((w) => w * Math.exp(0.5 * drawNormal(noise)))) },
    { name: "counts", weight: smooth.map((w) => drawPoisson(counts, w)) },
  ];
}

function scaled(weight: Float64Array): Float64Array {
  const sum = weight.reduce((total, w) => total + w, 0);
  return weight.map((w) => (TOTAL * w) / sum);
}
