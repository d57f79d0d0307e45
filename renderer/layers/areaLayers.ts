// Patrol areas (teal, filled) and exclusions (grey, hatched; hollow and thin where they are overruled).

import type { Layer } from "@deck.gl/core";
import { LineLayer, SolidPolygonLayer } from "@deck.gl/layers";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Exclusion, PatrolArea } from "../../core/plan/plan.ts";
import type { Scheme } from "../map/scheme.ts";
import { hatchLines, type Segment } from "./hatchLines.ts";
import { FLAT } from "./flat.ts";
import { casedPaths } from "./hotspotLayers.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { shapeOutline } from "./shapeOutline.ts";

export interface AreaStyle {
  readonly selection: ReadonlySet<string>;
  readonly scheme: Scheme;
  readonly opacity: number;
}

export function patrolAreaLayers(id: string, areas: readonly PatrolArea[], projection: Projection, style: AreaStyle): Layer[] {
  if (areas.length === 0) return [];
  const colour = MAP_COLOURS[style.scheme].patrolArea;
  return [
    new SolidPolygonLayer<PatrolArea>({
      id: `${id}-fill`,
      data: areas,
      getPolygon: ({ shape }) => shapeOutline(projection, shape),
      getFillColor: (area) => withAlpha(colour, style.selection.has(area.id) ? 0.34 : 0.24),
      opacity: style.opacity,
      parameters: FLAT,
      updateTriggers: { getFillColor: [style.selection, style.scheme] },
    }),
    ...outlines(id, areas, projection, style, colour),
  ];
}

/** @param spacing between the lines of the hatch, m */
export function exclusionLayers(id: string, exclusions: readonly Exclusion[], projection: Projection, style: AreaStyle, spacing: number): Layer[] {
  if (exclusions.length === 0) return [];
  const colour = MAP_COLOURS[style.scheme].exclusion;
  return [
    new LineLayer<Segment>({
      id: `${id}-hatch`,
      data: exclusions.flatMap(({ shape, overruled }) => (overruled === undefined ? hatchLines(shape, spacing) : [])),
      getSourcePosition: ([from]) => projection.inverse(from) as [number, number],
      getTargetPosition: ([, to]) => projection.inverse(to) as [number, number],
      getColor: withAlpha(colour, 0.8),
      getWidth: 1.25,
      widthUnits: "pixels",
      opacity: style.opacity,
      parameters: FLAT,
      updateTriggers: { getColor: [style.scheme] },
    }),
    ...outlines(id, exclusions, projection, style, colour),
  ];
}

function outlines(
  id: string,
  areas: readonly (PatrolArea | Exclusion)[],
  projection: Projection,
  { selection, scheme, opacity }: AreaStyle,
  colour: readonly [number, number, number],
): Layer[] {
  const data = areas.flatMap((area) => shapeOutline(projection, area.shape).map((path) => ({ area, path })));
  const { selected } = MAP_COLOURS[scheme];
  return casedPaths(
    id,
    data,
    ({ area }) => (selection.has(area.id) ? selected : colour),
    ({ area }) => (selection.has(area.id) ? 3 : "overruled" in area && area.overruled !== undefined ? 1 : 2),
    scheme,
    { opacity, parameters: FLAT, updateTriggers: { getColor: [selection, scheme], getWidth: [selection] } },
  );
}
