// A trial of so many hotspots and days, thought of on the past: its location-days, draw, variance and formulas for one measure.

import { InputError } from "../../errors.ts";
import type { Measure } from "../protocol.ts";
import { historyVariance } from "./historyVariance.ts";
import { powerFormulas } from "./powerFormulas.ts";
import type { AskedPower } from "./powerSchema.ts";
import { valuesOf, type PastDays } from "./simulatePower.ts";
import { drawDesign, type DrawDesign } from "./trialDraw.ts";
import type { HistoryVariance } from "./trialPower.ts";

export interface TrialSize extends ReturnType<typeof powerFormulas> {
  readonly days: number;
  readonly past: PastDays;
  readonly design: DrawDesign;
  readonly history: HistoryVariance;
  /** Location-days, as the draw deals them out on average. */
  readonly treatment: number;
  readonly control: number;
}

/**
 * @param hotspots - how many: those with the most incidents in the past, in the columns' order
 * @throws InputError where they have none
 */
export function trialSize(measure: Measure, asked: AskedPower, hotspots: number, days: number): TrialSize {
  const { units, historyDays, share } = asked;
  const chosen = fullestUnits(asked.count, units.length, hotspots);
  const past = pastDays(measure, asked, chosen), values = valuesOf(past.events, past.amount);
  if (!values.some((value) => value > 0)) {
    throw new InputError(`The ${hotspots} hotspots have no ${measure === "harm" ? "harm" : "incident"} on the ${historyDays} past days, so that there is nothing to prevent. Choose another outcome or a longer past.`);
  }
  const design = drawDesign(chosen.map((unit) => units[unit]), asked);
  const history = historyVariance(values, design, days);
  const treatment = share * hotspots * days, control = (1 - share) * hotspots * days;
  return { days, past, design, history, treatment, control, ...powerFormulas({ ...asked, measure, history, treatment, control }) };
}

function fullestUnits(count: Float64Array, units: number, n: number): number[] {
  const totals = new Float64Array(units);
  for (let cell = 0; cell < count.length; cell++) totals[cell % units] += count[cell];
  const order = Array.from(totals.keys()).sort((a, b) => totals[b] - totals[a] || a - b);
  return order.slice(0, n).sort((a, b) => a - b);
}

function pastDays(measure: Measure, { units, historyDays, count, harm }: AskedPower, chosen: readonly number[]): PastDays {
  const cells = historyDays * chosen.length;
  const events = new Float64Array(cells), amount = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const day = Math.floor(cell / chosen.length), from = day * units.length + chosen[cell % chosen.length];
    const incidents = count[from];
    events[cell] = measure === "prevalence" ? Math.min(1, incidents) : incidents;
    amount[cell] = measure === "harm" && incidents > 0 ? harm![from] / incidents : Math.min(1, incidents);
  }
  return { days: historyDays, units: chosen.length, events, amount };
}
