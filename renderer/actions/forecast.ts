// The forecast of the next temporal block from the filtered incidents: run on all workers, kept with all that it was made from.

import type { Fit, Forecast, ForecastSource } from "../../core/forecast/forecast.ts";
import { prepareForecast, type ForecastPlan } from "../../core/forecast/prepareForecast.ts";
import type { SpaceTimePrediction } from "../../core/forecast/predict/spaceTimePredict.ts";
import { DAY_KINDS } from "../../core/forecast/holidays.ts";
import { studyAreaName } from "../../core/forecast/studyArea.ts";
import { writeDates } from "../../core/forecast/dateList.ts";
import { dayInWords } from "../../core/forecast/windowInWords.ts";
import type { JsonValue } from "../../core/json.ts";
import { cellMeansOnPool } from "../../workers/cellMeansOnPool.ts";
import { forecastOnPool } from "../../workers/forecastOnPool.ts";
import { progressParts } from "../../workers/progressParts.ts";
import { gridClasses } from "../forecastClasses.ts";
import { START_FORECAST_VIEW } from "../forecastView.ts";
import type { ShownFit, ShownForecast, ShownSource, ShownWindow } from "../shownResults.ts";
import { committedPlan, useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { changeView } from "./forecastView.ts";
import { showSurface } from "./layers.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";
import { withTimeLeft } from "./timeLeft.ts";

/** Its line in the status bar. */
export const FORECAST_JOB = "Forecast";

const M2_PER_KM2 = 1e6;

export async function runForecast(plan: ForecastPlan): Promise<void> {
  const state = useStore.getState();
  const { selected, filter } = theFiltered();
  const { table } = state.incidents!;
  const { expertPoints } = committedPlan(state);
  const { request, ...made } = prepareForecast(table, selected, filter.area, plan, expertPoints);
  const { found, means } = await withProgress(FORECAST_JOB, async ({ signal, onProgress }) => {
    const options = { signal, onProgress: withTimeLeft(onProgress) };
    const centres = await forecastOnPool(thePool(), request, progressParts(options, 0, 0.9));
    return { found: centres, means: await cellMeansOnPool(thePool(), centres, progressParts(options, 0.9, 1)) };
  });
  const forecast = await toShown(found, means, { ...made, plan, known: table.length, expertPoints, filter });
  useStore.setState(({ forecastView: { window, colours } }) => ({
    forecast,
    // Looked at as the one before it, where it has as many windows.
    forecastView: { ...START_FORECAST_VIEW, colours, window: window < forecast.windows.length ? window : 0 },
  }));
  showSurface("forecast");
  // Drawn first, then kept.
  await breathe();
  const stored = await keepResult({
    job: "forecast",
    title: titleOf(forecast, request.expert?.x.length ?? 0),
    parameters: parametersOf(forecast),
    request: { job: "forecast", filter, params: { plan, expertPoints } },
    value: forecast,
    numbers: { windows: means.map(({ values, share }) => ({ values, share })) },
  });
  if (useStore.getState().forecast === forecast) changeView({ stored });
}

/** The plan as it is read; the polygons of its area stay with the request. */
const parametersOf = ({ plan: { dayKind, studyArea, ...plan }, incidents, studyRule }: ShownForecast): JsonValue => ({
  ...plan,
  windows: plan.windows.map(([from, to]) => [from, to]),
  ...(dayKind && { dayKind: DAY_KINDS[dayKind.forecast], publicHolidays: writeDates(dayKind.publicHolidays) }),
  studyArea: studyAreaName(studyArea),
  incidents,
  cells: studyRule,
});

/** "Week from 5 January 2025, model 5, working days, 2 expert points". */
function titleOf({ plan, block }: Pick<ShownForecast, "plan" | "block">, expert: number): string {
  const given = expert === 0 ? "" : expert === 1 ? ", 1 expert point" : `, ${expert} expert points`;
  return `${plan.days === 7 ? "Week" : `${plan.days} days`} from ${dayInWords(block.from)}, model ${plan.model}${plan.dayKind ? `, ${DAY_KINDS[plan.dayKind.forecast]}` : ""}${given}`;
}

/** Drawn are the means of the cells: kernels narrower than a cell would mostly miss its centre. */
async function toShown({ windows, sources }: Forecast, means: readonly SpaceTimePrediction[], made: Omit<ShownForecast, "windows" | "sources">): Promise<ShownForecast> {
  const shown: ShownWindow[] = [];
  for (const [i, { values, peak, bound, share }] of means.entries()) {
    const { window, source } = windows[i];
    // Ranking tens of thousands of cells takes some milliseconds for each window.
    await breathe();
    shown.push({ window, perKm2: toPerKm2(values), classes: gridClasses(values, made.cells), peak: peak * M2_PER_KM2, bound, share, source });
  }
  return { ...made, windows: shown, sources: sources.map(toShownSource) };
}

function toPerKm2(values: Float64Array): Float32Array {
  const perKm2 = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) perKm2[i] = values[i] * M2_PER_KM2;
  return perKm2;
}

const toShownSource = ({ fit, ...source }: ForecastSource): ShownSource => ({ ...source, fit: fit && toShownFit(fit) });

/** Courses of this many block weights are kept: those of the largest mean. */
const TRACED_WEIGHTS = 4;

function toShownFit({ draws, ...fit }: Fit): ShownFit {
  const trace = (name: string, of: (draw: Fit["draws"][number]) => number) => ({ name, values: Float32Array.from(draws, of) });
  const largest = fit.weights
    .map(({ mean }, i) => ({ mean, i }))
    .sort((a, b) => b.mean - a.mean)
    .slice(0, TRACED_WEIGHTS);
  return {
    ...fit,
    traces: [
      ...fit.alpha.map((_, k) => trace(`alpha${k + 1}`, ({ alpha }) => alpha[k])),
      ...fit.beta.map((_, k) => trace(`beta${k + 1}`, ({ beta }) => beta[k])),
      ...(fit.covariates.length > 0 ? [trace("covariate1", ({ covariates }) => covariates?.[0][0] ?? 0)] : []),
      ...(fit.weights.length > 1 ? largest.map(({ i }) => trace(`weight${i + 1}`, ({ weights }) => weights[i])) : []),
    ],
  };
}
