// How much crime the patrol areas hold for how much of the area: the numbers beside the drawing.

import { countInAny } from "../geo/countInside.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import { unionArea } from "../geo/unionArea.ts";
import type { Shape } from "../geo/types.ts";

export interface Captured {
  /** Incidents in any of the shapes, each counted once. */
  readonly incidents: number;
  /** Area of all of them together, overlaps counted once, m². */
  readonly area: number;
  /** Shares of all incidents and of the study area, 0 to 1; null where the whole is 0 or not known. */
  readonly incidentShare: number | null;
  readonly areaShare: number | null;
  /** Prediction accuracy index: incidentShare / areaShare (Chainey, Tompson and Uhlig 2008); null with either. */
  readonly pai: number | null;
}

/** @param studyArea - m²; null where none is set */
export function captured(shapes: readonly Shape[], index: PointIndex, studyArea: number | null): Captured {
  const incidents = countInAny(index, shapes);
  const area = unionArea(shapes);
  const incidentShare = index.total > 0 ? incidents / index.total : null;
  const areaShare = studyArea !== null && studyArea > 0 ? area / studyArea : null;
  const pai = incidentShare !== null && areaShare !== null && areaShare > 0 ? incidentShare / areaShare : null;
  return { incidents, area, incidentShare, areaShare, pai };
}
