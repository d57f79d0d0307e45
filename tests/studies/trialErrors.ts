// How often each test rejects when treatment does nothing, on trials of Thames Valley's size with clustered, overdispersed counts.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createRandom } from "../../core/stats/random.ts";
import { type InventedDesign, THAMES_VALLEY } from "../core/trial/randomisation/inventedTrial.ts";
import { CLAIMING, errorRates, LEVEL, type Method, PLAIN } from "../support/errorRates.ts";
import { fixed, markdownTable } from "../support/markdown.ts";

const SEED = 1;
const { values: given } = parseArgs({ options: { runs: { type: "string", default: "1000" } } });
const RUNS = Number.parseInt(given.runs, 10);
const designs: readonly { readonly name: string; readonly design: InventedDesign }[] = [
  { name: "45 × 128, each day", design: THAMES_VALLEY },
  { name: "45 × 128, each day, days differ", design: { ...THAMES_VALLEY, dayEffects: 0.8 } },
  { name: "12 × 60, each day", design: { ...THAMES_VALLEY, strata: [12], days: 60 } },
  { name: "45 × 128, rare", design: { ...THAMES_VALLEY, mean: 0.05, theta: 0.5 } },
  { name: "45 × 128, once", design: { ...THAMES_VALLEY, draw: "period" } },
];

const began = performance.now();
const found = designs.map(({ name, design }) => {
  const rates = errorRates(createRandom(SEED).stream(name), design, RUNS);
  console.error(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return rates;
});
const cells = (method: Method): string[] => found.map(({ rejected }) => (rejected[method] === null ? "–" : fixed(100 * rejected[method], 1)));
const error = 100 * Math.sqrt((LEVEL * (1 - LEVEL)) / RUNS);
const text = `${[
  "# How often tests of a trial reject when treatment does nothing",
  "Made by `npm run study trialErrors`; a run with the same seed gives the same numbers, but for the time. No figure here was edited by hand.",
  `Shares in per cent of ${RUNS} invented trials in which p is at most 5 %. Counts are Poisson about a mean of ${THAMES_VALLEY.mean} a location-day (0.05 where rare) times a hotspot's own gamma factor (coefficient of variation ${THAMES_VALLEY.hotspots}), a day's (${THAMES_VALLEY.dayEffects}; 0.8 where days differ) and one of the location-day (θ ${THAMES_VALLEY.theta}; 0.5 where rare). "Each day": half of the hotspots of each stratum (19 and 26, or 12) are drawn anew each day. "Once": half of all hotspots are drawn once for all days, so that a hotspot's days go together. A share that is 5 % in truth is within ${fixed(2 * error, 1)} points of it in 95 % of studies.`,
  markdownTable(["method that claims 5 %", ...designs.map(({ name }) => name)], CLAIMING.map((method) => [method, ...cells(method)])),
  markdownTable(["method that takes location-days as independent", ...designs.map(({ name }) => name)], PLAIN.map((method) => [method, ...cells(method)])),
  markdownTable(
    ["what the panel foretells of", ...designs.map(({ name }) => name)],
    [["Student's t, count", ...found.map(({ foretold }) => fixed(100 * foretold.count, 1))], ["chi-squared, prevalence", ...found.map(({ foretold }) => fixed(100 * foretold.prevalence, 1))]],
  ),
  "The last table is the mean over the trials of `plainTestSize`, which asks of a single trial how far the error that a plain test takes is from the error over the schedules that could have been drawn. Models with hotspot effects cannot be used where each hotspot is of one arm throughout.",
  `${designs.length} designs, seed ${SEED}; ${((performance.now() - began) / 1000).toFixed(0)} s.`,
].join("\n\n")}\n`;
console.log(text);
writeFileSync(join(import.meta.dirname, "trialErrors.md"), text);
