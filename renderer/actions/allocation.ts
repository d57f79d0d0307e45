// Patrol allocation: maximal covering of the filtered incidents on a tile grid, solved in a worker to proven optimality.

import { robustBounds } from "../../core/geo/robustBounds.ts";
import { tileGrid } from "../../core/geo/tileGrid.ts";
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
