// The self-exciting model's forecast: expected events in each cell's ground over a coming span of time.

import { InputError } from "../../errors.ts";
import type { Grid } from "../../geo/types.ts";
import { defineJob } from "../../job.ts";
import { gridSchema, z } from "../../schema.ts";
import { addGaussianCellMeans } from "./gaussianCellMeans.ts";
import { checkTimedEvents, selfExcitingSchema, timedEventsSchema, uniformBox, type TimedEvents } from "./selfExciting.ts";

export interface SelfExcitingForecast {
  /** (rows × columns), row 0 south: events expected within the span per m², the mean over each cell. */
  readonly values: Float64Array;
  readonly peak: number;
  /** Events expected within the span over the whole plane: of the background and all that it triggers, and of the known events' descendants. */
  readonly background: number;
  readonly triggered: number;
}

/**
 * With κ = ω (1 − θ) and J = (b − a − D) / κ, D = ∫ e^(−κ s) ds over the span [a, b] after the end of the history:
 * values = (μ (b − a) + θ ω μ J) b(x) + Σₖ θ ω e^(−ω (to − tₖ)) D N(x; xₖ, σ² I).
 * The totals are the exact expectation over all generations, E' = −κ E + θ ω μ for the excitation E (Hawkes, Biometrika 58 (1971));
 * where they fall is exact for direct descendants, and later ones are taken to stay within the same σ of the known event.
 * The model knows no hour of the day: a span of some hours has their share of the day.
 * @throws InputError for a history that is none, or a span that does not come after it
 */
export const selfExcitingPredict = defineJob({
  title: "Forecast of the self-exciting model of near repeats",
  params: z.strictObject({
    history: timedEventsSchema,
    from: z.number().describe("day on which the observation begins"),
    to: z.number().describe("day on which it ends"),
    model: selfExcitingSchema,
    span: z.tuple([z.number(), z.number()]).describe("[begin, end] of what is forecast, days on the same count as `to`"),
    grid: gridSchema,
  }),
  run({ history, from, to, model, span, grid }, { progress }): SelfExcitingForecast {
    checkTimedEvents(history, from, to);
    const [a, b] = [span[0] - to, span[1] - to];
    if (!(a >= 0 && b > a)) throw new InputError(`The forecast is for day ${span[0]} to ${span[1]}; it must come after day ${to}, on which the history ends.`);
    const { x, y, days } = history;
    const { background: mu, offspring, decay, sd, bandwidth } = model;
    const kappa = decay * (1 - offspring);
    const left = decayed(kappa, a, b);
    const background = mu * (b - a) + offspring * decay * mu * accrued(kappa, a, b);
    const weights = days.map((day) => offspring * decay * Math.exp(-decay * (to - day)) * left);
    const n = x.length;
    const values = uniformOn(grid, history, bandwidth, background / (n + 1));
    addGaussianCellMeans(values, grid, x, y, () => background / (n + 1), bandwidth);
    progress(0.7, "Near repeats");
    addGaussianCellMeans(values, grid, x, y, (j) => weights[j], sd);
    let peak = 0, triggered = 0;
    for (const value of values) peak = Math.max(peak, value);
    for (const weight of weights) triggered += weight;
    return { values, peak, background, triggered };
  },
});

/** ∫ e^(−κ s) ds over [a, b]. */
const decayed = (kappa: number, a: number, b: number): number =>
  kappa === 0 ? b - a : (Math.exp(-kappa * a) * -Math.expm1(-kappa * (b - a))) / kappa;

/** ∫ (1 − e^(−κ s)) / κ ds over [a, b]; for small κ by its series, which rounding would spoil. */
const accrued = (kappa: number, a: number, b: number): number =>
  Math.abs(kappa * b) < 1e-5 ? (b * b - a * a) / 2 - (kappa * (b ** 3 - a ** 3)) / 6 : (b - a - decayed(kappa, a, b)) / kappa;

/** The mass spread evenly over the box about the history, on the cells whose centres lie in it. */
function uniformOn({ origin, cell, columns, rows }: Grid, history: TimedEvents, bandwidth: number, mass: number): Float64Array {
  const { box, perM2 } = uniformBox(history, bandwidth);
  const values = new Float64Array(columns * rows);
  for (let r = 0; r < rows; r++) {
    const y = origin.y + (r + 0.5) * cell;
    if (y < box.minY || y > box.maxY) continue;
    for (let c = 0; c < columns; c++) {
      const x = origin.x + (c + 0.5) * cell;
      if (x >= box.minX && x <= box.maxX) values[r * columns + c] = mass * perM2;
    }
  }
  return values;
}
