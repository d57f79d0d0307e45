// "Best place nearby", for one hexagon or many: one step of history, told by how much each gained.

import { InputError } from "../../core/errors.ts";
import { proposeNudge } from "../../core/hotspots/proposeNudge.ts";
import { setHexagon } from "../../core/plan/edits/setShape.ts";
import type { Plan } from "../../core/plan/plan.ts";
import type { Nudge } from "../shownDesign.ts";
import { committedPlan, useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { commitEdit } from "./editPlan.ts";
import { say } from "./messages.ts";
import { withProgress } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";

/** Its line in the status bar. */
export const NUDGE_JOB = "Best places nearby";

/**
 * Each in its turn, with those before it where they went.
 * @param ids - null: every hexagon that is not locked
 * @throws InputError where there is no such hexagon, or the plan is changed meanwhile
 */
export async function nudgeHexagons(ids: readonly string[] | null): Promise<void> {
  const { index } = theFiltered();
  const from = committedPlan(useStore.getState());
  const asked = from.hotspots.filter(({ id, locked, shape }) => !locked && shape.kind === "hexagon" && (ids === null || ids.includes(id)));
  if (asked.length === 0) throw new InputError("No hexagon that may move is there. Select hexagons that are not locked, or unlock them with Ctrl+L.");
  let plan: Plan = from;
  const nudges: Nudge[] = [];
  await withProgress(NUDGE_JOB, async ({ signal, onProgress }) => {
    for (const [i, { id, name }] of asked.entries()) {
      onProgress(i / asked.length, name);
      await breathe();
      signal.throwIfAborted();
      const { better, hexagon, inside, before, moved, turned } = proposeNudge(plan, plan.hotspots.find((one) => one.id === id)!, index);
      if (!better) continue;
      ({ plan } = setHexagon(plan, id, { centre: hexagon.centre, rotation: hexagon.rotation }));
      nudges.push({ id, name, inside, before, moved, turned });
    }
  });
  if (committedPlan(useStore.getState()) !== from) throw new InputError("The plan was changed while better places were sought, so none was taken. Press the button again.");
  useStore.setState({ nudges });
  if (nudges.length === 0) return say("info", `${asked.length === 1 ? asked[0].name : `None of ${asked.length} hexagons`} has ${asked.length === 1 ? "no" : "a"} better place nearby.`);
  commitEdit({ plan, label: `Move ${nudges.length === 1 ? nudges[0].name : `${nudges.length} hotspots`} to the best place nearby` });
  say("info", inWords(nudges));
}

function inWords(nudges: readonly Nudge[]): string {
  const gain = nudges.reduce((sum, { inside, before }) => sum + inside - before, 0);
  const change = gain >= 0 ? `${gain} more than before` : `${-gain} fewer than before, because an old place broke the spacing`;
  const inside = nudges.reduce((sum, nudge) => sum + nudge.inside, 0);
  return `${nudges.length === 1 ? nudges[0].name : `${nudges.length} hexagons moved`}: ${inside} incidents inside, ${change}.`;
}
