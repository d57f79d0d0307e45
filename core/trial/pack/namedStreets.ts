// Streets with their names, from a layer of lines.

import type { Feature, FeatureCollection } from "geojson";
import { nameProperty } from "../../formats/nameProperty.ts";
import { roadLinesOf } from "../../formats/roadLinesOf.ts";
import { boxesMeet, bounds, columnBounds } from "../../geo/bounds.ts";
import { containsTest } from "../../geo/contains.ts";
import type { Plane } from "../../geo/plane.ts";
import type { Shape } from "../../geo/types.ts";
import type { RoadLines } from "../../patrol/roads/roadLines.ts";
import { groupBy } from "../../record/groupBy.ts";

export interface NamedStreet {
  /** "" where the layer names none. */
  readonly name: string;
  readonly lines: RoadLines;
}

/** Steps along a street in which it is asked whether it is in a shape, m. */
const STEP = 10;

/** Every feature that has a line; features of one name are one street. */
export function namedStreets(layer: FeatureCollection, plane: Plane): NamedStreet[] {
  const key = nameProperty(layer);
  const nameOf = ({ properties }: Feature): string => {
    const name: unknown = key === null ? "" : properties?.[key];
    return typeof name === "string" ? name.trim() : "";
  };
  return groupBy(layer.features, nameOf)
    .map((features) => ({ name: nameOf(features[0]), lines: roadLinesOf({ type: "FeatureCollection", features }, plane) }))
    .filter(({ lines }) => lines.x.length > 0);
}

/** Names of the streets that run through the shapes, in alphabetical order. */
export function streetsThrough(shapes: readonly Shape[], streets: readonly NamedStreet[]): string[] {
  return streets.filter(({ name, lines }) => name !== "" && shapes.some((shape) => runsThrough(lines, shape))).map(({ name }) => name).sort((a, b) => a.localeCompare(b, "en"));
}

function runsThrough({ x, y, starts }: RoadLines, shape: Shape): boolean {
  if (!boxesMeet(columnBounds(x, y), bounds(shape))) return false;
  const inShape = containsTest(shape);
  for (let line = 0; line + 1 < starts.length; line++) {
    for (let i = starts[line] + 1; i < starts[line + 1]; i++) {
      const steps = Math.max(1, Math.ceil(Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]) / STEP));
      for (let k = 0; k <= steps; k++) {
        if (inShape(x[i - 1] + ((x[i] - x[i - 1]) * k) / steps, y[i - 1] + ((y[i] - y[i - 1]) * k) / steps)) return true;
      }
    }
  }
  return false;
}
