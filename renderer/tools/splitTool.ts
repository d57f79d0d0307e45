// Split: a line drawn across a patrol area divides it.

import type { Point } from "../../core/geo/types.ts";
import { distance } from "../../core/geo/distance.ts";
import { splitPatrolArea } from "../../core/plan/edits/splitPatrolArea.ts";
import type { PatrolArea, Plan } from "../../core/plan/plan.ts";
import { InputError } from "../../core/errors.ts";
import { commitEdit } from "../actions/editPlan.ts";
import { say } from "../actions/messages.ts";
import { committedPlan, useStore } from "../store.ts";
import { metres } from "../ui/format.ts";
import { drawingTool } from "./drawing.ts";
import { lengthOf } from "./measureTool.ts";

/** The patrol areas that the line touches: of the selected ones, where any is selected. */
export function areasAcross(plan: Plan, line: readonly Point[], selection: readonly string[]): readonly PatrolArea[] {
  const chosen = plan.patrolAreas.filter(({ id }) => selection.includes(id));
  // There and back again, a line is a ring with no inside.
  const ring = { kind: "polygon", rings: [[...line, ...line.slice(1, -1).reverse()]] } as const;
  return (chosen.length > 0 ? chosen : plan.patrolAreas).filter(({ shape }) => distance(shape, ring) === 0);
}

export const splitTool = drawingTool({
  name: "split",
  ring: false,
  least: 2,
  describe(points) {
    if (points.length < 2) return { readout: "Click on one side of a patrol area, then on the other; Enter or double-click splits", tone: "plain" };
    const { selection, ...state } = useStore.getState();
    const across = areasAcross(committedPlan({ selection, ...state }), points, selection);
    const names = across.map(({ name }) => name).join(", ");
    return { readout: `${metres(lengthOf(points))} · ${across.length > 0 ? `across ${names}` : "crosses no patrol area"}`, tone: "plain" };
  },
  finish(points) {
    const state = useStore.getState();
    const plan = committedPlan(state);
    const across = areasAcross(plan, points, state.selection);
    if (across.length !== 1) {
      say("info", across.length === 0 ? "The line crosses no patrol area. Draw it from one side to the other." : `The line crosses ${across.length} patrol areas. Select the one to split first.`);
      return false;
    }
    try {
      const split = splitPatrolArea(plan, across[0].id, points);
      commitEdit(split);
      useStore.setState({ selection: [across[0].id, ...split.added] });
      return true;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      say("info", error.message);
      return false;
    }
  },
});
