// Patrol cars and the circle that each covers.

import type { Layer } from "@deck.gl/core";
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from "@deck.gl/layers";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { LonLat, Point } from "../../core/geo/types.ts";
import type { Coverage } from "../shownResults.ts";
import type { Scheme } from "../map/scheme.ts";
import { FLAT } from "./flat.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";

const STEPS = 72;

export const vehicleLayers = memoLast((coverage: Coverage, projection: Projection, scheme: Scheme, opacity: number): Layer[] => {
  const { vehicle, casing } = MAP_COLOURS[scheme];
  const circles = coverage.vehicles.map((point) => circle(projection, point, coverage.radius));
  const common = { opacity, parameters: FLAT };
  return [
    new SolidPolygonLayer<LonLat[]>({
      ...common,
      id: "vehicles-cover",
      data: circles,
      getPolygon: (ring) => ring as [number, number][],
      getFillColor: withAlpha(vehicle, 0.1),
    }),
    new PathLayer<LonLat[]>({
      ...common,
      id: "vehicles-rim",
      data: circles,
      getPath: (ring) => ring as [number, number][],
      getColor: withAlpha(vehicle, 0.8),
      getWidth: 1.25,
      widthUnits: "pixels",
    }),
    new ScatterplotLayer<Point>({
      ...common,
      id: "vehicles",
      data: coverage.vehicles,
      getPosition: (point) => projection.inverse(point) as [number, number],
      getRadius: 5.5,
      radiusUnits: "pixels",
      getFillColor: withAlpha(vehicle, 1),
      stroked: true,
      getLineColor: withAlpha(casing, 1),
      getLineWidth: 2,
      lineWidthUnits: "pixels",
    }),
  ];
});

function circle(projection: Projection, { x, y }: Point, radius: number): LonLat[] {
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const angle = (2 * Math.PI * (k % STEPS)) / STEPS;
    return projection.inverse({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
  });
}
