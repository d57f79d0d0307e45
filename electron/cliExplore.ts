// What `hexbeat allocate` answers about many allocations of one demand: the trade-off of a fleet, and every fleet up to one.

import { InputError } from "../core/errors.ts";
import { planeProjection, type Plane } from "../core/geo/plane.ts";
import type { FleetSizes } from "../core/patrol/fleet/fleetSizes.ts";
import { vehiclesFor } from "../core/patrol/fleet/vehiclesFor.ts";
import type { Allocation } from "../core/patrol/posting/allocation.ts";
import { postingPart } from "../core/patrol/posting/postingPart.ts";
import type { PostingParams } from "../core/patrol/posting/postingParams.ts";
import type { AllocationPlan } from "../core/patrol/prepareAllocation.ts";
import { fleetSizesOnPool } from "../workers/fleetSizesOnPool.ts";
import { frontierOnPool } from "../workers/frontierOnPool.ts";
import type { JobPool, RunOptions } from "../workers/pool.ts";

/** Wished for: a share covered, a mean distance in m. */
export interface Wish {
  readonly coverage?: number;
  readonly distance?: number;
}

export async function exploreFrontier(pool: JobPool, params: PostingParams, { radius, gap, timeLimit }: AllocationPlan, plane: Plane, _wish: Wish, options: RunOptions) {
  const { points, envelope, exact } = await frontierOnPool(pool, { params: postingPart(params), radius, gap, timeLimit }, options);
  const placed = inDegrees(params, plane);
  return {
    exact,
    points: points.length,
    proven: points.filter((point) => point.proven).length,
    whole: { frontier: points.map(({ chosen, kinds, ...point }) => ({ ...point, vehicles: placed({ chosen, kinds }) })), envelope },
  };
}

/** @throws InputError for a share above 1 */
export async function exploreFleet(pool: JobPool, params: PostingParams, { radius, gap, timeLimit }: AllocationPlan, plane: Plane, wish: Wish, options: RunOptions) {
  if (wish.coverage !== undefined && wish.coverage > 1) throw new InputError(`--cover ${wish.coverage} is more than all there is; a share is at most 1.`);
  const { coverage, distance } = await fleetSizesOnPool(pool, { params: postingPart(params), radius, gap, timeLimit }, options);
  const placed = inDegrees(params, plane);
  const told = ({ sizes }: FleetSizes) => sizes.map(({ chosen, kinds, ...size }) => ({ ...size, places: placed({ chosen, kinds }) }));
  return {
    wishes: {
      ...(wish.coverage !== undefined && { coverage: { share: wish.coverage, ...vehiclesFor(coverage.sizes, "coverage", wish.coverage) } }),
      ...(wish.distance !== undefined && { meanDistance: { m: wish.distance, ...vehiclesFor(distance.sizes, "distance", wish.distance) } }),
    },
    whole: { coverage: told(coverage), meanDistance: told(distance) },
  };
}

/** [lon, lat] of each vehicle, and its kind where there are several. */
function inDegrees({ x, y, sites = { x, y }, kinds: named }: PostingParams, plane: Plane) {
  const projection = planeProjection(plane);
  return ({ chosen, kinds }: Pick<Allocation, "chosen" | "kinds">) =>
    Array.from(chosen, (site, k) => {
      const [lon, lat] = projection.inverse({ x: sites.x[site], y: sites.y[site] });
      return { lon, lat, ...(named && { kind: named[kinds[k]].name }) };
    });
}
