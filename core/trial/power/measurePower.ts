// Power for one measure: formulas, simulated trials, curves over hotspots and days, and the verdict.

import { normalQuantile } from "../../stats/normalQuantile.ts";
import type { Measure } from "../protocol.ts";
import { daysNeeded as leastDays, MOST_DAYS } from "./daysNeeded.ts";
import { incidentsFall } from "./incidentsFall.ts";
import { crossing, powerByFall } from "./powerByFall.ts";
import type { AskedPower } from "./powerSchema.ts";
import { powerVerdict } from "./powerVerdict.ts";
import { TESTS } from "./simulatePower.ts";
import { smallestDetectable } from "./smallestDetectable.ts";
import { trialSize, type TrialSize } from "./trialSize.ts";
import { whyTheyDiffer } from "./whyTheyDiffer.ts";
import type { MeasurePower, PowerAnswer, PowerCurve } from "./trialPower.ts";

/** Simulated trials for each point of a curve. */
const CURVE_DRAWS = 300;
const SHARES_OF_HOTSPOTS = [0.25, 0.5, 0.75, 1];
const TIMES_THE_DAYS = [0.25, 0.5, 2, 3];

const TESTED = {
  independent: { name: "Independent", text: "Student's t-test of location-days as independent (of a prevalence as good as chi-squared): the published trials' way" },
  blocked: { name: "By the draw", text: "Randomisation test: the sum over treatment against all draws that could have been made in its blocks, by its normal approximation" },
  adjusted: { name: "Hotspots adjusted", text: "The same after each hotspot's mean over the trial is taken away: close to a rate model with hotspot and day effects" },
} as const;

export function measurePower(measure: Measure, asked: AskedPower, progress: (fraction: number, note: string) => void): MeasurePower {
  const { days, hotspots, power: target } = asked;
  const fall = Math.abs(asked.expected);
  const whole = trialSize(measure, asked, hotspots, days);
  const { falls, rejected } = powerByFall(whole, asked, fall, asked.draws, (fraction) => progress(0.4 * fraction, "Simulating trials"));
  const smallest = crossing(falls, rejected.blocked, target);
  const powerAtFall = rejected.blocked[falls.indexOf(fall)];
  const daysNeeded = fall > 0 ? leastDays({ ...asked, measure, history: whole.history }, hotspots, asked.share, fall, target) : null;

  /** The trial that was asked about is one of the points. */
  const curve = (others: readonly number[], asIs: number, from: number, size: (n: number) => TrialSize): PowerCurve => {
    const sizes = [...new Set([...others, asIs])].sort((a, b) => a - b);
    const points = sizes.map((n, i) => {
      progress(from + (0.3 * i) / sizes.length, "Curves");
      const each = n === asIs ? whole : size(n);
      const simulated = n === asIs ? { falls, rejected } : powerByFall(each, asked, 0, Math.min(asked.draws, CURVE_DRAWS));
      return { formula: smallestDetectable(each.planned.powerOf, target), simulated: crossing(simulated.falls, simulated.rejected.blocked, target) };
    });
    return { sizes, formula: points.map(({ formula }) => formula), simulated: points.map(({ simulated }) => simulated) };
  };
  const hotspotSizes = SHARES_OF_HOTSPOTS.map((part) => Math.max(2, Math.round(part * asked.units.length)));
  const daySizes = TIMES_THE_DAYS.map((times) => Math.min(MOST_DAYS, Math.max(4, 2 * Math.round((times * days) / 2))));
  return {
    measure,
    history: whole.history,
    formulas: whole.formulas.map(({ name, text, powerOf }): PowerAnswer => ({ name, text, smallest: smallestDetectable(powerOf, target), power: powerOf(fall), falseAlarms: null })),
    simulations: TESTS.map((test): PowerAnswer => ({
      ...TESTED[test], smallest: crossing(falls, rejected[test], target), power: rejected[test][falls.indexOf(fall)], falseAlarms: rejected[test][0],
    })),
    byFall: { falls, formula: falls.map(whole.planned.powerOf), simulated: [...rejected.blocked] },
    byHotspots: asked.curves ? curve(hotspotSizes, hotspots, 0.4, (n) => trialSize(measure, asked, n, days)) : null,
    byDays: asked.curves ? curve(daySizes, days, 0.7, (n) => trialSize(measure, asked, hotspots, n)) : null,
    halfWidth: halfWidth(whole, asked.level),
    daysNeeded,
    incidentsFall: measure === "prevalence" && smallest !== null ? incidentsFall(trialSize("count", asked, hotspots, days).past.events, smallest) : null,
    verdict: powerVerdict({ measure, hotspots, days, target, fall, smallest, powerAtFall, daysNeeded }),
    why: whyTheyDiffer(measure, whole.history, days, asked.draws, target),
  };
}

/** z √(s² × design effect × (1/n₁ + 1/n₂)) / mean. */
function halfWidth({ history: { mean, variance, designEffect }, treatment, control }: TrialSize, level: number): number {
  return (normalQuantile(1 - level / 2) * Math.sqrt(variance * designEffect * (1 / treatment + 1 / control))) / mean;
}
