// The Delhi paper's protocol on Chicago's aggravated assaults: 52 weeks to forecast from, 25 weeks forecast by each of the five models.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MODELS, type ModelNumber } from "../../core/forecast/models.ts";
import { prepareBacktest, type BacktestPlan } from "../../core/forecast/evaluate/prepareBacktest.ts";
import { PEER_BANDWIDTHS } from "../../core/forecast/evaluate/peers.ts";
import { AUC } from "../../core/forecast/evaluate/summariseBacktest.ts";
import { dayInWords } from "../../core/forecast/windowInWords.ts";
import { FOUR_HOURS } from "../../core/forecast/windowList.ts";
import { toJson } from "../../electron/cliJson.ts";
import { createThreadPool } from "../../electron/threadPool.ts";
import { backtestOnPool } from "../../workers/backtestOnPool.ts";
import { differencesTable, fitsText, meansTable, skipsTable, skipsText, transitionsTable, verdict } from "../support/backtestMarkdown.ts";
import { readChicago } from "../support/chicago.ts";

const BEST: ModelNumber = 5;
const WEEK = 7;

const { values: given } = parseArgs({
  options: { "test-weeks": { type: "string", default: "25" }, draws: { type: "string", default: "100" }, models: { type: "string", default: "1,2,3,4,5" }, "place-error": { type: "string", default: "0" }, json: { type: "string" } },
});
const whole = (text: string): number => Number.parseInt(text, 10);
const testBlocks = whole(given["test-weeks"]);
/** m: how far from its recorded place an incident may have been. */
const placeError = whole(given["place-error"]);
const plan: BacktestPlan = {
  models: given.models.split(",").map(whole) as ModelNumber[],
  history: 52,
  testBlocks,
  days: WEEK,
  end: null,
  cell: 200,
  windows: FOUR_HOURS,
  adaptive: true,
  integral: "full",
  chains: 2,
  warmup: 100,
  draws: whole(given.draws),
  seed: 1,
  coverable: 0.2,
  placeError,
  // Peers take places as recorded.
  peers: placeError > 0 ? [] : ["selfExciting", "random"],
  skipUpdates: [1, 2, 4, 8].filter((skip) => skip < testBlocks),
};

const BESIDE =
  `Beside them the self-exciting model of near repeats (Mohler et al. 2011, its background bandwidth the likeliest of ${PEER_BANDWIDTHS.join(", ")} m, places as recorded), ` +
  `which knows no hour of the day, and a random floor. `;

const chicago = await readChicago();
if (!chicago) process.exit(0);
const { table, rows, area } = chicago;
const { request, studyRule, tested, past, happened } = prepareBacktest(table, rows, area, plan);

const pool = createThreadPool(2);
const began = performance.now();
let told = -1;
const backtest = await backtestOnPool(pool, request, {
  onProgress(fraction, note) {
    const percent = Math.floor(20 * fraction) * 5;
    if (percent === told) return;
    told = percent;
    console.error(`${percent} % after ${((performance.now() - began) / 1000).toFixed(0)} s: ${note}`);
  },
});
const seconds = (performance.now() - began) / 1000;
pool.dispose();

const outside = backtest.rows.filter(({ model }) => model === plan.models[0]).reduce((sum, row) => sum + row.outside, 0);
const forecasts = testBlocks * plan.models.length - backtest.problems.length;
const text = [
  `# The Delhi paper's protocol on Chicago's aggravated assaults`,
  `Made by \`npm run study chicago${placeError > 0 ? ` -- --place-error ${placeError}` : ""}\`; a run with the same seed gives the same numbers, but for the time. No figure here was edited by hand.`,
  `${table.length.toLocaleString("en")} incidents, 2010 to 2014. Each of the ${testBlocks} weeks from ${dayInWords(tested.from)} to ${dayInWords(tested.to - 86_400_000)} (${happened} incidents, ` +
    `${outside} of them beyond the study area and in no score) is forecast by each model from the ${plan.history} weeks before it; the parameters are learned from the week before it and ` +
    `the ${plan.history} before that (${past} incidents before the first week that is forecast). ${studyRule[0].toUpperCase()}${studyRule.slice(1)}: the police districts. ` +
    `Adaptive bandwidths, ${plan.chains} chains of ${plan.warmup} + ${plan.draws} iterations in the preliminary and in the adaptive run, full integral (22), seed ${plan.seed}. ` +
    `${forecasts} forecasts took ${seconds.toFixed(0)} s on two workers.`,
  `Models: ${plan.models.map((model) => `${model} ${MODELS[model].name}`).join("; ")}. AUC is the area under the event-area curve by the trapezoid rule, ` +
    `its share of area that of the cells of the study area. ${placeError > 0 ? "" : BESIDE}Intervals are 95 % bootstrap intervals over weeks.`,
  `Scores are of the density averaged over each cell, which is what is expected in it. Many incidents repeat at an address or along a street, so that the adaptive kernels are often far narrower ` +
    `than a cell, and the density at its centre, which the formulas give, says little of the cell; the last table has that AUC too.`,
  ...(placeError > 0
    ? [`Places are spread evenly over a disc of ${placeError} m around the recorded one before each fit, and scored where they were recorded: incidents are recorded at addresses and block midpoints, and repeats of these make kernels as narrow as a doorstep.`]
    : []),
  verdict(backtest, BEST),
  `## Mean AUC by window (standard deviation over the weeks)`,
  meansTable(backtest, AUC),
  `## AUC less that of model ${BEST}, week by week, in points (0.01 of AUC)`,
  differencesTable(backtest, BEST),
  ...[0.2, 0.4].flatMap((share) => [
    `## Share of incidents in the top ${100 * share} % of the area (the paper's Table 5)`,
    meansTable(backtest, { name: "captured", share }),
  ]),
  `## How the maps of model ${BEST} change (Table 11): share of the cells of a class that are of each class in the next map`,
  transitionsTable(backtest, BEST),
  `## The cost of skipping updates (Figure 13), model ${BEST}`,
  skipsTable(backtest, BEST),
  skipsText(backtest, BEST),
  `## The parameters of model ${BEST}`,
  fitsText(backtest, BEST),
  `## Mean AUC of the densities at the centres of the cells`,
  meansTable(backtest, { name: "centreAuc", share: null }),
  ...(backtest.problems.length > 0 ? [`## Forecasts that could not be made`, ...backtest.problems.map(({ model, start, text: why }) => `Model ${model}, ${dayInWords(start)}: ${why}`)] : []),
].join("\n\n");
console.log(text);
if (given.json !== undefined) writeFileSync(given.json, toJson(backtest));
// A part of the study is looked at, not kept.
if (testBlocks === 25 && plan.models.length === 5 && plan.draws === 100) writeFileSync(join(import.meta.dirname, placeError > 0 ? `chicago-${placeError}m.md` : "chicago.md"), `${text}\n`);
