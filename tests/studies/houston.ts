// The San Francisco paper's protocol (Brandt et al. 2022, section 4.1, Tables 2 and 3) on Houston's theft and aggravated assault.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bootstrapDifference, bootstrapMean } from "../../core/forecast/evaluate/bootstrap.ts";
import { eventAreaCurve } from "../../core/forecast/evaluate/eventArea.ts";
import { fitBoosting, predictBoosting } from "../../core/forecast/slots/gradientBoosting.ts";
import { fitLinear, predictLinear } from "../../core/forecast/slots/linearPredictor.ts";
import { fitForest, predictForest } from "../../core/forecast/slots/randomForest.ts";
import { predictRandom } from "../../core/forecast/slots/randomPredictor.ts";
import { SLOTS_PER_DAY } from "../../core/forecast/slots/slots.ts";
import { tileCounts } from "../../core/forecast/slots/tileDensities.ts";
import { slotRows } from "../../core/forecast/slots/tileFeatures.ts";
import { createRandom } from "../../core/stats/random.ts";
import { FIRST_PREDICTED, HISTORY, TRAINING, readHouston, trainingColumns } from "../support/houston.ts";
import { fixed, markdownTable } from "../support/markdown.ts";

/** Forests take a second a tree: they are fitted weekly, all else daily. */
const FOREST_REFIT = 7;
const FORESTS = [[5, 5], [10, 5], [5, 10], [10, 10]] as const;
const BOOSTINGS = [[10_000, 0.01], [1000, 0.01], [10_000, 0.001], [1000, 0.001]] as const;

// `--cell 900` takes the whole city in as many tiles; `--days 2` is a short run that writes no file.
const { values: given } = parseArgs({ options: { cell: { type: "string", default: "300" }, days: { type: "string" } } });
const CELL = Number.parseInt(given.cell, 10);
const began = performance.now();
const houston = await readHouston(CELL, given.days === undefined ? undefined : Number.parseInt(given.days, 10));
if (!houston) process.exit(0);
const { grid, cells, length, lastDay, layers, date } = houston;
const tiles = cells.length, slots = lastDay * SLOTS_PER_DAY;
const random = createRandom(1);

const lines: string[] = [];
const say = (text: string): void => void lines.push(text);
describeData();
const assault = study("aggravated assault"), theft = study("theft");
table2("aggravated assault", assault);
table2("theft", theft);
table3();
boostingWithBags();
say(`\nMade by \`npm run study houston${CELL === 300 ? "" : ` -- --cell ${CELL}`}\` in ${((performance.now() - began) / 60_000).toFixed(1)} minutes on a shared machine; seed 1.`);
console.log(lines.join("\n"));
if (!given.days) writeFileSync(join(import.meta.dirname, CELL === 300 ? "houston.md" : `houston-${CELL}m.md`), `${lines.join("\n")}\n`);

