// What a hold-out comes to, as the tables and sentences of a study; the numbers choose the words.

import type { Backtest, BacktestSummary, Measure } from "../../core/forecast/evaluate/backtest.ts";
import { backtestTransitions } from "../../core/forecast/evaluate/backtestTransitions.ts";
import { bandwidthsOf } from "../../core/forecast/kernel/bandwidthOf.ts";
import type { BootstrapInterval } from "../../core/forecast/evaluate/bootstrap.ts";
import { SURFACE_CLASSES } from "../../core/forecast/evaluate/classifySurface.ts";
import type { ModelNumber } from "../../core/forecast/models.ts";
import { PEERS, type ModelName } from "../../core/forecast/evaluate/peers.ts";
import { AUC } from "../../core/forecast/evaluate/summariseBacktest.ts";
import { windowInWords } from "../../core/forecast/windowInWords.ts";
import { fixed, markdownTable } from "./markdown.ts";

/** The five models that took part, then the peers. */
const scoredIn = ({ settings }: Backtest): ModelName[] => [...settings.models, ...(settings.peers ?? [])];
const called = (name: ModelName): string => (typeof name === "number" ? `model ${name}` : PEERS[name].toLowerCase());
const same = (a: Measure, b: Measure): boolean => a.name === b.name && a.share === b.share;
const windowName = (found: Backtest, window: number | null): string => (window === null ? "all windows" : windowInWords(found.settings.windows[window]));
function summaryOf({ summaries }: Backtest, model: ModelName, window: number | null, measure: Measure): BacktestSummary | undefined {
  return summaries.find((summary) => summary.model === model && summary.window === window && same(summary.measure, measure));
}
function differenceOf({ differences }: Backtest, model: ModelName, window: number | null): BootstrapInterval | null {
  return differences.find((one) => one.model === model && one.window === window && same(one.measure, AUC))?.difference ?? null;
}

/** Who wins where, in words that the numbers choose. */
export function verdict(found: Backtest, best: ModelNumber): string {
  if (!found.settings.models.includes(best) || scoredIn(found).length === 1) return "";
  const others = scoredIn(found).filter((model) => model !== best);
  const mean = (model: ModelName, window: number | null): number => summaryOf(found, model, window, AUC)?.mean ?? 0;
  const first = (window: number | null): ModelName => scoredIn(found).reduce((a, b) => (mean(b, window) > mean(a, window) ? b : a));
  const windows = [...found.settings.windows.keys()];
  const won = windows.filter((window) => first(window) === best);
  const lost = windows.filter((window) => first(window) !== best);
  const clear = (model: ModelName, window: number | null): string => {
    const difference = differenceOf(found, model, window);
    if (!difference) return "no comparison";
    return difference.high < 0 ? "behind" : difference.low > 0 ? "ahead" : "not told apart";
  };
  const against = others.map((model) => `${called(model)} ${clear(model, null)} (${points(differenceOf(found, model, null))})`);
  return (
    `**Over all windows ${called(first(null))} has the highest mean AUC (${fixed(mean(first(null), null), 3)}). Model ${best} is first in ${won.length} of ${windows.length} windows` +
    `${lost.length > 0 ? `; in ${lost.map((window) => `${windowName(found, window)} ${called(first(window))} is (${clear(first(window), window)} by its interval)`).join(", ")}` : ""}.** ` +
    `Against model ${best}, in points of AUC over all windows: ${against.join("; ")}.`
  );
}

function points(interval: BootstrapInterval | null): string {
  return interval ? `${fixed(100 * interval.mean, 2)} [${fixed(100 * interval.low, 2)}, ${fixed(100 * interval.high, 2)}]` : "–";
}

export function meansTable(found: Backtest, measure: Measure, digits = 3): string {
  // Peers have no density at a cell's centre.
  const shown = measure.name === "centreAuc" ? found.settings.models : scoredIn(found);
  return markdownTable(
    ["window", ...shown.map(called)],
    [...found.settings.windows.keys(), null].map((window) => {
      const all = shown.map((model) => summaryOf(found, model, window, measure));
      const most = Math.max(...all.map((summary) => summary?.mean ?? -Infinity));
      return [
        windowName(found, window),
        ...all.map((summary) => {
          const mean = fixed(summary?.mean, digits);
          return `${summary?.mean === most ? `**${mean}**` : mean} (${fixed(summary?.sd, digits)})`;
        }),
      ];
    }),
  );
}

