// Patrol vehicles by kind, the circle that each reaches, the tiles that are covered; what is dragged is drawn where it would stand.

import type { Layer } from "@deck.gl/core";
import { PathLayer, ScatterplotLayer } from "@deck.gl/layers";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { LonLat, Point } from "../../core/geo/types.ts";
import { reachOf } from "../../core/patrol/reach.ts";
import type { Scheme } from "../map/scheme.ts";
import { postingOf, siteAt, type AllocationRequest, type ShownAllocation } from "../shownAllocation.ts";
import type { BestMove, VehicleDrag } from "../liveAllocation.ts";
import { cellsImage } from "./cellsImage.ts";
import { FLAT } from "./flat.ts";
import { labelLayer } from "./labelLayer.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";
import { packRgba, type Rgb } from "./ramps.ts";
import { createSurface } from "./surfaceLayer.ts";

const STEPS = 72;
/** Pixels. */
const RADIUS = 5.5;
const SELECTED_RADIUS = 8;
const TINT = 0.16;

export interface VehicleStyle {
  readonly projection: Projection;
  readonly scheme: Scheme;
  readonly opacity: number;
  /** Whether kinds are written beside their vehicles. */
  readonly named: boolean;
}

interface Vehicle {
  readonly at: LonLat;
  readonly place: Point;
  readonly kind: number;
  readonly selected: boolean;
}

export function vehicleLayers(shown: ShownAllocation, drag: VehicleDrag | null, selected: number | null, bestMove: BestMove | null, { projection, scheme, opacity, named }: VehicleStyle): Layer[] {
  const held = drag?.vehicle ?? null;
  const still = stillVehicles(shown, held, selected, projection);
  const moving = drag ? [vehicleAt(shown.request, drag.site, shown.kinds[drag.vehicle], true, projection)] : NONE;
  return [
    tint(shown.request, coveredTiles(shown, drag), projection, scheme, opacity),
    ...stillLayers("vehicles", still, shown.request, projection, scheme, opacity, named),
    ...(!drag && bestMove?.of === shown && bestMove.move ? [advice(bestMove, projection, scheme, opacity)] : []),
    ...(drag ? layersOf("vehicles-moved", moving, shown.request, projection, scheme, opacity, named) : []),
  ];
}

const NONE: readonly Vehicle[] = [];

const vehicleAt = (request: AllocationRequest, site: number, kind: number, selected: boolean, projection: Projection): Vehicle => {
  const place = siteAt(request, site);
  return { place, at: projection.inverse(place), kind, selected };
};

const stillVehicles = memoLast(({ request, chosen, kinds }: ShownAllocation, held: number | null, selected: number | null, projection: Projection): readonly Vehicle[] =>
  Array.from(chosen, (site, k) => vehicleAt(request, site, kinds[k], k === selected, projection)).filter((_, k) => k !== held),
);

function layersOf(id: string, vehicles: readonly Vehicle[], request: AllocationRequest, projection: Projection, scheme: Scheme, opacity: number, named: boolean): Layer[] {
  const colours = MAP_COLOURS[scheme];
  const { kinds } = postingOf(request);
  const colourOf = ({ kind }: Vehicle): Rgb => kindColour(scheme, kind);
  const common = { opacity, parameters: FLAT, updateTriggers: { getColor: [scheme], getFillColor: [scheme], getLineColor: [scheme] } };
  // Along roads a circle would say too much; the tinted tiles tell.
  const circled = request.roads ? NONE : vehicles;
  return [
    new PathLayer<Vehicle>({
      ...common,
      id: `${id}-reach`,
      data: circled,
      getPath: ({ place, kind }) => circle(projection, place, kinds[kind].radius ?? request.plan.radius) as [number, number][],
      getColor: (vehicle) => withAlpha(colourOf(vehicle), 0.8),
      getWidth: ({ selected }) => (selected ? 2.5 : 1.25),
      widthUnits: "pixels",
    }),
    new ScatterplotLayer<Vehicle>({
      ...common,
      id,
      data: vehicles,
      getPosition: ({ at }) => at as [number, number],
      getRadius: ({ selected }) => (selected ? SELECTED_RADIUS : RADIUS),
      radiusUnits: "pixels",
      getFillColor: (vehicle) => withAlpha(colourOf(vehicle), 1),
      stroked: true,
      getLineColor: ({ selected }) => withAlpha(selected ? colours.selected : colours.casing, 1),
      getLineWidth: ({ selected }) => (selected ? 3 : 2),
      lineWidthUnits: "pixels",
    }),
    ...(named && kinds.length > 1 ? [labelLayer(`${id}-kinds`, vehicles.map(({ at, kind }) => ({ at, text: kinds[kind].name, down: 16 })), scheme, opacity)] : []),
  ];
}

const stillLayers = memoLast(layersOf);

/** From where the vehicle stands to where it had better stand. */
const advice = memoLast(({ of, move }: BestMove, projection: Projection, scheme: Scheme, opacity: number): Layer =>
  new PathLayer({
    id: "vehicles-best-move",
    data: [[of.chosen[move!.vehicle], move!.site].map((site) => projection.inverse(siteAt(of.request, site)) as [number, number])],
    getPath: (path: [number, number][]) => path,
    getColor: withAlpha(MAP_COLOURS[scheme].selected, 1),
    getWidth: 2.5,
    widthUnits: "pixels",
    capRounded: true,
    opacity,
    parameters: FLAT,
  }),
);

export function kindColour(scheme: Scheme, kind: number): Rgb {
  const { vehicles } = MAP_COLOURS[scheme];
  return vehicles[kind % vehicles.length];
}

function circle(projection: Projection, { x, y }: Point, radius: number): LonLat[] {
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const angle = (2 * Math.PI * (k % STEPS)) / STEPS;
    return projection.inverse({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
  });
}

/** 1 where a tile is covered, with the dragged vehicle where it would stand. */
export function coveredTiles(shown: ShownAllocation, drag: VehicleDrag | null): Uint8Array {
  if (!drag) return shown.value.covered;
  const covered = withoutVehicle(shown, drag.vehicle).slice();
  cover(shown, covered, drag.site, shown.kinds[drag.vehicle]);
  return covered;
}

const withoutVehicle = memoLast((shown: ShownAllocation, vehicle: number): Uint8Array => {
  const covered = new Uint8Array(shown.value.covered.length);
  shown.chosen.forEach((site, k) => {
    if (k !== vehicle) cover(shown, covered, site, shown.kinds[k]);
  });
  return covered;
});

function cover({ request }: ShownAllocation, covered: Uint8Array, site: number, kind: number): void {
  const { kinds, distance } = postingOf(request);
  const reach = reachOf(kinds[kind].radius ?? request.plan.radius);
  for (let i = 0; i < covered.length; i++) if (distance(i, site) <= reach) covered[i] = 1;
}

const surface = createSurface();

const tint = memoLast(({ tiles, cells }: AllocationRequest, covered: Uint8Array, projection: Projection, scheme: Scheme, opacity: number): Layer => {
  const colour = packRgba(kindColour(scheme, 0), TINT);
  return surface({ id: "vehicles-covered", grid: tiles, image: cellsImage(tiles, cells, (i) => (covered[i] ? colour : 0)), smooth: false, opacity }, projection);
});
