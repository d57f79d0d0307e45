// "Snap to the best nearby position": the proposal becomes one step of history.

import { InputError } from "../../core/errors.ts";
import { proposeNudge } from "../../core/hotspots/proposeNudge.ts";
import { setHexagon } from "../../core/plan/edits/setShape.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";
import { say } from "./messages.ts";

export function proposeForSelected(): void {
  const state = useStore.getState();
  const plan = committedPlan(state);
  const hotspot = plan.hotspots.find(({ id }) => state.selection.includes(id));
  if (!hotspot || hotspot.shape.kind !== "hexagon") throw new InputError("No hexagon is selected. Click one on the map first.");
  if (hotspot.locked) throw new InputError(`${hotspot.name} is locked. Unlock it first (Ctrl+L).`);
  if (!state.filtered) throw new InputError("There are no incidents to count. Import incidents first.");
  const proposal = proposeNudge(plan, hotspot, state.filtered.index);
  if (!proposal.better) return say("info", `${hotspot.name}: no better place was found within ${proposal.radius} m.`);
  const { centre, rotation } = proposal.hexagon;
  commitEdit({ ...setHexagon(plan, hotspot.id, { centre, rotation }), label: `Move ${hotspot.name} to the best place nearby` });
  const gain = proposal.inside - proposal.before;
  const change = gain >= 0 ? `${gain} more than before` : `${-gain} fewer than before, because the old place broke the spacing`;
  say("info", `${hotspot.name}: ${proposal.inside} incidents inside, ${change}.`);
}
