// Patrol allocation: maximal covering of the filtered incidents on a tile grid, solved in a worker to proven optimality.

import { InputError } from "../../core/errors.ts";
import { robustBounds } from "../../core/geo/robustBounds.ts";
import type { Bounds, Grid } from "../../core/geo/types.ts";
import type { Coverage } from "../shownResults.ts";
import { useStore } from "../store.ts";
import { keepResult } from "./results.ts";
import { runJob } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";

export interface AllocationSettings {
  readonly vehicles: number;
  /** m: a tile is covered where its centre is this near to the centre of a vehicle's tile. */
  readonly radius: number;
  /** Side of a tile, m. */
  readonly tile: number;
  /** s; then the best found stands, with the bound that was proved. */
  readonly timeLimit: number;
}

export async function runAllocation({ vehicles, radius, tile, timeLimit }: AllocationSettings): Promise<void> {
  const { x: incidentX, y: incidentY, filter } = theFiltered();
  const grid = tileGrid(robustBounds(incidentX, incidentY), tile);
  const { x, y, weight, outside } = await runJob("Counting incidents in tiles", "tileDemand", { tiles: grid, incidents: { x: incidentX, y: incidentY } });
  const found = await runJob("Patrol allocation", "maximalCovering", { x, y, weight, radius, vehicles, timeLimit });
  const total = found.totalWeight > 0 ? found.totalWeight : 1;
  const coverage: Coverage = {
    vehicles: Array.from(found.chosen, (i) => ({ x: x[i], y: y[i] })),
    radius,
    tile,
    tiles: x.length,
    outside,
    share: found.share,
    boundShare: found.bound / total,
    proven: found.proven,
    incidents: incidentX.length,
    filter,
  };
  useStore.setState({ coverage });
  await keepResult({
    job: "maximalCovering",
    title: `${vehicles} cars within ${radius} m`,
    parameters: { vehicles, radius, tile, timeLimit, tiles: x.length, outside, objective: found.objective, bound: found.bound, proven: found.proven, share: found.share },
    // The demand is the tiles' own: with it the request is complete.
    request: { job: "maximalCovering", filter: null, params: { x, y, weight, radius, vehicles, timeLimit } },
    value: coverage,
    numbers: { objective: found.objective, bound: found.bound, proven: found.proven },
  });
}

/** More tiles than this make a model that takes minutes to build. */
const MOST_TILES = 60_000;

/** Tiles on multiples of their side, over the box. */
function tileGrid({ minX, minY, maxX, maxY }: Bounds, tile: number): Grid {
  const origin = { x: Math.floor(minX / tile) * tile, y: Math.floor(minY / tile) * tile };
  const columns = Math.floor((maxX - origin.x) / tile) + 1;
  const rows = Math.floor((maxY - origin.y) / tile) + 1;
  if (columns * rows > MOST_TILES) {
    const least = Math.ceil((tile * Math.sqrt((columns * rows) / MOST_TILES)) / 10) * 10;
    throw new InputError(
      `Tiles of ${tile} m make ${columns} × ${rows}; at most ${MOST_TILES} fit. Choose tiles of ${least} m or more, or a smaller study area.`,
    );
  }
  return { origin, cell: tile, columns, rows };
}
