// Hotspots by several methods side by side, as filtered or for day and night separately; cells on which they agree become hotspots.

import { InputError } from "../../core/errors.ts";
import { harmOfIncidents } from "../../core/incidents/harm/harmOfIncidents.ts";
import { cellShape, promote, type PassedOver } from "../../core/hotspots/promote.ts";
import { requirePrecision } from "../../core/incidents/requirePrecision.ts";
import type { JobInput } from "../../core/jobs.ts";
import type { RunOptions } from "../../workers/pool.ts";
import { setHoursOfAll } from "../../core/plan/edits/setHours.ts";
import { progressParts } from "../../workers/progressParts.ts";
import type { FindDraft } from "../findDraft.ts";
import { DAY_PARTS, filterOfPart, hoursOfPart, shownFind, START_FIND_VIEW, type DayPart, type FindView, type ShownFind } from "../shownFind.ts";
import { committedPlan, useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { commitEdit } from "./editPlan.ts";
import { selectThem } from "./filtering.ts";
import { showSurface } from "./layers.ts";
import { say } from "./messages.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";
import { zoomToShape } from "./zoom.ts";

/** Its line in the status bar. */
export const FIND_JOB = "Looking for hotspots";

export interface FindCells {
  readonly kind: "hexagon" | "square";
  /** Radians. */
  readonly rotation: number;
}

/** @throws InputError where day and night are asked for and the times do not say the hour */
export async function identify(cells: FindCells): Promise<void> {
  const state = useStore.getState();
  theFiltered();
  if (state.findDraft.dayAndNight) requirePrecision(state.incidents!.table, "hour", "Day and night");
  const parts: readonly DayPart[] = state.findDraft.dayAndNight ? ["day", "night"] : ["filtered"];
  const made = await withProgress(FIND_JOB, async (options) => {
    const each: Awaited<ReturnType<typeof identifyPart>>[] = [];
    for (const [i, part] of parts.entries()) each.push(await identifyPart(part, cells, progressParts(options, i / parts.length, (i + 1) / parts.length)));
    return each;
  });
  useStore.setState(({ finds }) => ({
    finds: { ...finds, ...Object.fromEntries(made.map(({ find }) => [find.part, find])) },
    findView: { ...START_FIND_VIEW, part: parts[0] },
  }));
  showSurface("find");
  for (const { find, params } of made) {
    // Drawn first, then kept.
    await breathe();
    await keepFind(find, params);
  }
}

type Params = Omit<JobInput<"identifyHotspots">, "x" | "y" | "weight">;

async function identifyPart(part: DayPart, cells: FindCells, options: RunOptions): Promise<{ readonly find: ShownFind; readonly params: Params }> {
  const { incidents, filter, plane, findDraft } = useStore.getState();
  const plan = committedPlan(useStore.getState());
  const asked = filterOfPart(filter, part);
  const { selected, x, y } = await selectThem(incidents!, asked, options);
  if (x.length === 0) throw new InputError(`The filter keeps no incidents for the ${part}. Widen it.`);
  const harm = findDraft.methods.includes("harm") ? plan.harm : null;
  const params: Params = { ...cells, side: plan.side, ...(filter.area.length > 0 && { area: [...filter.area] }), ...methodParams(findDraft, harm !== null) };
  const weight = harm ? harmOfIncidents(incidents!.table, selected, harm).weight : undefined;
  const found = await thePool().run("identifyHotspots", { ...params, x, y, weight, plane: plane!, outlines: true }, options);
  return { find: { part, filter: asked, known: incidents!.table.length, incidents: x.length, top: findDraft.top, harm, found }, params };
}

function methodParams({ methods, top, bandwidth, rings, distribution, adjust, level, dbscan, hdbscan }: FindDraft, hasHarm: boolean): Pick<Params, "methods" | "top" | "density" | "giStar" | "localMoran" | "dbscan" | "hdbscan"> {
  const asked = methods.filter((name) => hasHarm || name !== "harm");
  if (asked.length === 0) throw new InputError("No method is chosen. Tick one or more.");
  const significance = { rings, distribution, adjust, level };
  return {
    methods: asked, top, giStar: significance, localMoran: significance,
    ...(bandwidth !== null && { density: { bandwidth } }), ...(dbscan && { dbscan }), ...(hdbscan !== null && { hdbscan: { least: hdbscan } }),
  };
}

async function keepFind(find: ShownFind, params: Params): Promise<void> {
  const { part, filter, harm, top, incidents, found } = find;
  const { methods, kind, side, rotation, cover, count, giStar, localMoran, agreement } = found;
  await keepResult({
    job: "identifyHotspots",
    title: `Hotspots by ${methods.length} methods, ${DAY_PARTS[part]}`,
    parameters: {
      part, kind, side, rotation, top, incidents, cells: cover, harm: harm?.name ?? null,
      methods: Object.fromEntries(methods.map(({ title, parameters }) => [title, { ...parameters }])),
    },
    request: { job: "identifyHotspots", filter, params: { ...params, ...(harm && { harm }) } },
    value: find,
    numbers: { count, harm: found.harm, giStar, localMoran, agreement },
  });
}

export function changeFind(patch: Partial<FindDraft>): void {
  useStore.setState(({ findDraft }) => ({ findDraft: { ...findDraft, ...patch } }));
}

export function lookAtFind(patch: Partial<FindView>): void {
  useStore.setState(({ findView }) => ({ findView: { ...findView, ...patch } }));
}

/** Shows a cell on the map. */
export function lookAtCell(cell: number): void {
  const find = shownFind(useStore.getState());
  if (!find) return;
  lookAtFind({ cell });
  zoomToShape(cellShape(find.found, cell));
}

/**
 * Makes hotspots of the first n cells that break no spacing rule; for the day or the night they are offered in its hours.
 * @param order - indices of the cells, best first
 */
export function promoteNamed({ part, found }: ShownFind, order: readonly number[], n: number): readonly PassedOver[] {
  const edit = promote(committedPlan(useStore.getState()), found, order.filter((cell) => found.count[cell] > 0), n, { keepApart: true });
  const hours = hoursOfPart(part);
  const { plan } = hours ? setHoursOfAll(edit.plan, new Map(edit.added.map((id) => [id, hours]))) : edit;
  commitEdit({ plan, label: `Promote ${edit.added.length} cells on which methods agree${part === "filtered" ? "" : `, ${part}`}` });
  useStore.setState({ selection: edit.added });
  say("info", `${edit.added.length} hotspots made; ${edit.passedOver.length} cells passed over.`);
  return edit.passedOver;
}