/** AUC of each predicted slot by each predictor; null in a slot without events. */
function study(name: string) {
  const training = trainingColumns(houston!, name);
  const { others, features, happened, rowsOf, responseOf, binnedOf } = training;
  const aucs = new Map<string, (number | null)[]>();
  const score = (predictor: string, at: number, values: Float64Array): void => {
    const { auc } = eventAreaCurve(values, happened.values.subarray(at * tiles, (at + 1) * tiles));
    if (!aucs.has(predictor)) aucs.set(predictor, []);
    aucs.get(predictor)!.push(auc);
  };
  const linear = [
    { label: "AR", use: [0, 1, 2, 3] },
    ...others.map((other, k) => ({ label: `AR + ${other.name}`, use: [0, 1, 2, 3, 4 + k] })),
    { label: "MLR", use: [...features.columns.keys()] },
  ];
  let forests: ReturnType<typeof fitForest>[] = [];
  for (let day = FIRST_PREDICTED; day < lastDay; day++) {
    const from = day - TRAINING;
    const columns = rowsOf(from, day), response = responseOf(from, day), own = binnedOf(from, day);
    const fits = linear.map(({ label, use }) => ({ label, use, fit: fitLinear(use.map((j) => columns[j]), response) }));
    const boosted = BOOSTINGS.map(([ntree, shrinkage]) => fitBoosting(own, response, { ntree, shrinkage }, random));
    if ((day - FIRST_PREDICTED) % FOREST_REFIT === 0) forests = [5, 10].map((mtry) => fitForest(own, response, { ntree: 10, mtry }, random.stream(`${name} ${day} ${mtry}`)));
    for (let s = 0; s < SLOTS_PER_DAY; s++) {
      const at = day * SLOTS_PER_DAY + s;
      const rows = slotRows(features, at, at + 1);
      score("Random", at, predictRandom(tiles, random.stream(`${name} ${at}`)));
      score("Four-week mean", at, rows[0]);
      for (const { label, use, fit } of fits) score(label, at, predictLinear(fit, use.map((j) => rows[j])));
      // Trees have streams of their own: the first five of ten are the forest of five.
      for (const [ntree, mtry] of FORESTS) {
        const forest = forests[mtry === 5 ? 0 : 1];
        score(label("Random forest", ntree, mtry), at, predictForest({ ...forest, trees: forest.trees.slice(0, ntree) }, rows));
      }
      BOOSTINGS.forEach(([ntree, shrinkage], k) => score(label("Gradient boosting", ntree, shrinkage), at, predictBoosting(boosted[k], rows)));
    }
    console.error(`${name}: day ${day + 1 - FIRST_PREDICTED} of ${lastDay - FIRST_PREDICTED}, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  return { aucs, ...training };
}

function label(method: string, ntree: number, parameter: number): string {
  return `${method} (${ntree.toLocaleString("en")}, ${parameter})`;
}

function describeData(): void {
  say("# Houston: four-hour slots, theft and aggravated assault\n");
  say(`The protocol of Brandt et al. (2022), section 4.1, on Houston's incidents of January to April 2010 (${length.toLocaleString("en")} loaded; points far from all others left out).\n`);
  say(`- Tiles: ${grid.columns} × ${grid.rows} = ${tiles.toLocaleString("en")} of ${CELL} m (${((tiles * CELL ** 2) / 1e6).toFixed(0)} km²), as many as in the paper, where they have 300 m. Houston is many times as large as San Francisco: this is the window with the most events of all offences before the first predicted day, all tiles counted. Events outside still weigh on its edge.`);
  say(`- Slots: six of four hours a day from 02:00 on; what happens from 00:00 to 02:00 belongs to the day before. Predicted: police days ${date(FIRST_PREDICTED)} to ${date(lastDay - 1)} (${lastDay - FIRST_PREDICTED} days, ${(lastDay - FIRST_PREDICTED) * SLOTS_PER_DAY} slots), each from the ${TRAINING} days before it; ${HISTORY} days more for the four-week mean. The file knows the hour, not the minute.`);
  say(`- Bandwidths: Silverman's rule on the events of each offence on these tiles before the first predicted day, geometric mean of both axes: ${[...layers.values()].map((layer) => `${layer.name} ${layer.bandwidth.toFixed(0)} m`).join(", ")}.`);
  const counts = ["theft", "aggravated assault"].map((name) => {
    const { all } = layers.get(name)!;
    const { values } = tileCounts(all, grid, cells, slots);
    const sum = (from: number, to: number): number => values.subarray(from * SLOTS_PER_DAY * tiles, to * SLOTS_PER_DAY * tiles).reduce((a, b) => a + b, 0);
    const predicted = sum(FIRST_PREDICTED, lastDay);
    return `${name} ${sum(0, FIRST_PREDICTED)} before and ${predicted} in the predicted slots (${(predicted / ((lastDay - FIRST_PREDICTED) * SLOTS_PER_DAY * tiles)).toFixed(5)} a tile and slot)`;
  });
  say(`- Events on the tiles: ${counts.join("; ")}. San Francisco had 0.013 thefts and 0.004 assaults.`);
  say("- AUC: trapezoid rule, ties averaged, mean over slots with at least one event; in brackets the 95 % bootstrap interval over slots.");
}

function mean(values: readonly (number | null)[]): string {
  const interval = bootstrapMean(values, createRandom("table"))!;
  return `${fixed(interval.mean, 3)} (${fixed(interval.low, 3)}–${fixed(interval.high, 3)})`;
}

function against(values: readonly (number | null)[], base: readonly (number | null)[]): string {
  const interval = bootstrapDifference(values, base, createRandom("table"))!;
  return `${fixed(interval.mean, 4)} (${fixed(interval.low, 4)} to ${fixed(interval.high, 4)})`;
}

function table2(name: string, { aucs, others }: typeof assault): void {
  const base = aucs.get("AR")!;
  const slotsUsed = bootstrapMean(base, random)!.blocks;
  say(`\n## Predictors of ${name} by multiple linear regression (the paper's Table 2)\n`);
  say(`AR: four-week mean and the densities of t − 42, t − 6 and t − 1. The file has no tweets and no points of interest; further predictors are the densities of the other six offences in t − 1. ${slotsUsed} slots with events; fitted anew for every day.\n`);
  const rows = [["AR", "AR"], ...others.map((other) => [`AR + ${other.name}`, `AR + ${other.name}`]), ["AR + all six", "MLR"]].map(([text, key]) => {
    const values = aucs.get(key)!;
    return [text, mean(values), key === "AR" ? "–" : against(values, base)];
  });
  say(markdownTable(["Predictors", "AUC", "minus AR, same slots"], rows));
}

function table3(): void {
  say(`\n## Prediction methods (the paper's Table 3)\n`);
  const scored = (of: typeof assault): number => bootstrapMean(of.aucs.get("MLR")!, random)!.blocks;
  say(`Slots with events: ${scored(assault)} for assault, ${scored(theft)} for theft. All ten predictors (AR and the other six offences in t − 1), so that mtry = 10 is all of them. Forests are (ntree, mtry), nodes of up to five rows unsplit, fitted anew every ${FOREST_REFIT} days; boosting is (ntree, shrinkage), one split a tree, at least ten rows in a leaf, all rows in every tree (gbm's default is half of them), all trees as named; boosting and regression are fitted anew for every day. Predictors are put in at most 256 bins for the trees.\n`);
  const rows = [...assault.aucs.keys()]
    .filter((key) => !key.startsWith("AR +"))
    .map((key) => {
      const [a, t] = [assault, theft].map(({ aucs }) => aucs);
      const name = key === "AR" ? "MLR, AR alone" : key === "MLR" ? "MLR, all ten" : key;
      const gap = (own: typeof a): string => (key === "MLR" ? "–" : against(own.get(key)!, own.get("MLR")!));
      return [name, mean(a.get(key)!), gap(a), mean(t.get(key)!), gap(t)];
    });
  say(markdownTable(["Method", "AUC assault", "minus MLR", "AUC theft", "minus MLR"], rows));
}

/** What all rows instead of gbm's half of them do: one fit, a week of slots. */
function boostingWithBags(): void {
  const settings = { ntree: 1000, shrinkage: 0.01 };
  const [from, to] = [FIRST_PREDICTED - TRAINING, FIRST_PREDICTED];
  const weekOf = (bagFraction: number): (number | null)[] => {
    const fit = fitBoosting(assault.binnedOf(from, to), assault.responseOf(from, to), { ...settings, bagFraction }, createRandom("bags"));
    return Array.from({ length: Math.min(7, lastDay - to) * SLOTS_PER_DAY }, (_, k) => {
      const at = to * SLOTS_PER_DAY + k;
      const values = predictBoosting(fit, slotRows(assault.features, at, at + 1));
      return eventAreaCurve(values, assault.happened.values.subarray(at * tiles, (at + 1) * tiles)).auc;
    });
  };
  const all = weekOf(1), half = weekOf(0.5);
  say(`\nBoosting (1,000, 0.01) of assaults fitted once and asked for the first week: AUC ${fixed(bootstrapMean(all, random)!.mean, 4)} with all rows in every tree, ${fixed(bootstrapMean(half, random)!.mean, 4)} with half of them.`);
}
