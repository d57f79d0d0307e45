// The meter beside patrol areas as they are drawn: crime and area held, crimes a day, and how long it takes to walk round.

import { countInAny } from "../../geo/countInside.ts";
import { perimeter } from "../../geo/perimeter.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";
import type { Shape } from "../../geo/types.ts";
import { captured, type Captured } from "../captured.ts";

export interface Meter extends Captured {
  /** Incidents a day; null where the number of days is not known. */
  readonly perDay: number | null;
  /** The same of all offences, whatever the filter keeps of them; null where they were not given. */
  readonly all: { readonly incidents: number; readonly incidentShare: number | null; readonly perDay: number | null } | null;
  /** Length of the outlines, holes included, m; of several shapes the sum. */
  readonly perimeter: number;
  /** perimeter / speed, minutes. */
  readonly walkMinutes: number;
}

export interface MeterInput {
  readonly shapes: readonly Shape[];
  /** Of the filtered incidents; and of all offences in the same days, null where they are not wanted. */
  readonly index: PointIndex;
  readonly allIndex: PointIndex | null;
  /** That the filter keeps (daysOfFilter). */
  readonly days: number | null;
  /** m²; null where none is set. */
  readonly studyArea: number | null;
  /** km/h. */
  readonly speed: number;
}

/** A walk on patrol with stops on the way is slower than the 5 km/h of a brisk one; km/h. */
export const PATROL_SPEED = 4.5;

/** Of the shapes together, overlaps counted once. What stands still is remembered, so that a drag is cheap. */
export function areaMeter({ shapes, index, allIndex, days, studyArea, speed }: MeterInput): Meter {
  const held = captured(shapes, index, studyArea);
  const perDay = (incidents: number): number | null => (days !== null && days > 0 ? incidents / days : null);
  const ofAll = allIndex ? countInAny(allIndex, shapes) : 0;
  const length = shapes.reduce((sum, shape) => sum + perimeter(shape), 0);
  return {
    ...held,
    perDay: perDay(held.incidents),
    all: allIndex && { incidents: ofAll, incidentShare: allIndex.total > 0 ? ofAll / allIndex.total : null, perDay: perDay(ofAll) },
    perimeter: length,
    walkMinutes: (60 * length) / (1000 * speed),
  };
}
