// Incidents gathered in H3 cells for the map when zoomed out: worked out on the pool, kept for each resolution.

import { create } from "zustand";
import type { JobResult } from "../../core/jobs.ts";
import { useStore, type Filtered } from "../store.ts";

type Aggregate = JobResult<"aggregateH3">;

/** What is ready to be drawn; `of` says for which incidents. */
export const useAggregate = create<{ readonly of: Filtered | null; readonly aggregate: Aggregate | null }>()(() => ({ of: null, aggregate: null }));

/** Mean edge of an H3 cell of resolution 0, m; each further resolution divides it by √7 (h3geo.org, table of cell sizes). */
const EDGE_0 = 1281256;
/** Pixels: small enough to show a shape, large enough to carry a colour. */
const WANTED_EDGE = 9;

export function h3Resolution(metresPerPixel: number): number {
  const resolution = Math.round(Math.log(EDGE_0 / (WANTED_EDGE * metresPerPixel)) / Math.log(Math.sqrt(7)));
  return Math.min(11, Math.max(2, resolution));
}

const known = new WeakMap<Filtered, Map<number, Promise<Aggregate>>>();

/** Puts the aggregate of these incidents in `useAggregate` when it is ready, unless something else was asked for since. */
export async function requestAggregate(of: Filtered, resolution: number): Promise<void> {
  const now = useAggregate.getState();
  if (now.of === of && now.aggregate?.resolution === resolution) return;
  const { pool } = useStore.getState();
  if (!pool) return;
  let kept = known.get(of);
  if (!kept) known.set(of, (kept = new Map()));
  let asked = kept.get(resolution);
  if (!asked) {
    asked = pool.run("aggregateH3", { lonLats: of.lonLats as Float64Array<ArrayBuffer>, resolution });
    // A failure is not kept: the next look asks again.
    asked.catch(() => kept.delete(resolution));
    kept.set(resolution, asked);
  }
  wanted = { of, resolution };
  const aggregate = await asked;
  if (wanted.of === of && wanted.resolution === resolution) useAggregate.setState({ of, aggregate });
}

let wanted: { readonly of: Filtered; readonly resolution: number } | null = null;
