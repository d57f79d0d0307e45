// `hexbeat forecast`: where and when the next block's incidents are likely, from a project, as JSON.

import { isoDay } from "../core/incidents/isoDay.ts";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { AXES, bandwidthsOf } from "../core/forecast/kernel/bandwidthOf.ts";
import { MODELS } from "../core/forecast/models.ts";
import type { Forecast, ForecastSource, Summary } from "../core/forecast/forecast.ts";
import type { ExpertEvent } from "../core/forecast/expert/expertEvents.ts";
import type { DayKind } from "../core/forecast/holidays.ts";
import { prepareForecast, type ForecastPlan } from "../core/forecast/prepareForecast.ts";
import { readExpertCsv } from "../core/forecast/expert/readExpertCsv.ts";
import { columnBounds } from "../core/geo/bounds.ts";
import { describePlane } from "../core/geo/plane.ts";
import { InputError } from "../core/errors.ts";
import type { IncidentTable } from "../core/incidents/table.ts";
import { cellMeansOnPool } from "../workers/cellMeansOnPool.ts";
import { progressParts } from "../workers/progressParts.ts";
import { forecastOnPool } from "../workers/forecastOnPool.ts";
import { planOf } from "./planOf.ts";
import { givenFile, givenPath, withProject, type ProjectAtPath } from "./cliFiles.ts";
import { cutting, FORECASTING_HELP, FORECASTING_OPTIONS, forecastingSettings, groundOf, modelNumber, withThreads, written } from "./cliForecasting.ts";
import { day, positiveNumber, wholeNumber } from "./cliOptions.ts";

export const FORECAST_HELP = `hexbeat forecast --project P.hexbeat [options] [-o FILE]

Forecasts the next temporal block with one of the five models of Sriram, Sinha and Choudhary (arXiv 2602.23750) and
prints settings, raster, a density for each window, and the parameters with their intervals.

${FORECASTING_HELP}
  --end DATE             the block that is forecast begins on that date; by default after the last incident
  --model N              ${Object.values(MODELS).map(({ number, name }) => `${number} ${name}`).join("; ")} (5)
  --expert FILE.csv      expert points: where, date, from and to hour; those of the forecast block count, and the expert's
                         weight is learned from those of the block before; several files may be given, and the word
                         "plan" for the points that were placed on the map
  --centres              the density at the centre of each cell, as (25) has it, instead of its mean over the cell: kernels
                         narrower than a cell mostly miss its centre
  --day-kind KIND        "holiday" (Saturdays, Sundays and the --holiday dates) or "workday": the forecast for such days,
                         with the kind of day as a covariate
  --holiday DATE         a public holiday; may be given several times
  --expert-weight SHARE  the expert's weight where there are none to learn it from (0.1)`;

/** Share of repeated places from which it is said. */
const MANY_REPEATED = 0.05;
const UNIT = "per km²: probability density of where an incident of the block falls, given that it falls in the window";

export async function forecastCommand(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...FORECASTING_OPTIONS,
      model: { type: "string" },
      expert: { type: "string", multiple: true, default: [] },
      "expert-weight": { type: "string" },
      "day-kind": { type: "string" },
      centres: { type: "boolean", default: false },
      holiday: { type: "string", multiple: true, default: [] },
    },
  });
  if (!values.project) throw new InputError("Name the project: --project P.hexbeat.");
  const plan: ForecastPlan = {
    ...forecastingSettings(values),
    ...cutting(values),
    model: modelNumber("--model", wholeNumber("--model", values.model) ?? 5),
    expertWeight: positiveNumber("--expert-weight", values["expert-weight"]) ?? 0.1,
    ...dayKindOf(values["day-kind"], values.holiday),
  };
  return withProject(values.project, "read", async (project) => {
    const { table, rows, area, filter } = await groundOf(project, values.area);
    const points = await expertPoints(values.expert, project, table);
    const { request, grid, cells, studyRule, block, starts, incidents, repeated } = prepareForecast(table, rows, area, plan, points);
    const { found, surfaces } = await withThreads(async (pool, options) => {
      const made = await forecastOnPool(pool, request, progressParts(options, 0, 0.9));
      return { found: made, surfaces: values.centres ? made.windows : await cellMeansOnPool(pool, made, progressParts(options, 0.9, 1)) };
    });
    const given = request.expert?.x.length ?? 0;
    if (repeated > MANY_REPEATED && (plan.placeError ?? 0) === 0)
      console.error(`hexbeat: ${Math.round(100 * repeated)} % of the incidents are at exactly the place of another; say with --place-error how far off a record may be, or the bandwidths shrink to the records.`);
    if (points.length > 0 && given === 0) console.error(`hexbeat: none of the ${points.length} expert points speaks of ${isoDay(block.from)} and its block.`);
    const brief = { block: { from: isoDay(block.from), days: plan.days }, incidents, windows: found.windows.length, cells: cells.length, studyArea: studyRule };
    const result = {
      ...brief,
      filter,
      settings: { ...plan, end: isoDay(block.from) },
      pastBlocks: starts.map(isoDay),
      expertPoints: { forecastBlock: given, latestBlock: request.expertBefore?.x.length ?? 0 },
      grid: { ...grid, plane: describePlane(table.plane), order: "row 0 is the south, x runs fastest" },
      cellsThatCount: cells,
      unit: UNIT,
      of: values.centres ? "centres of the cells" : "means over the cells",
      windows: found.windows.map(({ window, source }, k) => {
        const { share, bound, peak, values: density } = surfaces[k];
        return { window, share, bound, peak: peak * 1e6, parameters: source, values: density.map((value) => value * 1e6) };
      }),
      parameters: found.sources.map((source, s) => parametersOf(source, found, s)),
    };
    return written(result, values.output, brief);
  });
}

