// A rolling hold-out on the last blocks: each is forecast from those before it and scored on what happened.

import { isoDay } from "../../core/incidents/isoDay.ts";
import { backtestCsv } from "../../core/forecast/evaluate/backtestCsv.ts";
import { backtestTransitions, type BacktestTransitions } from "../../core/forecast/evaluate/backtestTransitions.ts";
import type { Backtest, BacktestRow } from "../../core/forecast/evaluate/backtest.ts";
import { prepareBacktest, type BacktestPlan } from "../../core/forecast/evaluate/prepareBacktest.ts";
import { PEERS } from "../../core/forecast/evaluate/peers.ts";
import { studyAreaName } from "../../core/forecast/studyArea.ts";
import { dayInWords } from "../../core/forecast/windowInWords.ts";
import { backtestOnPool } from "../../workers/backtestOnPool.ts";
import type { ShownBacktest } from "../shownResults.ts";
import { useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { saveFile } from "./saveFile.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";
import { withTimeLeft } from "./timeLeft.ts";

export async function runBacktest(plan: BacktestPlan): Promise<void> {
  const { selected, filter } = theFiltered();
  const { table } = useStore.getState().incidents!;
  const { request, ...made } = prepareBacktest(table, selected, filter.area, plan);
  const found = await withProgress("Testing the forecast", ({ signal, onProgress }) =>
    backtestOnPool(thePool(), request, { signal, onProgress: withTimeLeft(onProgress) }),
  );
  const { rows, ...summaries } = found;
  const backtest: ShownBacktest = {
    ...summaries,
    ...made,
    plan,
    rows: rows.map(withoutClasses),
    transitions: await transitionsOf(found),
    csv: backtestCsv(found),
    known: table.length,
    filter,
  };
  useStore.setState({ backtest });
  await breathe();
  await keepResult({
    job: "backtest",
    title: `Test of ${plan.models.length === 1 ? "model" : "models"} ${[...plan.models, ...(plan.peers ?? []).map((peer) => PEERS[peer].toLowerCase())].join(", ")} on ${plan.testBlocks} blocks from ${dayInWords(made.tested.from)}`,
    parameters: { ...plan, studyArea: studyAreaName(plan.studyArea), windows: plan.windows.map(([from, to]) => [from, to]), models: [...plan.models], peers: [...(plan.peers ?? [])], skipUpdates: [...plan.skipUpdates], cells: made.studyRule },
    request: { job: "backtest", filter, params: { plan } },
    value: backtest,
    numbers: { auc: rows.map(({ score }) => score.auc) },
  });
}

const withoutClasses = ({ model, block, start, window, score, outside, bound }: BacktestRow): ShownBacktest["rows"][number] => ({
  model, block, start, window, score, outside, bound,
});

/** A model at a time: each looks at every cell of every map. */
async function transitionsOf({ rows, settings }: Backtest): Promise<BacktestTransitions[]> {
  const found: BacktestTransitions[] = [];
  for (const model of settings.models) {
    await breathe();
    found.push(...backtestTransitions({ rows, settings: { ...settings, models: [model] } }));
  }
  return found;
}

export async function exportBacktest({ csv, tested }: ShownBacktest): Promise<void> {
  await saveFile(`forecast test from ${isoDay(tested.from)}.csv`, new TextEncoder().encode(csv));
}
