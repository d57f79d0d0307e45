// Coverage and mean distance of every fleet from one vehicle to n, side by side on the pool.

import type { FleetSizes } from "../core/patrol/fleet/fleetSizes.ts";
import type { PostingParams } from "../core/patrol/posting/postingParams.ts";
import type { JobPool, RunOptions } from "./pool.ts";

export interface FleetSizesRequest {
  /** Its `vehicles` is the largest fleet. */
  readonly params: PostingParams;
  /** m; for kinds without one of their own. */
  readonly radius: number;
  readonly gap: number;
  /** s for each fleet and objective. */
  readonly timeLimit: number;
}

export interface FleetSizesFound {
  readonly coverage: FleetSizes;
  readonly distance: FleetSizes;
}

/** @throws InputError for rules that no allocation can keep, DOMException "AbortError" when cancelled */
export async function fleetSizesOnPool(pool: JobPool, { params, radius, gap, timeLimit }: FleetSizesRequest, { signal, onProgress, onFound }: RunOptions = {}): Promise<FleetSizesFound> {
  const done = { coverage: 0, distance: 0 };
  const best: Partial<Record<keyof FleetSizesFound, FleetSizes>> = {};
  const run = (objective: keyof FleetSizesFound): Promise<FleetSizes> =>
    pool.run("fleetSizes", { ...params, objective, ...(objective === "coverage" && { radius }), gap, timeLimit }, {
      signal,
      onProgress(fraction, note) {
        done[objective] = fraction;
        onProgress?.((done.coverage + done.distance) / 2, note);
      },
      onFound(sizes) {
        best[objective] = sizes as FleetSizes;
        if (best.coverage && best.distance) onFound?.(best);
      },
    });
  const [coverage, distance] = await Promise.all([run("coverage"), run("distance")]);
  return { coverage, distance };
}
