// The job that gathers incidents in H3 cells, for the map when zoomed out.

import { cellToBoundary, latLngToCell } from "h3-js";
import { InputError } from "../errors.ts";
import { mergeStacks } from "../geo/mergeStacks.ts";
import { defineJob } from "../job.ts";
import { counts, floats, z } from "../schema.ts";

/** Outlines ready for the map, and counts; one value a cell. */
export interface H3Aggregate {
  readonly resolution: number;
  /** Closed outlines one after another (first corner repeated), lon, lat interleaved, degrees. */
  readonly lonLats: Float64Array;
  /** Corner at which the outline of cell k starts: corners starts[k] to starts[k + 1] - 1. */
  readonly starts: Uint32Array;
  /** Incidents (sum of weights). */
  readonly count: Float64Array;
}

export const aggregateH3 = defineJob({
  title: "Gather incidents in H3 cells, for the map when zoomed out",
  params: z.strictObject({
    lonLats: floats("lon, lat interleaved, degrees"),
    weight: floats("weight of each incident; 1 each where not given").optional(),
    selected: counts("indices of the incidents to gather; all where not given").optional(),
    resolution: z.int().min(0).max(15),
  }),
  run: ({ lonLats, weight, selected, resolution }, context): H3Aggregate => {
    const n = lonLats.length / 2;
    if (!Number.isInteger(n) || (weight && weight.length !== n)) {
      throw new InputError(`Got ${lonLats.length} numbers in lonLats${weight ? ` and ${weight.length} weights` : ""}. Give lon and lat of every incident, and a weight each or none.`);
    }
    const kept = selected?.length ?? n;
    const lon = new Float64Array(kept), lat = new Float64Array(kept), each = new Float64Array(kept);
    for (let k = 0; k < kept; k++) {
      const i = selected ? selected[k] : k;
      if (i >= n) throw new InputError(`selected names incident ${i}; there are ${n}. Give indices below ${n}.`);
      lon[k] = lonLats[2 * i];
      lat[k] = lonLats[2 * i + 1];
      each[k] = weight ? weight[i] : 1;
    }
    // h3-js takes a microsecond or two a point: street corners with thousands of incidents are asked once.
    const places = mergeStacks(lon, lat, each);
    const cells = new Map<string, number>();
    for (let i = 0; i < places.x.length; i++) {
      if (i % 65536 === 0) context.progress(i / places.x.length, "Gathering in H3 cells");
      const id = latLngToCell(places.y[i], places.x[i], resolution);
      cells.set(id, (cells.get(id) ?? 0) + places.weight[i]);
    }
    const outline: number[] = [];
    const starts = new Uint32Array(cells.size + 1);
    let k = 0;
    for (const id of cells.keys()) {
      for (const [cornerLon, cornerLat] of cellToBoundary(id, true)) outline.push(cornerLon, cornerLat);
      starts[++k] = outline.length / 2;
    }
    return { resolution, lonLats: Float64Array.from(outline), starts, count: Float64Array.from(cells.values()) };
  },
});