export function differencesTable(found: Backtest, best: ModelNumber): string {
  const others = scoredIn(found).filter((model) => model !== best);
  return markdownTable(
    ["window", ...others.map((model) => `${called(model)} − model ${best}`)],
    [...found.settings.windows.keys(), null].map((window) => [windowName(found, window), ...others.map((model) => points(differenceOf(found, model, window)))]),
  );
}

export function transitionsTable(found: Backtest, best: ModelNumber): string {
  const own = backtestTransitions(found).find(({ model }) => model === best);
  if (!own) return "–";
  const steps = [["next window of the week", own.windows], ["same window of the next week", own.blocks]] as const;
  return markdownTable(
    ["from, to the map of the", ...SURFACE_CLASSES],
    steps.flatMap(([step, { mean, sd }]) =>
      SURFACE_CLASSES.map((from, row) => [`${from}, ${step}`, ...SURFACE_CLASSES.map((_, column) => `${fixed(mean[row][column], 4)} (${fixed(sd[row][column], 4)})`)]),
    ),
  );
}

export function skipsTable({ skips }: Backtest, best: ModelNumber): string {
  return markdownTable(
    ["weeks without an update", "weeks scored", "mean AUC", "10th percentile", "90th percentile", "loss in points, same weeks"],
    skips.filter(({ model }) => model === best).map(({ skip, blocks, mean, p10, p90, loss }) => [`${skip}`, `${blocks}`, fixed(mean, 4), fixed(p10, 4), fixed(p90, 4), points(loss)]),
  );
}

/** Which skips cost AUC that their interval tells from nothing. */
export function skipsText({ skips }: Backtest, best: ModelNumber): string {
  const own = skips.filter(({ model, loss }) => model === best && loss !== null);
  const dear = own.filter(({ loss }) => loss !== null && loss.low > 0);
  if (own.length === 0) return "–";
  return dear.length === 0
    ? `None of these costs AUC that its interval tells from 0.`
    : `AUC is lost, as far as the interval tells, after ${dear.map(({ skip }) => skip).join(", ")} weeks without an update.`;
}

/** R-hat above this says that the chains have not mixed (Vehtari et al. 2021 ask for 1.01). */
const UNMIXED = 1.1;

export function fitsText({ fits, settings }: Backtest, best: ModelNumber): string {
  const own = fits.filter(({ model }) => model === best);
  if (own.length === 0) return "–";
  const range = (of: readonly (number | null)[], digits: number): string => {
    const known = of.filter((value) => value !== null);
    return `${fixed(Math.min(...known), digits)} to ${fixed(Math.max(...known), digits)}`;
  };
  const bandwidths = own.map(({ alpha }) => bandwidthsOf(alpha));
  const at = (axis: number, digits: number): string => range(bandwidths.map((one) => one[axis].at), digits);
  const weights = own.flatMap(({ weights: of }) => of.map(({ mean }) => mean));
  const worst = own.map(({ worstRhat }) => worstRhat ?? 0);
  const unmixed = worst.filter((rhat) => rhat > UNMIXED).length;
  return (
    `Over the ${own.length} fits, posterior means: bandwidths where A = 1 ${at(0, 0)} m east, ${at(1, 0)} m north, ${at(2, 2)} h (12/π of the radians 1/α₃); ` +
    `β ${[0, 1, 2].map((k) => range(own.map(({ beta }) => beta[k].mean), 2)).join(", ")}; weights of single weeks ${range(weights, 4)} (alike: ${fixed(1 / settings.history, 4)}). ` +
    `Worst split R̂ of any parameter in any fit ${fixed(Math.max(...worst), 2)}, least effective sample size ${fixed(Math.min(...own.map(({ leastEss }) => leastEss ?? Infinity)), 0)} of ${settings.chains * settings.draws}; ` +
    `in ${unmixed} of the fits some R̂ is above ${UNMIXED}: there the chains have not mixed in so few iterations, and the intervals of their parameters mean little.`
  );
}
