// What a simulated expert's knowledge is worth on Chicago's aggravated assaults: the Delhi paper's Table 6.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ExpertValue, ExpertValueSettings } from "../../core/forecast/expert/expertValue.ts";
import { prepareBacktest } from "../../core/forecast/evaluate/prepareBacktest.ts";
import { dayInWords, windowInWords } from "../../core/forecast/windowInWords.ts";
import { FOUR_HOURS } from "../../core/forecast/windowList.ts";
import { createThreadPool } from "../../electron/threadPool.ts";
import { expertValueOnPool } from "../../workers/expertValueOnPool.ts";
import { readChicago } from "../support/chicago.ts";
import { fixed, markdownTable } from "../support/markdown.ts";

const USUAL_WEEKS = 3;
const { values: given } = parseArgs({ options: { "test-weeks": { type: "string", default: `${USUAL_WEEKS}` } } });
const settings: ExpertValueSettings = {
  model: 5,
  history: 52,
  testBlocks: Number.parseInt(given["test-weeks"], 10),
  windows: FOUR_HOURS,
  adaptive: true,
  integral: "full",
  chains: 2,
  warmup: 100,
  draws: 100,
  seed: 1,
  shares: [0.1, 0.2, 0.3, 0.5],
  radii: [100, 500, 1000],
  repetitions: 1,
};

const chicago = await readChicago();
if (!chicago) process.exit(0);
const { table, rows, area } = chicago;
const { request, studyRule, tested, happened } = prepareBacktest(table, rows, area, { ...settings, models: [5], days: 7, end: null, cell: 200, coverable: 1, skipUpdates: [] });
const pool = createThreadPool(2);
const began = performance.now();
let told = -1;
const found = await expertValueOnPool(pool, { ...settings, blocks: request.blocks, grid: request.grid, cells: request.cells }, {
  onProgress(fraction, note) {
    const percent = Math.floor(20 * fraction) * 5;
    if (percent === told) return;
    told = percent;
    console.error(`${percent} % after ${((performance.now() - began) / 1000).toFixed(0)} s: ${note}`);
  },
});
const seconds = (performance.now() - began) / 1000;
pool.dispose();

function markdown({ entries, rows: scored }: ExpertValue): string {
  const kinds = [{ share: null, radius: null }, ...settings.shares.flatMap((share) => settings.radii.map((radius) => ({ share, radius })))];
  const entry = (kind: (typeof kinds)[number], window: number | null) => entries.find((one) => one.share === kind.share && one.radius === kind.radius && one.window === window);
  const weightOf = (kind: (typeof kinds)[number]): number | null => {
    const weights = scored.filter(({ share, radius }) => share === kind.share && radius === kind.radius).map(({ expertWeight }) => expertWeight).filter((weight) => weight !== null);
    return weights.length > 0 ? weights.reduce((a, b) => a + b, 0) / weights.length : null;
  };
  const windows = [...settings.windows.keys()];
  return [
    `# What a simulated expert's knowledge is worth on Chicago's aggravated assaults`,
    `Made by \`npm run study chicagoExpert\`; a run with the same seed gives the same numbers, but for the time. No figure here was edited by hand.`,
    `Model 5 over the ${settings.testBlocks} weeks from ${dayInWords(tested.from)} (${happened} incidents), each from the ${settings.history} weeks before it. An expert knows of a share of the incidents of each window of the week ` +
      `to come, each to a place drawn evenly within a radius, and had known as much of the week before, from which the weight of what is said is learned. One expert is drawn for each week, share and radius. ` +
      `${studyRule[0].toUpperCase()}${studyRule.slice(1)}, the police districts. ${settings.chains} chains of ${settings.warmup} + ${settings.draws} iterations, full integral, seed ${settings.seed}; ${seconds.toFixed(0)} s on two workers.`,
    markdownTable(
      ["known", "within", ...windows.map((window) => windowInWords(settings.windows[window])), "all windows", "gain in points", "mean weight of the expert"],
      kinds.map((kind) => [
        kind.share === null ? "nothing" : `${100 * kind.share} %`,
        kind.radius === null ? "–" : `${kind.radius} m`,
        ...[...windows, null].map((window) => fixed(entry(kind, window)?.auc, 3)),
        fixed(pointsOf(entry(kind, null)?.gain), 2),
        fixed(weightOf(kind), 3),
      ]),
    ),
  ].join("\n\n");
}

function pointsOf(gain: number | null | undefined): number | null {
  return gain === null || gain === undefined ? null : 100 * gain;
}

const text = markdown(found);
console.log(text);
if (settings.testBlocks === USUAL_WEEKS) writeFileSync(join(import.meta.dirname, "chicagoExpert.md"), `${text}\n`);
