// Measure: length along the clicked points and, from three on, the area they enclose.

import { area } from "../../core/geo/area.ts";
import type { Point } from "../../core/geo/types.ts";
import { area as areaText, metres } from "../ui/format.ts";
import { drawingTool, faultsOf } from "./drawing.ts";

/** Along the line, m. */
export const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, { x, y }, i) => sum + Math.hypot(x - points[i].x, y - points[i].y), 0);

export const measureTool = drawingTool({
  name: "measure",
  ring: false,
  least: 2,
  stays: true,
  describe(points) {
    if (points.length < 2) return { readout: "Click where to start measuring", tone: "plain" };
    const [a, b] = points.slice(-2);
    const last = points.length > 2 ? ` (last ${metres(Math.hypot(b.x - a.x, b.y - a.y))})` : "";
    // A line that crosses itself encloses no area that could be named.
    const closed = points.length > 2 && faultsOf(points, true).length === 0 ? ` · ${areaText(area({ kind: "polygon", rings: [points] }))}` : "";
    return { readout: `${metres(lengthOf(points))}${last}${closed}`, tone: "plain" };
  },
  finish: () => true,
});
