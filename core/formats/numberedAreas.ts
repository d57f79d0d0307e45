// The polygons of a layer with numbers of theirs, in metres of the plane: inhabitants, households, groups of them.

import type { FeatureCollection } from "geojson";
import { InputError } from "../errors.ts";
import type { Plane } from "../geo/plane.ts";
import type { Polygon } from "../geo/types.ts";
import { polygonsOf } from "./polygonsOf.ts";

export interface NumberedAreas {
  readonly areas: readonly { readonly polygons: readonly Polygon[]; readonly values: readonly number[] }[];
  /** Polygons without a number of 0 or more for each property: left out. */
  readonly withoutNumbers: number;
}

/** Properties of which some feature has a number of 0 or more. */
export const numericProperties = ({ features }: FeatureCollection): string[] => [
  ...new Set(features.flatMap(({ properties }) => Object.entries(properties ?? {}).flatMap(([name, value]) => (numberOf(value) === null ? [] : [name])))),
];

/**
 * Features without a polygon are passed over.
 * @throws InputError where no polygon has all the properties
 */
export function numberedAreas(layer: FeatureCollection, plane: Plane, properties: readonly string[]): NumberedAreas {
  let withoutNumbers = 0;
  const areas = layer.features.flatMap((feature) => {
    const polygons = polygonsOf(feature.geometry, plane);
    if (polygons.length === 0) return [];
    const values = properties.map((property) => numberOf(feature.properties?.[property])).filter((value) => value !== null);
    if (values.length === properties.length) return [{ polygons, values }];
    withoutNumbers++;
    return [];
  });
  if (areas.length === 0)
    throw new InputError(`No polygon of the layer has a number for ${properties.join(", ")}. Numbers are in: ${numericProperties(layer).join(", ") || "no property"}.`);
  return { areas, withoutNumbers };
}

/** Text as "1,204" is no number here: which mark is the decimal one is never guessed. */
const numberOf = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null);
