// An allocation as it is handed on: vehicle by vehicle in degrees, with what it is worth, and as GeoJSON.

import { planeProjection, type Plane } from "../../geo/plane.ts";
import { gapOf, type Allocation } from "./allocation.ts";
import { allocationValue } from "./allocationValue.ts";
import { createPosting } from "./createPosting.ts";
import type { PostingParams } from "./postingParams.ts";
import { vehicleLoads } from "./vehicleLoads.ts";
import type { AllocationPlan } from "../prepareAllocation.ts";

export interface PostedVehicle {
  /** The same all day, from 1. */
  readonly vehicle: number;
  readonly window: string;
  readonly kind: string;
  /** Degrees, WGS 84, seven decimals. */
  readonly lon: number;
  readonly lat: number;
  /** m in the project's plane. */
  readonly x: number;
  readonly y: number;
  /** Shares of the window's demand: within the vehicle's radius, and nearest to it. */
  readonly withinRadius: number;
  readonly nearest: number;
}

/** 8 mm at most. */
const UNIT = 1e7;

export function postedVehicles(params: PostingParams, allocation: Allocation, { radius }: Pick<AllocationPlan, "radius">, plane: Plane, window: string) {
  const posting = createPosting(params, radius);
  const { coverage, meanDistance, longestDistance } = allocationValue(posting, allocation, radius);
  const { within, nearest } = vehicleLoads(posting, allocation, radius);
  const projection = planeProjection(plane);
  const { chosen, kinds, objective, bound, proven, totalWeight, negativeWeights } = allocation;
  return {
    window,
    objective,
    bound,
    gap: gapOf(allocation),
    proven,
    coverage,
    meanDistance,
    longestDistance,
    totalWeight,
    negativeWeights,
    vehicles: Array.from(chosen, (site, k) => {
      const place = { x: posting.sites.x[site], y: posting.sites.y[site] };
      const [lon, lat] = projection.inverse(place).map((degrees) => Math.round(degrees * UNIT) / UNIT);
      return { window, kind: posting.kinds[kinds[k]].name, kindIndex: kinds[k], lon, lat, ...place, withinRadius: within[k], nearest: nearest[k] };
    }),
  };
}

/** RFC 7946; the parameters stand in the collection's own member, as in the export of a plan. */
export function vehiclesAsGeoJson(vehicles: readonly PostedVehicle[], parameters: object): string {
  const features = vehicles.map(({ lon, lat, x: _x, y: _y, ...properties }) => JSON.stringify({ type: "Feature", properties, geometry: { type: "Point", coordinates: [lon, lat] } }));
  return `{"type":"FeatureCollection","parameters":${JSON.stringify(parameters)},"features":[\n${features.join(",\n")}\n]}\n`;
}
