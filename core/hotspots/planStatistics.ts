// The numbers beside each shape of the plan in tables and exports: incidents inside, shares of crime and of area.

import type { AreaStatistics } from "../formats/planFeatures.ts";
import { area } from "../geo/area.ts";
import { countInside } from "../geo/countInside.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import type { Polygon } from "../geo/types.ts";
import type { Plan } from "../plan/plan.ts";

/** @param studyArea - the polygons that the filter keeps to; empty where it keeps to none: then no share of area */
export function planStatistics(plan: Plan, index: PointIndex, studyArea: readonly Polygon[]): ReadonlyMap<string, AreaStatistics> {
  const whole = studyArea.reduce((sum, polygon) => sum + area(polygon), 0);
  return new Map(
    [...plan.hotspots, ...plan.patrolAreas].map(({ id, shape }) => {
      const incidents = countInside(index, shape);
      return [
        id,
        {
          incidents,
          shareOfIncidents: index.total > 0 ? incidents / index.total : null,
          shareOfArea: whole > 0 ? area(shape) / whole : null,
        },
      ];
    }),
  );
}
