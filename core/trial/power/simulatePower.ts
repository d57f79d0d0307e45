// Power by simulation: trials drawn on the real location-days of the past, incidents prevented, each trial tested as it would be.

import { tQuantile } from "../../stats/studentT.ts";
import { normalQuantile } from "../../stats/normalQuantile.ts";
import type { Random } from "../../stats/random.ts";
import { blockedTests, type Statistics } from "./blockedTests.ts";
import { drawArms, type DrawDesign } from "./trialDraw.ts";

/** One measure on the past's location-days, day × units + unit. */
export interface PastDays {
  readonly days: number;
  readonly units: number;
  /** What can be prevented, each by itself: incidents, or of a prevalence the location-day that has some. */
  readonly events: Float64Array;
  /** What each of them counts: 1, or its even share of the location-day's harm. */
  readonly amount: Float64Array;
}

export interface SimulatedTrials {
  readonly design: DrawDesign;
  readonly days: number;
  /** Shares of incidents that a patrol prevents, ascending, 0 to 1. */
  readonly falls: readonly number[];
  /** Of treatment location-days that are patrolled. */
  readonly delivery: number;
  /** Of control location-days that are patrolled all the same. */
  readonly contamination: number;
  readonly level: number;
  readonly draws: number;
  readonly random: Random;
}

export const TESTS = ["independent", "blocked", "adjusted"] as const satisfies readonly (keyof Statistics)[];

/** Share of trials that each test rejects, one value a fall. */
export type Rejections = Readonly<Record<(typeof TESTS)[number], Float64Array>>;

/**
 * Each trial draws its days from the past with replacement, whole (all hotspots of a day together; pairs of days as pairs), so that what
 * hotspots and days have in common stays; then its arms; then for each incident on a patrolled location-day a number from 0 to 1: it is
 * prevented by every fall above that. The same numbers serve all falls, so that power rises with the fall as it should.
 */
export function simulatePower(past: PastDays, trials: SimulatedTrials, progress?: (fraction: number) => void): Rejections {
  const { design, days, falls, delivery, contamination, level, draws, random } = trials;
  const { units } = past, cells = days * units;
  const critical = { independent: tQuantile(1 - level / 2, cells - 2), blocked: normalQuantile(1 - level / 2), adjusted: normalQuantile(1 - level / 2) };
  const rejected = { independent: new Float64Array(falls.length), blocked: new Float64Array(falls.length), adjusted: new Float64Array(falls.length) };
  const events = new Float64Array(cells), amount = new Float64Array(cells);
  for (let draw = 0; draw < draws; draw++) {
    if (draw % 20 === 0) progress?.(draw / draws);
    const stream = random.stream(draw);
    drawDays(stream.stream("days"), past, design.period, events, amount);
    const arms = drawArms(stream.stream("arms"), design, days);
    const prevented = preventedBy(stream.stream("prevented"), events, arms.arms, { delivery, contamination, falls });
    const tests = blockedTests(valuesOf(events, amount), design, arms);
    for (let f = 0; f < falls.length; f++) {
      for (const cell of prevented[f]) tests.take(cell, amount[cell]);
      const statistics = tests.statistics();
      for (const test of TESTS) if (Math.abs(statistics[test]) >= critical[test]) rejected[test][f]++;
    }
  }
  for (const test of TESTS) for (let f = 0; f < falls.length; f++) rejected[test][f] /= draws;
  return rejected;
}

/** What each location-day counts. A plain loop: `from` with a function takes several times as long. */
export function valuesOf(events: Float64Array, amount: Float64Array): Float64Array {
  const values = new Float64Array(events.length);
  for (let cell = 0; cell < events.length; cell++) values[cell] = events[cell] * amount[cell];
  return values;
}

/** Fills the trial's days from the past. */
function drawDays(random: Random, past: PastDays, period: number, events: Float64Array, amount: Float64Array): void {
  const { units } = past, row = period * units;
  for (let to = 0; to < events.length; to += row) {
    const from = units * random.integer(past.days - period + 1);
    events.set(past.events.subarray(from, from + row), to);
    amount.set(past.amount.subarray(from, from + row), to);
  }
}

/** The location-days of the incidents that a fall prevents and the one before it does not, for each fall. */
function preventedBy(random: Random, events: Float64Array, arms: Uint8Array, { delivery, contamination, falls }: Pick<SimulatedTrials, "delivery" | "contamination" | "falls">): number[][] {
  const prevented: number[][] = falls.map(() => []);
  for (let cell = 0; cell < events.length; cell++) {
    if (events[cell] === 0 || random.uniform() >= (arms[cell] === 1 ? delivery : contamination)) continue;
    for (let event = 0; event < events[cell]; event++) {
      const u = random.uniform();
      let f = 0;
      while (f < falls.length && u >= falls[f]) f++;
      if (f < falls.length) prevented[f].push(cell);
    }
  }
  return prevented;
}
