// Gives units their stratum: by the hours in which patrols are offered, or by the areas in which they lie.

import type { NamedArea } from "../../forecast/evaluate/countsByArea.ts";
import { contains } from "../../geo/contains.ts";
import { interiorPoint } from "../../geo/interiorPoint.ts";
import type { TrialUnit } from "../protocol.ts";

/** "day" where all hours begin from 08:00 to 19:00, "night" where none does, as in the first Thames Valley trial; otherwise "all hours". */
export function partOfDay(hours: readonly number[] | undefined): string {
  if (!hours) return "all hours";
  const byDay = hours.filter((hour) => hour >= 8 && hour < 20).length;
  return byDay === hours.length ? "day" : byDay === 0 ? "night" : "all hours";
}

/** The area that holds a point well inside the unit's first shape; "" where none does. */
export function areaOf({ shapes }: Pick<TrialUnit, "shapes">, areas: readonly NamedArea[]): string {
  const { x, y } = interiorPoint(shapes[0]);
  return areas.find(({ polygons }) => polygons.some((polygon) => contains(polygon, x, y)))?.name ?? "";
}
