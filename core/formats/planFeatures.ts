// The plan as features with attributes: what every export writes, in one place.

import type { Polygon as GeoPolygon, Position } from "geojson";
import { area } from "../geo/area.ts";
import { centroid } from "../geo/centroid.ts";
import { bearingOfRotation } from "../geo/hexagon.ts";
import { describePlane, planeProjection, type Plane } from "../geo/plane.ts";
import { rings } from "../geo/rings.ts";
import type { Projection } from "../geo/transverseMercator.ts";
import type { Shape } from "../geo/types.ts";
import { formatHours } from "../plan/hourRanges.ts";
import type { Plan } from "../plan/plan.ts";
import type { GeoPackageColumn } from "./geoPackageContent.ts";

/** What the panel shows of a hotspot or patrol area under the filter in force. */
export interface AreaStatistics {
  readonly incidents: number;
  /** Of all incidents under the filter, 0 to 1; null where there are none. */
  readonly shareOfIncidents: number | null;
  /** Of the study area, 0 to 1; null where there is none. */
  readonly shareOfArea: number | null;
}

export interface PlanExport {
  readonly plan: Plan;
  readonly plane: Plane;
  /** By id of hotspot or patrol area; one that is missing gets empty attributes. */
  readonly statistics: ReadonlyMap<string, AreaStatistics>;
  /** In words: the file, the filter, the period that the numbers stand on. */
  readonly source: string;
  readonly filter: string;
  readonly period: string;
  /** Anything else that made the result, for the file's own list of parameters. */
  readonly parameters: Readonly<Record<string, Attribute>>;
  /** ISO 8601 with milliseconds, UTC ("2026-11-22T20:00:00.000Z"): core has no clock. */
  readonly made: string;
  /** Of Hexbeat. */
  readonly version: string;
}

export type Attribute = string | number | boolean | null;
export type PlanLayerName = "hotspots" | "patrol_areas" | "exclusions";

export interface PlanFeature {
  readonly id: string;
  /** Longitude and latitude, WGS 84; outer ring anticlockwise, closed; not rounded. */
  readonly geometry: GeoPolygon;
  /** In the order of the layer's columns. */
  readonly attributes: readonly Attribute[];
}

export interface PlanLayer {
  readonly name: PlanLayerName;
  readonly title: string;
  readonly columns: readonly GeoPackageColumn[];
  readonly features: readonly PlanFeature[];
}

export interface PlanFeatures {
  /** Those that hold anything; hotspots always. */
  readonly layers: readonly PlanLayer[];
  readonly parameters: Readonly<Record<string, Attribute>>;
  readonly made: string;
}

const PLACE: readonly GeoPackageColumn[] = [
  { name: "centre_lon", type: "REAL" },
  { name: "centre_lat", type: "REAL" },
  { name: "centre_easting", type: "REAL" },
  { name: "centre_northing", type: "REAL" },
  { name: "area_m2", type: "REAL" },
];
const NUMBERS: readonly GeoPackageColumn[] = [
  { name: "incidents", type: "INTEGER" },
  { name: "share_of_incidents", type: "REAL" },
  { name: "share_of_area", type: "REAL" },
];
const PROVENANCE: readonly GeoPackageColumn[] = [
  { name: "source", type: "TEXT" },
  { name: "filter", type: "TEXT" },
  { name: "period", type: "TEXT" },
  { name: "plane", type: "TEXT" },
  { name: "made", type: "DATETIME" },
  { name: "version", type: "TEXT" },
];
const IDENTITY: readonly GeoPackageColumn[] = [
  { name: "layer", type: "TEXT" },
  { name: "id", type: "TEXT" },
  { name: "name", type: "TEXT" },
  { name: "note", type: "TEXT" },
];
const HOTSPOT: readonly GeoPackageColumn[] = [
  { name: "kind", type: "TEXT" },
  { name: "rank", type: "INTEGER" },
  { name: "locked", type: "BOOLEAN" },
  { name: "edge_m", type: "REAL" },
  { name: "rotation_degrees", type: "REAL" },
  { name: "buffer_m", type: "REAL" },
  { name: "available_hours", type: "TEXT" },
];
const EXCLUSION: readonly GeoPackageColumn[] = [
  { name: "rule", type: "TEXT" },
  { name: "overruled", type: "TEXT" },
];

