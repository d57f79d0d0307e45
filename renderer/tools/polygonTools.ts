// Patrol areas and exclusions, drawn corner by corner.

import { area } from "../../core/geo/area.ts";
import { contains } from "../../core/geo/contains.ts";
import { countInside } from "../../core/geo/countInside.ts";
import { interiorPoint } from "../../core/geo/interiorPoint.ts";
import type { Point, Polygon } from "../../core/geo/types.ts";
import { describeViolation, spacingViolations } from "../../core/hotspots/spacing.ts";
import { addExclusion } from "../../core/plan/edits/addExclusion.ts";
import { addPatrolArea } from "../../core/plan/edits/addPatrolArea.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { commitEdit } from "../actions/editPlan.ts";
import { committedPlan, useStore } from "../store.ts";
import { area as areaText, count } from "../ui/format.ts";
import { drawingTool } from "./drawing.ts";
import { withoutName } from "./readout.ts";

const polygon = (points: readonly Point[]): Polygon => ({ kind: "polygon", rings: [points] });

/** The hotspot that is selected, else the one that the area lies in; null: it stands by itself. */
export function ownerOf(plan: Plan, shape: Polygon, selection: readonly string[]): string | null {
  const selected = plan.hotspots.filter(({ id }) => selection.includes(id));
  if (selected.length === 1) return selected[0].id;
  const { x, y } = interiorPoint(shape);
  return plan.hotspots.find((hotspot) => contains(hotspot.shape, x, y))?.id ?? null;
}

const NEED = "Click the corners; Enter or double-click finishes, Esc gives up";

function sizeOf(shape: Polygon): string {
  const index = useStore.getState().filtered?.index;
  const incidents = index ? `${count(countInside(index, shape))} incidents · ` : "";
  return `${incidents}${areaText(area(shape))}`;
}

export const polygonTool = drawingTool({
  name: "polygon",
  ring: true,
  least: 3,
  describe(points) {
    if (points.length < 3) return { readout: NEED, tone: "plain" };
    const state = useStore.getState();
    const plan = committedPlan(state);
    const shape = polygon(points);
    const { plan: next, added } = addPatrolArea(plan, shape, ownerOf(plan, shape, state.selection));
    const drawn = next.patrolAreas.find(({ id }) => id === added[0])!;
    const [broken] = spacingViolations(next, [drawn]);
    const owner = next.hotspots.find(({ id }) => id === drawn.hotspot);
    const said = `${drawn.name}${owner ? ` of ${owner.name}` : ""} · ${sizeOf(shape)}`;
    return broken ? { readout: `${said} · ${withoutName(describeViolation(next, broken), drawn.name)}`, tone: "bad" } : { readout: said, tone: "plain" };
  },
  finish(points) {
    const state = useStore.getState();
    const plan = committedPlan(state);
    const shape = polygon(points);
    const addition = addPatrolArea(plan, shape, ownerOf(plan, shape, state.selection));
    commitEdit(addition);
    useStore.setState({ selection: addition.added });
    return true;
  },
});

export const exclusionTool = drawingTool({
  name: "exclusion",
  ring: true,
  least: 3,
  describe: (points) => (points.length < 3 ? { readout: NEED, tone: "plain" } : { readout: `Exclusion · ${sizeOf(polygon(points))}`, tone: "plain" }),
  finish(points) {
    const addition = addExclusion(committedPlan(useStore.getState()), polygon(points), "");
    commitEdit(addition);
    useStore.setState({ selection: addition.added });
    return true;
  },
});
