// Broken spacing rules: red hatch on what is involved, and the metres that are missing between the two.

import type { Layer } from "@deck.gl/core";
import { LineLayer, PathLayer } from "@deck.gl/layers";
import { interiorPoint } from "../../core/geo/interiorPoint.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Shape } from "../../core/geo/types.ts";
import type { Violation } from "../../core/hotspots/spacing.ts";
import type { Plan } from "../../core/plan/plan.ts";
import type { Scheme } from "../map/scheme.ts";
import { bufferRings } from "../../core/geo/bufferRings.ts";
import { hatchLines, type Segment } from "./hatchLines.ts";
import { FLAT } from "./flat.ts";
import { labelLayer } from "./labelLayer.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { outlineOf, shapeOutline } from "./shapeOutline.ts";

/** @param spacing between the lines of the hatch, m */
export function violationLayers(
  plan: Plan,
  violations: readonly Violation[],
  projection: Projection,
  { scheme, spacing, opacity, labelled }: { scheme: Scheme; spacing: number; opacity: number; labelled: boolean },
): Layer[] {
  if (violations.length === 0) return [];
  const shapes = new Map<string, Shape>();
  for (const { id, shape } of [...plan.hotspots, ...plan.patrolAreas, ...plan.exclusions]) shapes.set(id, shape);
  const hotspots = new Set(plan.hotspots.map(({ id }) => id));
  const involved = [...new Set(violations.flatMap(({ a, b }) => [a, b]))].filter((id) => shapes.has(id));
  const colour = MAP_COLOURS[scheme].violation;
  const outlines = involved.flatMap((id) => {
    const shape = shapes.get(id)!;
    if (!hotspots.has(id)) return shapeOutline(projection, shape);
    const rings = bufferRings(shape, plan.buffer);
    return outlineOf(projection, rings, rings);
  });
  const hatch = involved.flatMap((id) => hatchLines(shapes.get(id)!, spacing));
  const labels = violations.flatMap(({ a, b, gap, needed }) => {
    const [shapeA, shapeB] = [shapes.get(a), shapes.get(b)];
    if (!shapeA || !shapeB) return [];
    const [from, to] = [interiorPoint(shapeA), interiorPoint(shapeB)];
    const at = projection.inverse({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    // Rounded up: what is missing must never read as less than it is.
    const short = needed - gap;
    return [{ at, text: short > 0 ? `${short < 10 ? Math.ceil(short * 10) / 10 : Math.ceil(short)} m short` : "overlaps", tone: "bad" as const }];
  });
  const common = { opacity, parameters: FLAT };
  return [
    new LineLayer<Segment>({
      ...common,
      id: "violations-hatch",
      data: hatch,
      getSourcePosition: ([from]) => projection.inverse(from) as [number, number],
      getTargetPosition: ([, to]) => projection.inverse(to) as [number, number],
      getColor: withAlpha(colour, 0.75),
      getWidth: 1.5,
      widthUnits: "pixels",
    }),
    new PathLayer<[number, number][]>({
      ...common,
      id: "violations-outline",
      data: outlines as unknown as [number, number][][],
      getPath: (path) => path,
      getColor: withAlpha(colour, 1),
      getWidth: 1.75,
      widthUnits: "pixels",
    }),
    ...(labelled ? [labelLayer("violations-label", labels, scheme, opacity)] : []),
  ];
}
