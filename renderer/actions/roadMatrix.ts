// Distances along a layer of roads between the tiles of an allocation: worked out in a worker, and the last ones kept.

import { InputError } from "../../core/errors.ts";
import { roadLinesOf } from "../../core/formats/roadLinesOf.ts";
import type { JobResult } from "../../core/jobs.ts";
import type { Points } from "../../core/patrol/points.ts";
import type { ContextLayer } from "../layerState.ts";
import { useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { runJob } from "./runJob.ts";

/** Its line in the status bar. */
export const ROADS_JOB = "Distances along roads";

interface Kept {
  readonly layer: ContextLayer;
  readonly tiles: Points;
  readonly found: JobResult<"roadDistances">;
}

/** 31 MB on 43 × 46 tiles. */
let last: Kept | null = null;

/** @throws InputError where the layer is gone or has no lines */
export async function roadMatrix(id: string, tiles: Points): Promise<{ readonly name: string; readonly found: Kept["found"] }> {
  const { contextLayers, plane } = useStore.getState();
  const layer = contextLayers.find((one) => one.id === id);
  if (!layer || !plane) throw new InputError(`The layer ${id} is no longer there. Choose other distances under Places and rules.`);
  if (last?.layer !== layer || !samePlaces(last.tiles, tiles)) {
    await breathe();
    const lines = roadLinesOf(layer.data, plane);
    if (lines.starts.length < 2) throw new InputError(`The layer ${layer.name} has no lines, so nothing runs along it. Choose other distances under Places and rules.`);
    last = { layer, tiles, found: await runJob(ROADS_JOB, "roadDistances", { lines, ...tiles }) };
  }
  return { name: layer.name, found: last.found };
}

const samePlaces = (a: Points, b: Points): boolean => a.x.length === b.x.length && a.x.every((x, i) => x === b.x[i] && a.y[i] === b.y[i]);
