// Features from a file → hotspots, patrol areas and exclusions of a plan: the way back from every export.

import type { Feature, FeatureCollection, Position } from "geojson";
import { rotationOfBearing } from "../geo/hexagon.ts";
import { orient } from "../geo/orient.ts";
import { planeProjection, type Plane } from "../geo/plane.ts";
import type { Projection } from "../geo/transverseMercator.ts";
import type { Hexagon, Polygon, Shape } from "../geo/types.ts";
import { parseHours } from "../plan/hourRanges.ts";
import { EMPTY_PLAN, type Plan } from "../plan/plan.ts";
import { cornerDistance, hexagonFromRing } from "./hexagonFromRing.ts";
import type { PlanLayerName } from "./planFeatures.ts";

export interface PlanFromFeatures {
  /** `base` with the features added to it. */
  readonly plan: Plan;
  readonly added: readonly string[];
  /** Features that are no polygons. */
  readonly ignored: number;
}

/** Corners in the file are rounded to 8 mm; beyond this the shape was edited there and its attributes are old. */
const TOLERANCE = 0.02;

/**
 * A feature's `layer` attribute says what it is; where it has none, it becomes what `as` says. A hexagon is recognised
 * by its corners, whatever made it; `edge_m` and `rotation_degrees` only restore the digits that rounding took.
 * Ids are kept where they are free. A multipolygon becomes one entity a part.
 */
export function planFromFeatures(
  collections: readonly FeatureCollection[],
  plane: Plane,
  options: { readonly base?: Plan; readonly as?: PlanLayerName } = {},
): PlanFromFeatures {
  const { base = EMPTY_PLAN, as = "hotspots" } = options;
  const projection = planeProjection(plane);
  const hotspots = [...base.hotspots], patrolAreas = [...base.patrolAreas], exclusions = [...base.exclusions];
  const used = new Set([...hotspots, ...patrolAreas, ...exclusions].map(({ id }) => id));
  const renamed = new Map<string, string>();
  const added: string[] = [];
  let { next, buffer } = base, ignored = 0;

  const takeId = (wanted: string | null, prefix: string): string => {
    const number = /^[hpx](\d{1,9})$/.exec(wanted ?? "")?.[1];
    const kept = wanted !== null && number !== undefined && wanted.startsWith(prefix) && !used.has(wanted);
    const id = kept ? wanted : `${prefix}${next}`;
    next = Math.max(next + (kept ? 0 : 1), kept ? Number.parseInt(number, 10) + 1 : 0);
    used.add(id);
    added.push(id);
    return id;
  };

  for (const feature of collections.flatMap((collection) => collection.features)) {
    const polygons = polygonsOf(feature, projection);
    if (polygons.length === 0) ignored++;
    const attributes = feature.properties ?? {};
    const layer = textOf(attributes.layer) ?? as;
    const wanted = polygons.length === 1 ? (textOf(attributes.id) ?? textOf(feature.id)) : null;
    for (const [part, shape] of polygons.entries()) {
      const id = takeId(wanted, layer === "patrol_areas" ? "p" : layer === "exclusions" ? "x" : "h");
      if (wanted !== null) renamed.set(wanted, id);
      const given = textOf(attributes.name) ?? id.toUpperCase();
      const name = part === 0 ? given : `${given} (${part + 1})`;
      const note = textOf(attributes.note) ?? "";
      if (layer === "patrol_areas") patrolAreas.push({ id, name, note, shape, hotspot: textOf(attributes.hotspot) });
      else if (layer === "exclusions") {
        const rule = textOf(attributes.rule), overruled = textOf(attributes.overruled);
        exclusions.push({ id, name, reason: note, shape, ...(rule !== null && { rule }), ...(overruled !== null && { overruled }) });
      }
      else {
        const rank = numberOf(attributes.rank);
        const locked = attributes.locked === true || attributes.locked === "true" || attributes.locked === 1;
        const hours = parseHours(textOf(attributes.available_hours) ?? "");
        hotspots.push({
          id, name, note, locked,
          shape: sharpened(shape, feature),
          rank: rank !== null && Number.isInteger(rank) && rank > 0 ? rank : null,
          ...(hours && { hours }),
        });
        const stated = numberOf(attributes.buffer_m);
        if (base.hotspots.length === 0 && stated !== null && stated >= 0) buffer = stated;
      }
    }
  }
  const known = new Set(hotspots.map(({ id }) => id));
  const linked = patrolAreas.map((patrolArea, i) => {
    if (i < base.patrolAreas.length || patrolArea.hotspot === null) return patrolArea;
    const hotspot = renamed.get(patrolArea.hotspot) ?? patrolArea.hotspot;
    return { ...patrolArea, hotspot: known.has(hotspot) ? hotspot : null };
  });
  return { plan: { ...base, hotspots, patrolAreas: linked, exclusions, buffer, next }, added, ignored };
}

/** The hexagon that a ring is, with the attributes' digits where they agree with it; otherwise the polygon as it is. */
function sharpened(shape: Polygon, feature: Feature): Shape {
  const fitted = shape.rings.length === 1 ? hexagonFromRing(shape.rings[0], TOLERANCE) : null;
  if (!fitted) return shape;
  const side = numberOf(feature.properties?.edge_m), bearing = numberOf(feature.properties?.rotation_degrees);
  if (side === null || bearing === null) return fitted;
  const stated: Hexagon = { ...fitted, side, rotation: rotationOfBearing(bearing) };
  return cornerDistance(stated, fitted) <= TOLERANCE ? stated : fitted;
}

function polygonsOf({ geometry }: Feature, projection: Projection): readonly Polygon[] {
  const parts = geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
  return parts.map((rings) =>
    orient({ kind: "polygon", rings: rings.map((ring) => ring.slice(0, -1).map(([lon, lat]: Position) => projection.forward([lon, lat]))) }),
  );
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : null;

/** KML and CSV hold numbers as text. */
function numberOf(value: unknown): number | null {
  const number = typeof value === "number" ? value : typeof value === "string" && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number.parseFloat(value) : NaN;
  return Number.isFinite(number) ? number : null;
}
