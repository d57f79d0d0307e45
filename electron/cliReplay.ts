// `hexbeat replay`: runs the request of every stored result again and compares the numbers.

import { InputError } from "../core/errors.ts";
import { prepareBacktest, type BacktestPlan } from "../core/forecast/evaluate/prepareBacktest.ts";
import { prepareExpertValue, type ExpertValuePlan } from "../core/forecast/expert/prepareExpertValue.ts";
import { prepareForecast } from "../core/forecast/prepareForecast.ts";
import type { ResultSummary } from "../core/host.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import type { IncidentTable } from "../core/incidents/table.ts";
import type { JobName } from "../core/jobs.ts";
import { selectIncidents } from "../core/incidents/selectIncidents.ts";
import { completeRequest, type ForecastParams, type RequestedWork, type StoredRequest } from "../core/replay.ts";
import { backtestOnPool } from "../workers/backtestOnPool.ts";
import { cellMeansOnPool } from "../workers/cellMeansOnPool.ts";
import { expertValueOnPool } from "../workers/expertValueOnPool.ts";
import { exploreOnPool } from "../workers/exploreOnPool.ts";
import { fleetSizesOnPool } from "../workers/fleetSizesOnPool.ts";
import { forecastOnPool } from "../workers/forecastOnPool.ts";
import { frontierOnPool } from "../workers/frontierOnPool.ts";
import type { JobPool, RunOptions } from "../workers/pool.ts";
import { robustOnPool } from "../workers/robustOnPool.ts";
import { withThreads } from "./cliForecasting.ts";
import { runNamedJob } from "./cliJob.ts";
import { withProject, type ProjectAtPath } from "./cliFiles.ts";
import { firstDifference, type Difference } from "./sameNumbers.ts";

export const REPLAY_HELP = `hexbeat replay P.hexbeat

Runs every stored result's job again, with the parameters, filter and seed kept with it, on the project's incidents,
and compares: whole numbers exactly, others to 1e-12 of the largest beside them. Exit code 1 where one differs.`;

export interface Replayed extends Pick<ResultSummary, "id" | "job" | "title" | "made" | "version"> {
  readonly same: boolean;
  /** The first number that is not as it was. */
  readonly difference: Difference | null;
}

export async function replayCommand(args: readonly string[]): Promise<{ readonly results: readonly Replayed[]; readonly same: boolean }> {
  if (args.length !== 1) throw new InputError("Name one project: hexbeat replay P.hexbeat.");
  return withProject(args[0], "read", async (project) => {
    const { host, opened } = project;
    const table = opened.hasIncidents ? unpackTable(await host.getIncidents({ id: opened.project.id })) : null;
    const results: Replayed[] = [];
    for (const summary of opened.results) results.push(await replay(project, summary, table));
    const differing = results.filter(({ same }) => !same).length;
    console.error(`hexbeat: ${results.length} results run again, ${differing === 0 ? "all the same" : `${differing} not the same`}.`);
    return { results, same: differing === 0 };
  });
}

async function replay({ host, opened }: ProjectAtPath, summary: ResultSummary, table: IncidentTable | null): Promise<Replayed> {
  const { id, job, title, made, version } = summary;
  const stored = await host.getResult({ id: opened.project.id, result: id });
  const was = (stored.value as { readonly numbers: Readonly<Record<string, unknown>> }).numbers;
  const request = stored.request as StoredRequest;
  const result = await rerun(request, table);
  // Only the numbers that were kept: a later version may answer more.
  const is = Object.fromEntries(Object.keys(was).map((name) => [name, result[name]]));
  const difference = firstDifference(was, is);
  return { id, job, title, made, version, same: difference === null, difference };
}

const ON_POOL: { readonly [Work in RequestedWork]: (pool: JobPool, request: never, options: RunOptions) => Promise<object> } = {
  frontier: frontierOnPool,
  fleetSizes: fleetSizesOnPool,
  robust: robustOnPool,
  exploration: exploreOnPool,
};

/** A job by itself, or the many jobs of a forecast or a test, on every core. */
async function rerun(request: StoredRequest, table: IncidentTable | null): Promise<Readonly<Record<string, unknown>>> {
  const { job, filter, params } = request;
  if (job in ON_POOL) return { ...(await withThreads((pool, options) => ON_POOL[job as RequestedWork](pool, params as never, options))) };
  if (job !== "forecast" && job !== "backtest" && job !== "expertValue") return (await runNamedJob(job as JobName, completeRequest(request, table))) as Readonly<Record<string, unknown>>;
  if (!table || !filter) throw new InputError("The project has no incidents any more, so its forecasts cannot be made again.");
  const rows = selectIncidents(table, filter);
  if (job === "forecast") {
    const { plan, expertPoints } = params as unknown as ForecastParams;
    const { request: asked } = prepareForecast(table, rows, filter.area, plan, expertPoints);
    const means = await withThreads(async (pool, options) => cellMeansOnPool(pool, await forecastOnPool(pool, asked, options)));
    return { windows: means.map(({ values, share }) => ({ values, share })) };
  }
  if (job === "expertValue") {
    const { request: measured } = prepareExpertValue(table, rows, filter.area, params["plan"] as ExpertValuePlan);
    const { rows: found } = await withThreads((pool, options) => expertValueOnPool(pool, measured, options));
    return { auc: found.map(({ auc }) => auc) };
  }
  const { request: asked } = prepareBacktest(table, rows, filter.area, params["plan"] as BacktestPlan);
  const tested = await withThreads((pool, options) => backtestOnPool(pool, asked, options));
  return { auc: tested.rows.map(({ score }) => score.auc) };
}
