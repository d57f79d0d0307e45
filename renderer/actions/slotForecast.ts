// The last days of the incidents predicted slot by slot, each from what happened before it, and scored on what happened.

import { placesOf } from "../../core/formats/placesOf.ts";
import { type PointLayer, prepareSlots, type PreparedSlots, type SlotPlan } from "../../core/forecast/slots/prepareSlots.ts";
import { SLOTS_PER_DAY } from "../../core/forecast/slots/slots.ts";
import type { SlotForecast, SlotPrediction } from "../../core/forecast/slots/slotForecast.ts";
import { slotScores } from "../../core/forecast/slots/slotScores.ts";
import type { TilePredictor } from "../../core/forecast/slots/tilePredictor.ts";
import { dayInWords } from "../../core/forecast/windowInWords.ts";
import { InputError } from "../../core/errors.ts";
import type { Filter } from "../../core/incidents/filter.ts";
import { progressParts } from "../../workers/progressParts.ts";
import type { ShownSlot, ShownSlots } from "../shownSlots.ts";
import { useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { showSurface } from "./layers.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";
import { withTimeLeft } from "./timeLeft.ts";

/** Its line in the status bar. */
export const SLOTS_JOB = "Predicting slots";

export interface SlotSettings extends SlotPlan {
  /** Ids of the project's layers whose points are further predictors. */
  readonly pointLayers: readonly string[];
}

export const PREDICTOR_NAMES: Readonly<Record<TilePredictor["kind"], string>> = {
  random: "Random",
  linear: "Linear regression",
  randomForest: "Random forest",
  gradientBoosting: "Gradient boosting",
};

const LAGS = ["mean of four weeks", "a week before (t − 42)", "a day before (t − 6)", "slot before (t − 1)"];
/** A floor that costs next to nothing: it is fitted on nothing and looks at no layer. */
const FLOOR = { predictor: { kind: "random" }, trainingDays: 1, layers: [] } as const;

export async function runSlotForecast({ pointLayers, ...plan }: SlotSettings): Promise<void> {
  const { selected, filter } = theFiltered();
  const { table } = useStore.getState().incidents!;
  const points = pointLayers.map(pointsOf);
  const { request, ...made } = prepareSlots(table, selected, filter, plan, points);
  const { found, floor } = await withProgress(SLOTS_JOB, async ({ signal, onProgress }) => {
    const options = { signal, onProgress: withTimeLeft(onProgress) };
    const found = await thePool().run("slotForecast", request, progressParts(options, 0, 0.9));
    const isFloor = plan.predictor.kind === "random";
    return { found, floor: isFloor ? found : await thePool().run("slotForecast", { ...request, ...FLOOR, layers: [] }, progressParts(options, 0.9, 1)) };
  });
  const slots = await toShown({ request, ...made }, found, floor, { plan, known: table.length, filter });
  useStore.setState({ slots, slotAt: 0 });
  showSurface("slots");
  // Drawn first, then kept.
  await breathe();
  const { bandwidth, layers, incidents, studyRule } = slots;
  await keepResult({
    job: "slotForecast",
    title: slotsTitle(slots),
    parameters: { ...plan, predictor: { ...plan.predictor }, categories: [...plan.categories], bandwidth, layers: layers.map((layer) => ({ ...layer })), incidents, tiles: studyRule },
    request: { job: "slotForecast", filter, params: { plan, points } },
    value: slots,
    numbers: { meanAuc: found.meanAuc, slotsWithEvents: found.slotsWithEvents, fits: found.fits },
  });
}

export const slotsTitle = ({ plan, predicted }: Pick<ShownSlots, "plan" | "predicted">): string =>
  `Slots of ${plan.days} ${plan.days === 1 ? "day" : "days"} from ${dayInWords(predicted.from)}, ${PREDICTOR_NAMES[plan.predictor.kind].toLowerCase()}`;

/** @throws InputError where the layer is gone or has no points */
function pointsOf(id: string): PointLayer {
  const { contextLayers, plane } = useStore.getState();
  const layer = contextLayers.find((one) => one.id === id);
  const places = layer && plane ? placesOf(layer.data, plane) : [];
  if (!layer || places.length === 0) throw new InputError(`The layer ${layer?.name ?? id} has no points. Choose another further predictor.`);
  return { name: layer.name, x: Float64Array.from(places, ({ x }) => x), y: Float64Array.from(places, ({ y }) => y) };
}

/** @param floor - the same slots predicted at random */
export async function toShown(
  { request, ...made }: PreparedSlots,
  found: SlotForecast,
  floor: SlotForecast,
  about: { readonly plan: SlotPlan; readonly known: number; readonly filter: Filter },
): Promise<ShownSlots> {
  const slots: ShownSlot[] = [];
  for (const [i, prediction] of found.slots.entries()) {
    // Large grids take some milliseconds for each day.
    if (i % SLOTS_PER_DAY === 0) await breathe();
    slots.push(toShownSlot(prediction, floor.slots[i].auc));
  }
  return {
    ...made,
    ...about,
    tiles: request.tiles,
    cells: request.cells,
    slots,
    scores: slotScores(slots),
    peak: slots.reduce((peak, { highest }) => Math.max(peak, highest), 0),
    bandwidth: request.bandwidth,
    layers: request.layers.map(({ name, bandwidth }) => ({ name, bandwidth })),
    predictors: [...LAGS, ...request.layers.map(({ name }) => name)],
    fits: found.fits,
  };
}

function toShownSlot({ slot, events, auc, values }: SlotPrediction, floor: number | null): ShownSlot {
  let highest = -Infinity, lowest = Infinity, negative = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] > highest) highest = values[i];
    if (values[i] < lowest) lowest = values[i];
    if (values[i] < 0) negative++;
  }
  return { slot, events, auc, floor, values: Float32Array.from(values), highest, lowest, negative };
}

export function showSlot(slotAt: number): void {
  useStore.setState({ slotAt });
}
