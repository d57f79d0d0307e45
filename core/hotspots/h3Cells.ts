// H3 cells as a tessellation: for exchange with others who use them. No H3 cell has a 150 m edge, and none can be turned.

import { cellToBoundary, cellToLatLng, getHexagonEdgeLengthAvg, latLngToCell, polygonToCells } from "h3-js";
import { InputError } from "../errors.ts";
import { mergeStacks } from "../geo/mergeStacks.ts";
import { planeProjection, type Plane } from "../geo/plane.ts";
import { ringToLonLats } from "../geo/plane.ts";
import type { Polygon } from "../geo/types.ts";

interface H3Options {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight?: Float64Array;
  readonly side: number;
  readonly plane?: Plane;
  readonly resolution?: number;
  readonly area?: readonly Polygon[];
}

/** The resolution whose mean edge is nearest by ratio to `side`, m. */
export function nearestResolution(side: number): number {
  let best = 0;
  const far = (resolution: number): number => Math.abs(Math.log(getHexagonEdgeLengthAvg(resolution, "m") / side));
  for (let resolution = 1; resolution <= 15; resolution++) if (far(resolution) < far(best)) best = resolution;
  return best;
}

/** @throws InputError without the plane: H3 cells lie in longitude and latitude */
export function h3Cells({ x, y, weight, side, plane, resolution: asked, area }: H3Options) {
  if (!plane) throw new InputError("H3 cells need the plane that x and y are in. Give `plane`, or take hexagons.");
  const resolution = asked ?? nearestResolution(side);
  const projection = planeProjection(plane);
  const counts = new Map<string, number>();
  for (const polygon of area ?? []) {
    const rings = polygon.rings.map((ring) => ringToLonLats(projection, ring).map(([lon, lat]) => [lon, lat]));
    for (const id of polygonToCells(rings, resolution, true)) counts.set(id, 0);
  }
  const locations = mergeStacks(x, y, weight);
  let outside = 0;
  for (let i = 0; i < locations.x.length; i++) {
    const [lon, lat] = projection.inverse({ x: locations.x[i], y: locations.y[i] });
    const id = latLngToCell(lat, lon, resolution);
    const before = counts.get(id);
    if (before !== undefined || !area) counts.set(id, (before ?? 0) + locations.weight[i]);
    else outside += locations.weight[i];
  }
  const ids = [...counts.keys()].sort();
  const centreX = new Float64Array(ids.length), centreY = new Float64Array(ids.length);
  const starts = new Uint32Array(ids.length + 1);
  const cornersX: number[] = [], cornersY: number[] = [];
  ids.forEach((id, k) => {
    const [lat, lon] = cellToLatLng(id);
    ({ x: centreX[k], y: centreY[k] } = projection.forward([lon, lat]));
    for (const [cornerLat, cornerLon] of cellToBoundary(id)) {
      const corner = projection.forward([cornerLon, cornerLat]);
      cornersX.push(corner.x);
      cornersY.push(corner.y);
    }
    starts[k + 1] = cornersX.length;
  });
  return {
    side: getHexagonEdgeLengthAvg(resolution, "m"),
    resolution,
    x: centreX,
    y: centreY,
    count: Float64Array.from(ids, (id) => counts.get(id) ?? 0),
    ids,
    corners: { x: Float64Array.from(cornersX), y: Float64Array.from(cornersY), starts },
    outside,
  };
}
