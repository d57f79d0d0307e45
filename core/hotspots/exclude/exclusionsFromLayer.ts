// Exclusions from a layer's features: grounds of schools, places of hospitals, roads that cannot be patrolled.

import type { Feature, FeatureCollection } from "geojson";
import { InputError } from "../../errors.ts";
import { nameProperty } from "../../formats/nameProperty.ts";
import { placesOf } from "../../formats/placesOf.ts";
import { polygonsOf } from "../../formats/polygonsOf.ts";
import { roadLinesOf } from "../../formats/roadLinesOf.ts";
import { area } from "../../geo/area.ts";
import { bufferLines, bufferShapes } from "../../geo/buffer.ts";
import { circle } from "../../geo/circle.ts";
import type { Plane } from "../../geo/plane.ts";
import type { Point, Polygon } from "../../geo/types.ts";
import { defineJob } from "../../job.ts";
import type { ExclusionDraft } from "../../plan/edits/replaceRule.ts";
import { planeSchema, z } from "../../schema.ts";
import { matchInWords, textMatchSchema, textTest } from "./textMatch.ts";

export interface LayerExclusions {
  /** Of points and polygons in the order of the features, then of lines: those of one name become one exclusion a connected piece. */
  readonly exclusions: readonly ExclusionDraft[];
  /** How many features the rule is about, of how many in the layer. */
  readonly matched: number;
  readonly features: number;
}

export const exclusionsFromLayer = defineJob({
  title: "Make exclusions from a layer's points, lines and polygons",
  params: z.strictObject({
    layer: z
      .custom<FeatureCollection>((value) => Array.isArray((value as FeatureCollection | null)?.features), "must be a GeoJSON FeatureCollection")
      .describe("GeoJSON FeatureCollection in degrees (WGS 84)"),
    plane: planeSchema.describe("the plane of the exclusions"),
    title: z.string().min(1).describe('what the rule calls them: "Schools"'),
    property: z.string().optional().describe("only features with this property matching one of the values"),
    values: z.array(z.string()).default([]).describe("of the property, in any case of letters"),
    match: textMatchSchema.default("is"),
    nameProperty: z.string().optional().describe("what names a feature; without it the one that most looks like a name"),
    distance: z.number().nonnegative().default(0).describe("kept around points and polygons, m"),
    width: z.number().nonnegative().default(0).describe("of the ground along a line, half of it on each side, m"),
    reason: z.string().describe("why they exclude"),
  }),
  run({ layer, plane, title, property, values, match, distance, width, reason, ...given }, context): LayerExclusions {
    if (property !== undefined && values.every((value) => value.trim() === "")) throw new InputError(`The rule names no value of ${property}. Enter at least one, or take all features.`);
    const isWanted = textTest(values, match);
    const wanted = layer.features.filter(({ properties }) => property === undefined || isWanted(String(properties?.[property] ?? "")));
    const naming = given.nameProperty ?? nameProperty(layer);
    const places: Named[] = [];
    const roads = new Map<string | Feature, { readonly name: string; readonly lines: readonly Point[][] }>();
    for (const [i, feature] of wanted.entries()) {
      context.progress(i / wanted.length, `${title}: ${i + 1} of ${wanted.length}`);
      const ownName = nameOf(feature, naming), name = ownName ?? title;
      const { points, lines, polygons } = shapesOf(feature, plane);
      if (points.length > 0 && distance === 0) throw new InputError(`${title} are points; a distance of 0 m about them excludes nothing. Enter a distance above 0 m.`);
      if (lines.length > 0 && width === 0) throw new InputError(`${title} are lines; a width of 0 m excludes nothing. Enter a width above 0 m.`);
      const grounds = distance > 0 ? bufferShapes(polygons, distance) : polygons;
      places.push(...[...points.map((point) => circle(point, distance)), ...grounds].map((shape) => ({ name, shape })));
      // Without names nothing says which lines are one road, and joining a whole network takes minutes.
      const road = ownName ?? feature;
      if (lines.length > 0) roads.set(road, { name, lines: [...(roads.get(road)?.lines ?? []), ...lines] });
    }
    const stretches = [...roads.values()].flatMap(({ name, lines }): Named[] =>
      // The longest piece of a road has its name without a number.
      bufferLines(lines, width / 2).sort((a, b) => area(b) - area(a)).map((shape) => ({ name, shape })),
    );
    const which = property === undefined ? [] : [`${property} ${matchInWords(values, match)}`];
    const around = places.length > 0 || roads.size === 0 ? [`${distance} m around`] : [];
    const wide = roads.size > 0 ? [`lines ${width} m wide`] : [];
    const rule = `${title}: ${[...which, ...around, ...wide].join(", ")}`;
    const exclusions = [...places, ...stretches].map((one): ExclusionDraft => ({ ...one, reason, rule }));
    return { exclusions, matched: wanted.length, features: layer.features.length };
  },
});

interface Named {
  readonly name: string;
  readonly shape: Polygon;
}

function nameOf({ properties }: Feature, property: string | null): string | null {
  const name: unknown = property === null ? null : properties?.[property];
  return typeof name === "string" && name.trim() !== "" ? name.trim() : typeof name === "number" ? String(name) : null;
}

function shapesOf(feature: Feature, plane: Plane): { readonly points: readonly Point[]; readonly lines: Point[][]; readonly polygons: readonly Polygon[] } {
  const alone: FeatureCollection = { type: "FeatureCollection", features: [feature] };
  const { x, y, starts } = roadLinesOf(alone, plane);
  const lines = Array.from({ length: starts.length - 1 }, (_, line) =>
    Array.from(x.subarray(starts[line], starts[line + 1]), (east, k) => ({ x: east, y: y[starts[line] + k] })),
  );
  return { points: placesOf(alone, plane), lines, polygons: polygonsOf(feature.geometry, plane) };
}
