// The polygons of a layer as units of a trial.

import type { FeatureCollection } from "geojson";
import { InputError } from "../../errors.ts";
import { nameProperty } from "../../formats/nameProperty.ts";
import { polygonsOf } from "../../formats/polygonsOf.ts";
import type { Plane } from "../../geo/plane.ts";
import { parseHours } from "../../plan/hourRanges.ts";
import type { TrialUnit } from "../protocol.ts";

/**
 * The property `id` names a unit, otherwise the one that sounds like a name, otherwise its number. Features of one name are one unit
 * with several shapes; `stratum`, `group`, `team` and `available_hours` ("08-19") are taken where they are there.
 * @throws InputError where the layer has no polygon
 */
export function unitsOfLayer(data: FeatureCollection, plane: Plane): TrialUnit[] {
  const named = nameProperty(data);
  const units = new Map<string, TrialUnit>();
  data.features.forEach(({ geometry, properties }, i) => {
    const shapes = polygonsOf(geometry, plane);
    if (shapes.length === 0) return;
    const text = (property: string): string => {
      const value: unknown = properties?.[property];
      return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    };
    const id = text("id") || (named === null ? "" : text(named)) || `${i + 1}`;
    const before = units.get(id);
    if (before) return void units.set(id, { ...before, shapes: [...before.shapes, ...shapes] });
    const group = text("group"), team = text("team"), hours = text("available_hours") === "" ? null : parseHours(text("available_hours"));
    units.set(id, {
      id, name: (named === null ? "" : text(named)) || id, stratum: text("stratum"), shapes,
      ...(group !== "" && { group }), ...(team !== "" && { team }), ...(hours && hours.length < 24 && { hours }),
    });
  });
  if (units.size === 0) throw new InputError("The layer has no polygon, so it holds no unit of a trial. Choose a layer of areas.");
  return [...units.values()];
}
