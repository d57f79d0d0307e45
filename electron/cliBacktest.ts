// `hexbeat backtest`: the models of a forecast over past blocks, each scored on what then happened.

import { isoDay } from "../core/incidents/isoDay.ts";
import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { backtestCsv } from "../core/forecast/evaluate/backtestCsv.ts";
import { backtestTransitions } from "../core/forecast/evaluate/backtestTransitions.ts";
import { PEERS, type PeerName } from "../core/forecast/evaluate/peers.ts";
import { prepareBacktest, type BacktestPlan } from "../core/forecast/evaluate/prepareBacktest.ts";
import { AUC } from "../core/forecast/evaluate/summariseBacktest.ts";
import { backtestOnPool } from "../workers/backtestOnPool.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { givenPath, withProject } from "./cliFiles.ts";
import { cutting, FORECASTING_HELP, FORECASTING_OPTIONS, forecastingSettings, groundOf, modelNumber, withThreads, written } from "./cliForecasting.ts";
import { oneOf, positiveNumber, wholeNumber, wholeNumbers } from "./cliOptions.ts";

const PEER_NAMES = Object.keys(PEERS) as PeerName[];

export const BACKTEST_HELP = `hexbeat backtest --project P.hexbeat --test-blocks N [options] [-o FILE]

Forecasts each of the last N blocks with each model from the blocks before it alone, and scores the forecast on the
incidents that then happened: area under the event-area curve, share captured, hit rate, PAI and PEI*, by window.
Scores are of the density averaged over each cell; "centreAuc" is of the density at its centre.

${FORECASTING_HELP}
  --test-blocks N        how many of the last blocks are forecast (25)
  --end DATE             the last of them ends before that date; by default after the last incident
  --models 1,2,3,4,5     which models (all five)
  --peers NAMES          beside them: selfExciting (near repeats), random
  --coverable SHARE      share of the study area that a fleet can cover, for the truncated AUC (0.2)
  --skip-updates 1,2,4   also what it costs to use a map that is so many blocks old
  --csv FILE             one line for each model, block and window`;

export async function backtestCommand(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...FORECASTING_OPTIONS,
      "test-blocks": { type: "string" },
      models: { type: "string" },
      peers: { type: "string" },
      coverable: { type: "string" },
      "skip-updates": { type: "string" },
      csv: { type: "string" },
    },
  });
  if (!values.project) throw new InputError("Name the project: --project P.hexbeat.");
  const { blocks: history, ...cut } = cutting(values);
  const plan: BacktestPlan = {
    ...forecastingSettings(values),
    ...cut,
    history,
    testBlocks: wholeNumber("--test-blocks", values["test-blocks"]) ?? 25,
    models: (wholeNumbers("--models", values.models) ?? [1, 2, 3, 4, 5]).map((model) => modelNumber("--models", model)),
    peers: values.peers?.split(",").map((peer) => oneOf("--peers", peer.trim(), PEER_NAMES) as PeerName),
    coverable: shareOf("--coverable", values.coverable) ?? 0.2,
    skipUpdates: wholeNumbers("--skip-updates", values["skip-updates"]) ?? [],
  };
  return withProject(values.project, "read", async (project) => {
    const { table, rows, area, filter } = await groundOf(project, values.area);
    const { request, studyRule, tested, past, happened } = prepareBacktest(table, rows, area, plan);
    const found = await withThreads((pool, options) => backtestOnPool(pool, request, options));
    for (const { model, start, text } of found.problems) console.error(`hexbeat: model ${model} has no forecast for ${isoDay(start)}: ${text}`);
    if (values.csv !== undefined) atomicWrite(givenPath(values.csv), new TextEncoder().encode(backtestCsv(found)));
    const brief = {
      tested: { from: isoDay(tested.from), to: isoDay(tested.to), blocks: plan.testBlocks },
      incidents: { past, tested: happened },
      studyArea: studyRule,
      auc: found.summaries.filter(({ measure, window }) => measure.name === AUC.name && window === null).map(({ model, mean, sd, blocks }) => ({ model, mean, sd, blocks })),
    };
    const result = {
      ...brief,
      filter,
      settings: { ...plan, end: isoDay(tested.to) },
      grid: request.grid,
      summaries: found.summaries,
      differences: found.differences,
      skips: found.skips,
      transitions: backtestTransitions(found),
      rows: found.rows.map(({ classes: _classes, start, window, ...row }) => ({ ...row, start: isoDay(start), window: plan.windows[window] })),
      fits: found.fits.map(({ start, ...fit }) => ({ ...fit, start: isoDay(start) })),
      problems: found.problems,
    };
    return written(result, values.output, { ...brief, ...(values.csv !== undefined && { csv: values.csv }) });
  });
}

function shareOf(flag: string, given: string | undefined): number | undefined {
  const share = positiveNumber(flag, given);
  if (share !== undefined && share > 1) throw new InputError(`${flag} ${given} is more than 1; a share of the area is above 0 and at most 1.`);
  return share;
}
