// The best set of hexagons: searched in a worker with the best so far on the map, kept with its proof, taken over in one step.

import { InputError } from "../../core/errors.ts";
import { countInside } from "../../core/geo/countInside.ts";
import type { Hexagon } from "../../core/geo/types.ts";
import { isActive } from "../../core/hotspots/activeExclusions.ts";
import { spacingViolations } from "../../core/hotspots/spacing.ts";
import { harmOfIncidents } from "../../core/incidents/harm/harmOfIncidents.ts";
import type { JobInput, JobResult } from "../../core/jobs.ts";
import { replaceable, takeHexagons } from "../../core/plan/edits/takeHexagons.ts";
import type { HarmTable, Hotspot, Plan } from "../../core/plan/plan.ts";
import type { ShownPlacement } from "../shownDesign.ts";
import { committedPlan, useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { commitEdit } from "./editPlan.ts";
import { changeLayer } from "./layers.ts";
import { isAbort } from "./messages.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";

/** Its line in the status bar. */
export const PLACEMENT_JOB = "Best set of hexagons";

type Params = JobInput<"placeHexagons">;
type Rules = Omit<Params, "x" | "y" | "weight">;
type Found = JobResult<"placeHexagons">;

/** @throws InputError where there are no incidents */
export async function runPlacement(): Promise<void> {
  const { x, y, filter, index, selected } = theFiltered();
  const { project, incidents, designDraft: { placement: asked } } = useStore.getState();
  const plan = committedPlan(useStore.getState());
  const replaced = asked.adds ? [] : replaceable(plan);
  const ids = replaced.map(({ id }) => id);
  const harm = asked.counts === "harm" ? plan.harm : null;
  const weight = harm ? harmOfIncidents(incidents!.table, selected, harm).weight : undefined;
  const rules: Rules = { ...rulesOf(plan, ids), k: asked.k, rotate: asked.rotate, seed: asked.seed, seconds: asked.seconds };
  const stop = new AbortController();
  const isElsewhere = (): boolean => useStore.getState().project?.id !== project?.id;
  const show = (best: Found | null): void => {
    // Of a project that was closed meanwhile nothing is wanted any more.
    if (isElsewhere()) stop.abort();
    else useStore.setState({ placementSearch: { best, keep: () => stop.abort() } });
  };
  show(null);
  changeLayer("proposed", { visible: true });
  try {
    const { found, stopped } = await search({ ...rules, x, y, weight }, stop.signal, show);
    const counted = weight ? await thePool().run("buildPointIndex", { x, y, weight }) : index;
    if (isElsewhere()) return;
    const broken = (hexagons: readonly Hexagon[]): number => spacingViolations(takeHexagons(plan, hexagons, ids).plan).length;
    const placement: ShownPlacement = {
      asked: { ...asked, counts: harm ? "harm" : "incidents" }, side: plan.side, filter, known: incidents?.table.length ?? 0,
      replaced: replaced.map(({ id, name, shape }) => ({ id, name, shape, inside: countInside(counted, shape) })),
      standing: plan.hotspots.length - replaced.length,
      found, stopped,
      violations: { byHand: spacingViolations(plan).length, greedy: broken(found.greedy.hexagons), proposed: broken(found.hexagons) },
    };
    useStore.setState({ placement, placementSearch: null });
    // Drawn first, then kept.
    await breathe();
    await keep(placement, rules, harm);
  } finally {
    if (!isElsewhere()) useStore.setState({ placementSearch: null });
  }
}

/** @throws DOMException "AbortError" where the person cancels, or stops it before anything was found */
async function search(params: Params, stop: AbortSignal, show: (best: Found) => void): Promise<{ readonly found: Found; readonly stopped: boolean }> {
  let best: Found | null = null;
  try {
    const found = await withProgress(PLACEMENT_JOB, ({ signal, onProgress }) =>
      thePool().run("placeHexagons", params, { signal: AbortSignal.any([signal, stop]), onProgress, onFound: (one) => show((best = one as Found)) }),
    );
    return { found, stopped: false };
  } catch (error) {
    if (!isAbort(error) || !stop.aborted || best === null) throw error;
    return { found: best, stopped: true };
  }
}

/** What stays and what must be kept clear of, for hexagons in the place of the hotspots `replaced`. */
function rulesOf({ side, buffer, hotspots, patrolAreas, exclusions }: Plan, replaced: readonly string[]): Omit<Rules, "k"> {
  const gives = ({ id }: Hotspot): boolean => replaced.includes(id);
  const { area } = useStore.getState().filter;
  const start = hotspots.filter(gives).map(({ shape }) => shape as Hexagon);
  return {
    side,
    buffer,
    locked: hotspots.filter((hotspot) => !gives(hotspot)).map(({ shape }) => shape),
    patrolAreas: patrolAreas.map(({ shape }) => shape),
    exclusions: exclusions.filter(isActive).map(({ shape }) => shape),
    ...(area.length > 0 && { area: [...area] }),
    ...(start.length > 0 && start.every((hexagon) => hexagon.side === side) && { start }),
  };
}

async function keep(placement: ShownPlacement, rules: Rules, harm: HarmTable | null): Promise<void> {
  const { asked, side, standing, replaced, filter, found, stopped } = placement;
  const { hexagons, objective, bound, gap, greedy, lockedInside, total, finished } = found;
  await keepResult({
    job: "placeHexagons",
    title: `Best set of ${hexagons.length} hexagons${stopped ? ", stopped" : ""}`,
    parameters: {
      ...asked, side, buffer: rules.buffer, harm: harm?.name ?? null, standing, replaced: replaced.length,
      exclusions: rules.exclusions?.length ?? 0, patrolAreas: rules.patrolAreas?.length ?? 0, studyArea: rules.area !== undefined,
      inside: objective, bound, gap, greedy: greedy.objective, lockedInside, total, finished: stopped ? "stopped" : finished,
    },
    request: { job: "placeHexagons", filter, params: { ...rules, ...(harm && { harm }) } },
    value: placement,
    // What the person or time ended comes out differently on another day; the greedy choice does not.
    numbers: stopped || finished === "time" ? { greedy, lockedInside } : { objective, greedy, lockedInside },
  });
}

/** One step of history. @throws InputError where nothing was found */
export function takePlacement({ found, replaced }: ShownPlacement): void {
  if (found.hexagons.length === 0) throw new InputError("No hexagon keeps all distances, so there is nothing to take over. Remove exclusions, unlock hotspots, or widen the study area.");
  const edit = takeHexagons(committedPlan(useStore.getState()), found.hexagons, replaced.map(({ id }) => id));
  commitEdit(edit);
  useStore.setState({ selection: edit.added });
  // The hotspots stand there now.
  changeLayer("proposed", { visible: false });
}