/**
 * `rotation_degrees` is the bearing of a corner clockwise from the plane's north, 0 to 60; `edge_m` the hexagon's side;
 * `available_hours` are the hours in which patrols are offered ("00-05,10-23"), empty for all; `overruled` is empty where an
 * exclusion holds.
 */
export function planFeatures(input: PlanExport): PlanFeatures {
  const { plan, plane } = input;
  const projection = planeProjection(plane);
  const numbers = (id: string): Attribute[] => {
    const found = input.statistics.get(id);
    return [found?.incidents ?? null, found?.shareOfIncidents ?? null, found?.shareOfArea ?? null];
  };
  const provenance = [input.source, input.filter, input.period, describePlane(plane), input.made, input.version];
  const layers: PlanLayer[] = [
    {
      name: "hotspots",
      title: "Hotspots",
      columns: [...IDENTITY, ...HOTSPOT, ...PLACE, ...NUMBERS, ...PROVENANCE],
      features: plan.hotspots.map(({ id, name, note, shape, rank, locked, hours }) => {
        const hexagon = shape.kind === "hexagon" ? shape : null;
        const bearing = hexagon && rounded(bearingOfRotation(hexagon.rotation), 8);
        return {
          id,
          geometry: outline(shape, projection),
          attributes: [
            "hotspots", id, name, note,
            shape.kind, rank, locked, hexagon?.side ?? null, bearing, plan.buffer, hours ? formatHours(hours) : null,
            ...place(shape, projection),
            ...numbers(id),
            ...provenance,
          ],
        };
      }),
    },
    {
      name: "patrol_areas",
      title: "Patrol areas",
      columns: [...IDENTITY, { name: "hotspot", type: "TEXT" }, ...PLACE, ...NUMBERS, ...PROVENANCE],
      features: plan.patrolAreas.map(({ id, name, note, shape, hotspot }) => ({
        id,
        geometry: outline(shape, projection),
        attributes: ["patrol_areas", id, name, note, hotspot, ...place(shape, projection), ...numbers(id), ...provenance],
      })),
    },
    {
      name: "exclusions",
      title: "Exclusions",
      columns: [...IDENTITY, ...EXCLUSION, ...PLACE, ...PROVENANCE],
      features: plan.exclusions.map(({ id, name, reason, shape, rule, overruled }) => ({
        id,
        geometry: outline(shape, projection),
        attributes: ["exclusions", id, name, reason, rule ?? null, overruled ?? null, ...place(shape, projection), ...provenance],
      })),
    },
  ];
  return {
    layers: layers.filter((layer) => layer.name === "hotspots" || layer.features.length > 0),
    parameters: {
      application: `Hexbeat ${input.version}`,
      made: input.made,
      source: input.source,
      filter: input.filter,
      period: input.period,
      plane: describePlane(plane),
      buffer_m: plan.buffer,
      ...input.parameters,
    },
    made: input.made,
  };
}

function outline(shape: Shape, projection: Projection): GeoPolygon {
  const coordinates = rings(shape).map((ring): Position[] => {
    const positions = ring.map((point): Position => [...projection.inverse(point)]);
    return [...positions, positions[0]];
  });
  return { type: "Polygon", coordinates };
}

function place(shape: Shape, projection: Projection): Attribute[] {
  const centre = shape.kind === "hexagon" ? shape.centre : centroid(shape);
  const [lon, lat] = projection.inverse(centre);
  return [rounded(lon, 7), rounded(lat, 7), rounded(centre.x, 3), rounded(centre.y, 3), rounded(area(shape), 1)];
}

const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
