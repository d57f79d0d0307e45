// Simulated power against power that is realised, and what it must do.

import { describe, expect, test } from "vitest";
import { createRandom, type Random } from "../../../../core/stats/random.ts";
import { simulatePower, TESTS, type SimulatedTrials } from "../../../../core/trial/power/simulatePower.ts";
import { drawDesign } from "../../../../core/trial/power/trialDraw.ts";
import { exactRandomisation } from "../../../../core/trial/randomisation/exactRandomisation.ts";
import { LONG } from "../../../support/long.ts";
import { hotspotMeans, inventedCounts } from "./inventedPast.ts";

const HOTSPOTS = 16, DAYS = 40, PAST = 1500;
const units = Array.from({ length: HOTSPOTS }, (_, u) => ({ stratum: u < 6 ? "day" : "night" }));
const means = hotspotMeans(createRandom("means"), HOTSPOTS);
const count = inventedCounts(createRandom("past"), means, PAST);
const past = { days: PAST, units: HOTSPOTS, events: count, amount: new Float64Array(count.length).fill(1) };

const trials = (patch: Partial<SimulatedTrials>): SimulatedTrials => ({
  design: drawDesign(units, { share: 0.5, block: "day" }), days: DAYS, falls: [0, 0.4], delivery: 1, contamination: 0, level: 0.05, draws: 1000, random: createRandom("power"), ...patch,
});

/** Standard errors of a difference of two shares of so many trials each. */
const apart = (a: number, b: number, n: number): number => Math.abs(a - b) / Math.sqrt((a * (1 - a) + b * (1 - b)) / n + 1e-9);

/** Draws half of each stratum by sorting lots; every second odd block has the greater half. */
function lots(random: Random, day: number): Uint8Array {
  const arms = new Uint8Array(HOTSPOTS);
  for (const stratum of ["day", "night"]) {
    const members = units.flatMap((unit, u) => (unit.stratum === stratum ? [{ u, lot: random.uniform() }] : [])).sort((a, b) => a.lot - b.lot);
    for (const { u } of members.slice(0, Math.floor((members.length + (day % 2)) / 2))) arms[u] = 1;
  }
  return arms;
}

/** A fresh trial of the same town: rates fall on treatment days, and the exact randomisation test is asked. */
function isDetected(random: Random, fall: number, delivery: number, contamination: number): boolean {
  const arms = Uint8Array.from(Array.from({ length: DAYS }, (_, day) => [...lots(random, day)]).flat());
  const patrolled = arms.map((arm) => (random.uniform() < (arm === 1 ? delivery : contamination) ? 1 : 0));
  const values = inventedCounts(random, means, DAYS, (cell) => (patrolled[cell] === 1 ? 1 - fall : 1));
  const blocks = Array.from({ length: DAYS }, (_, day) => ["day", "night"].map((stratum) => {
    const cells = units.flatMap((unit, u) => (unit.stratum === stratum ? [day * HOTSPOTS + u] : []));
    return { values: Float64Array.from(cells, (cell) => values[cell]), treated: cells.map((cell) => arms[cell] === 1) };
  })).flat();
  return (exactRandomisation({ blocks, constant: 0 })?.p ?? 1) <= 0.05;
}

describe("power by simulation", () => {
  test("agrees with the power that fresh trials of the same town realise under another analysis", () => {
    const n = LONG ? 4000 : 300;
    for (const [fall, delivery, contamination] of [[0, 1, 0], [0.3, 1, 0], [0.5, 0.8, 0.15]]) {
      const simulated = simulatePower(past, trials({ falls: [fall], delivery, contamination, draws: n })).blocked[0];
      const random = createRandom(`fresh ${fall}`);
      let detected = 0;
      for (let trial = 0; trial < n; trial++) if (isDetected(random.stream(trial), fall, delivery, contamination)) detected++;
      expect(apart(simulated, detected / n, n), `${simulated} and ${detected / n} at a fall of ${fall}`).toBeLessThan(3.3);
    }
  }, 400_000);

  test("rejects 5 % where nothing happens, whatever the test, days, strata and clustering", () => {
    const rejected = simulatePower(past, trials({ falls: [0], draws: 2000 }));
    for (const name of TESTS) expect(Math.abs(rejected[name][0] - 0.05) / Math.sqrt((0.05 * 0.95) / 2000), `${name} ${rejected[name][0]}`).toBeLessThan(3.3);
  });

  test("gains by taking hotspots' means away where hotspots differ", () => {
    const { blocked, adjusted } = simulatePower(past, trials({ falls: [0.3], draws: 600 }));
    expect(adjusted[0]).toBeGreaterThan(blocked[0]);
  });

  test("is the same for the same seed, and rises with the fall", () => {
    const falls = [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1];
    const first = simulatePower(past, trials({ falls, draws: 300 })), second = simulatePower(past, trials({ falls, draws: 300 }));
    expect(second).toEqual(first);
    for (let f = 2; f < falls.length; f++) expect(first.blocked[f]).toBeGreaterThanOrEqual(first.blocked[f - 1] - 0.01);
    expect(first.blocked[7]).toBeGreaterThan(0.99);
    expect(simulatePower(past, trials({ falls, draws: 300, random: createRandom("another") }))).not.toEqual(first);
  });

  test("sees a fall on half of the treatment days as half of the fall on all of them", () => {
    const half = simulatePower(past, trials({ falls: [0.6], delivery: 0.5, draws: 1000 })).blocked[0];
    const whole = simulatePower(past, trials({ falls: [0.3], draws: 1000 })).blocked[0];
    expect(apart(half, whole, 1000)).toBeLessThan(3.5);
  });

  test("tells nothing apart where control days are patrolled like treatment days", () => {
    const { blocked } = simulatePower(past, trials({ falls: [0.5], contamination: 1, draws: 1000 }));
    expect(Math.abs(blocked[0] - 0.05)).toBeLessThan(0.023);
  });

  test("a pair of days takes hotspots' differences away by itself", () => {
    const { blocked } = simulatePower(past, trials({ design: drawDesign(units, { share: 0.5, block: "pair" }), falls: [0, 0.3], draws: 1000 }));
    const { adjusted } = simulatePower(past, trials({ falls: [0, 0.3], draws: 1000 }));
    expect(Math.abs(blocked[0] - 0.05)).toBeLessThan(0.023);
    expect(apart(blocked[1], adjusted[1], 1000)).toBeLessThan(3.5);
  });
});