/** @throws InputError for another kind of day, and for holidays that nothing is asked of. */
function dayKindOf(kind: string | undefined, holidays: readonly string[]): { readonly dayKind?: DayKind } {
  if (kind === undefined && holidays.length > 0) throw new InputError("--holiday says which days are holidays; add --day-kind holiday or --day-kind workday.");
  if (kind === undefined) return {};
  if (kind !== "holiday" && kind !== "workday") throw new InputError(`--day-kind ${kind} is no kind of day; it is holiday or workday.`);
  return { dayKind: { forecast: kind, publicHolidays: holidays.map((date) => day("--holiday", date) as number) } };
}

/** @throws InputError for a file that cannot be read as expert points. */
async function expertPoints(given: readonly string[], project: ProjectAtPath, table: IncidentTable): Promise<ExpertEvent[]> {
  const points: ExpertEvent[] = [];
  for (const file of given) {
    if (file === "plan") {
      points.push(...planOf(project).expertPoints);
      continue;
    }
    await givenFile(file);
    const read = readExpertCsv(readFileSync(givenPath(file), "utf8"), { plane: table.plane, extent: columnBounds(table.x, table.y) });
    for (const { line, reason } of read.report.setAside) console.error(`hexbeat: ${file}, line ${line} was set aside: ${reason}.`);
    points.push(...read.points);
  }
  return points;
}

const INTERVAL = ["mean", "sd", "q025", "q975"] as const;
const only = (summary: Summary) => Object.fromEntries(INTERVAL.map((name) => [name, summary[name]]));

/** One fit: of one window for spatial models, otherwise of all. */
function parametersOf({ fit, draws, hasExpert, blocks }: ForecastSource, { windows, model }: Forecast, index: number): object {
  const axes = MODELS[model].spatial ? 2 : 3;
  const of = windows.filter(({ source }) => source === index).map(({ window }) => window);
  const alone = (value: number): Summary => ({ mean: value, sd: 0, q025: value, q975: value });
  const alpha = (fit?.alpha ?? draws[0].alpha.map(alone)).slice(0, axes);
  const beta = (fit?.beta ?? draws[0].beta.map(alone)).slice(0, axes);
  // Where the expert's weight was given and not learned, the fit has no entry for it, but the draws that were used have.
  const weights = fit?.weights.length === blocks.length ? fit.weights : blocks.map((_, i) => alone(draws.reduce((sum, draw) => sum + draw.weights[i], 0) / draws.length));
  const names = blocks.map((_, i) => (hasExpert && i === 0 ? "expert" : `lag ${blocks.length - i}`));
  return {
    windows: of,
    estimated: fit !== null,
    alpha: alpha.map((summary, k) => ({ axis: AXES[k], unit: AXES[k] === "time" ? "1/radian" : "1/m", ...only(summary) })),
    bandwidths: bandwidthsOf(alpha),
    beta: beta.map((summary, k) => ({ axis: AXES[k], ...only(summary) })),
    weights: weights.map((summary, i) => ({ block: names[i], ...only(summary) })),
    covariates: (fit?.covariates ?? []).map(only),
    preliminary: fit?.preliminary ?? null,
    chains: fit?.chains ?? null,
    diagnostics: fit?.diagnostics ?? [],
  };
}
