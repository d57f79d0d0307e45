// Cells that hold a target share of crime, and hotspots drawn round the concentrations that they form.

import { InputError } from "../../core/errors.ts";
import { roadLinesOf } from "../../core/formats/roadLinesOf.ts";
import type { Polygon } from "../../core/geo/types.ts";
import { isActive } from "../../core/hotspots/activeExclusions.ts";
import type { JobInput } from "../../core/jobs.ts";
import { addDrawnHotspots } from "../../core/plan/edits/addDrawnHotspots.ts";
import type { ShownTargetCells } from "../shownDesign.ts";
import { committedPlan, useStore } from "../store.ts";
import { percent } from "../ui/format.ts";
import { breathe } from "./breathe.ts";
import { commitEdit } from "./editPlan.ts";
import { changeLayer } from "./layers.ts";
import { say } from "./messages.ts";
import { keepResult } from "./results.ts";
import { runJob, thePool, withProgress } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";

/** Their lines in the status bar. */
export const TARGET_JOB = "Cells of the target share";
export const OUTLINE_JOB = "Outlines of concentrations";

export async function findTargetCells(): Promise<void> {
  const { x, y, filter } = theFiltered();
  const { plane, incidents, designDraft: { target } } = useStore.getState();
  const { side } = committedPlan(useStore.getState());
  if (!plane) throw new InputError("There are no incidents to count. Import incidents first (File > Import incidents).");
  const params = { side, share: target.share, join: target.join, ...(filter.area.length > 0 && { area: [...filter.area] }) };
  const found = await runJob(TARGET_JOB, "crimeConcentrations", { x, y, ...params, plane, outlines: true });
  const targetCells: ShownTargetCells = { asked: target, side, filter, known: incidents?.table.length ?? 0, found };
  useStore.setState({ targetCells });
  changeLayer("target-cells", { visible: true });
  // Drawn first, then kept.
  await breathe();
  const { needed, ofCells, share, groups, count } = found;
  await keepResult({
    job: "crimeConcentrations",
    title: `Cells that hold ${percent(target.share, 0)}`,
    parameters: { ...target, side, studyArea: filter.area.length > 0, cells: needed, ofCells, reached: share, concentrations: groups.length },
    request: { job: "crimeConcentrations", filter, params },
    value: targetCells,
    numbers: { count, needed, ofCells, share },
  });
}

/**
 * Draws round each of the concentrations, and adds what is drawn as hotspots with patrol areas in one step of history.
 * @param groups - indices of concentrations
 */
export async function outlineConcentrations({ found }: ShownTargetCells, groups: readonly number[]): Promise<void> {
  const { x, y } = theFiltered();
  const { designDraft: { outline } } = useStore.getState();
  const from = committedPlan(useStore.getState());
  const keepOut = outline.keepsOut ? from.exclusions.filter(isActive).map(({ shape }) => shape) : [];
  const how = outline.how === "smooth" ? { margin: outline.margin } : { width: outline.width, roads: await roadsOf(outline.roads) };
  const outlines = await withProgress(OUTLINE_JOB, async ({ signal, onProgress }) => {
    const drawn: (readonly Polygon[])[] = [];
    for (const [i, group] of groups.entries()) {
      onProgress(i / groups.length);
      const params: JobInput<"proposeOutline"> = { x, y, hexagons: [...found.groups[group].hexagons], how: outline.how, ...how, keepOut };
      drawn.push((await thePool().run("proposeOutline", params, { signal })).outlines);
    }
    return drawn;
  });
  if (committedPlan(useStore.getState()) !== from) throw new InputError("The plan was changed while the outlines were drawn, so none was taken. Press the button again.");
  const edit = addDrawnHotspots(from, outlines);
  commitEdit(edit);
  useStore.setState({ selection: edit.added });
  const empty = groups.length - edit.added.length;
  if (empty > 0) say("info", `${empty} of ${groups.length} concentrations lie in exclusions as a whole and have no outline.`);
}

/** @throws InputError where no layer with lines is chosen */
async function roadsOf(id: string | null) {
  const { contextLayers, plane } = useStore.getState();
  const layer = contextLayers.find((one) => one.id === id);
  if (!layer || !plane) throw new InputError("No layer of roads is chosen. Add one (Layers, Add a layer) and choose it, or take smooth outlines.");
  await breathe();
  const roads = roadLinesOf(layer.data, plane);
  if (roads.starts.length < 2) throw new InputError(`The layer ${layer.name} has no lines, so no street is in it. Choose another layer.`);
  return roads;
}
