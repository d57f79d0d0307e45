// Where a chain starts: narrow bandwidths, from how near the latest events are to past ones, spread out over the chains.

import { drawNormal } from "../../stats/drawNormal.ts";
import type { Random } from "../../stats/random.ts";
import type { Covariate } from "../covariates.ts";
import { summarise } from "./diagnostics.ts";
import type { EventColumns } from "../kernel/eventColumns.ts";
import type { Events } from "../events.ts";
import type { Parameters } from "../forecast.ts";

/** Of the start, in log: chains that meet from there have forgotten it. */
const SPREAD = 0.4;

export function chainStart(columns: EventColumns, latest: Events, covariates: readonly Covariate[], spatial: boolean, around: Parameters | null, random: Random): Parameters {
  const start = startOfPlaces(columns, latest, spatial, around, random);
  if (covariates.length === 0) return start;
  return { ...start, covariates: covariates.map((covariate, c) => (covariate.kind === "categorical" ? [0.25, 0] : [1 / Math.max(1e-9, summarise(columns.z[c]).sd), 0])) };
}

function startOfPlaces(columns: EventColumns, latest: Events, spatial: boolean, around: Parameters | null, random: Random): Parameters {
  const away = (): number => Math.exp(SPREAD * drawNormal(random));
  const holding = columns.sizes.reduce((sum, size) => sum + (size > 0 ? 1 : 0), 0);
  const weights = Array.from(columns.sizes, (size) => (size > 0 ? 1 / holding : 0));
  if (around) {
    return {
      alpha: [around.alpha[0] * away(), around.alpha[1] * away(), spatial ? 0 : Math.max(0.1, around.alpha[2]) * away()],
      beta: [random.uniform(), random.uniform(), spatial ? 0 : random.uniform() / 2],
      weights,
    };
  }
  const near = nearestDistance(columns, latest);
  return { alpha: [away() / near, away() / near, spatial ? 0 : 1.5 * away()], beta: [0, 0, 0], weights };
}

/** Root mean square of the middle half of the distances to the nearest past event, m; so that neither repeated places nor strays rule. */
function nearestDistance({ count, x, y }: EventColumns, latest: Events): number {
  const order = Int32Array.from({ length: count }, (_, j) => j).sort((a, b) => x[a] - x[b]);
  const sorted = Float64Array.from(order, (j) => x[j]);
  const distances = Float64Array.from(latest.x, (lx, l) => {
    let right = 0;
    for (let high = count; right < high; ) {
      const middle = (right + high) >> 1;
      if (sorted[middle] < lx) right = middle + 1;
      else high = middle;
    }
    let left = right - 1;
    let best = Infinity;
    for (;;) {
      const toLeft = left >= 0 ? lx - sorted[left] : Infinity;
      const toRight = right < count ? sorted[right] - lx : Infinity;
      const step = Math.min(toLeft, toRight);
      if (step * step >= best || step === Infinity) break;
      const j = toLeft <= toRight ? left-- : right++;
      best = Math.min(best, step * step + (latest.y[l] - y[order[j]]) ** 2);
    }
    return best;
  }).sort();
  const part = distances.subarray(distances.length >> 2, Math.max((distances.length >> 2) + 1, (3 * distances.length) >> 2));
  const middle = Math.sqrt(part.reduce((sum, d2) => sum + d2, 0) / part.length);
  if (middle > 0) return middle;
  const furthest = Math.sqrt(distances[distances.length - 1]);
  return furthest > 0 ? furthest / 10 : 1;
}
