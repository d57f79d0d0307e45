import { describe, expect, test } from "vitest";
import { drawGamma } from "../../../../core/stats/drawGamma.ts";
import { drawPoisson } from "../../../../core/stats/drawPoisson.ts";
import { createRandom, type Random } from "../../../../core/stats/random.ts";
import { shuffle } from "../../../../core/stats/shuffle.ts";
import { deliveryAlarm } from "../../../../core/trial/dosage/deliveryAlarm.ts";
import type { DosageSeries } from "../../../../core/trial/dosage/dosage.ts";
import { ratioOfArms } from "../../../../core/trial/dosage/ratioOfArms.ts";
import { weeksOf } from "../../../../core/trial/dosage/weeksOf.ts";

const UNITS = 20, DAYS = 56;
const RULES = { level: 0.05, least: 1.1, weeks: 4 };
const FIRST = Date.UTC(2023, 3, 3);

function drawnArms(random: Random): Uint8Array {
  const arms = new Uint8Array(UNITS * DAYS);
  const all = Array.from({ length: UNITS }, (_, unit) => unit);
  for (let day = 0; day < DAYS; day++) for (const unit of shuffle(random, all).slice(0, UNITS / 2)) arms[day * UNITS + unit] = 1;
  return arms;
}

/** Radio positions: hotspots differ tenfold, days are overdispersed; treatment days have `ratio` times as many. */
function drawnPings(random: Random, arms: Uint8Array, ratio: number): DosageSeries {
  const busy = Array.from({ length: UNITS }, () => 60 * drawGamma(random, 2));
  const values = Float64Array.from(arms, (arm, cell) => drawPoisson(random, busy[cell % UNITS] * drawGamma(random, 1.5) * (arm === 1 ? ratio : 1)));
  return { name: "Pings", definition: "", values, from: 0, until: DAYS };
}

const alarmOf = (series: DosageSeries, arms: Uint8Array, oneSided = false) =>
  deliveryAlarm(series, { arms, units: UNITS, first: FIRST, weeks: weeksOf([series], arms, UNITS, RULES).map(({ from, ratios: [ratio] }) => ({ from, ratio })), oneSided }, RULES)!;

describe("the ratio of the arms", () => {
  test("is that of the means per location-day, on the days that the files reach over alone", () => {
    const arms = Uint8Array.of(1, 0, 0, 1, 1, 0), values = Float64Array.of(4, 1, 3, 2, 100, 100);
    expect(ratioOfArms({ values }, arms, 2, 0, 2, RULES)).toMatchObject({ treatment: 3, control: 2, ratio: 1.5, locationDays: { treatment: 2, control: 2 } });
    expect(ratioOfArms({ values }, arms.fill(1), 2, 0, 2, RULES)).toBeNull();
  });

  test("its 95 % interval holds the true ratio in 95 % of trials, however much hotspots differ", () => {
    const random = createRandom(71);
    const trials = 600;
    let held = 0;
    for (let i = 0; i < trials; i++) {
      const arms = drawnArms(random);
      const { interval } = ratioOfArms(drawnPings(random, arms, 1.3), arms, UNITS, 0, DAYS, RULES)!;
      if (interval!.low <= 1.3 && 1.3 <= interval!.high) held++;
    }
    // Four standard errors of a proportion of 0.95.
    expect(Math.abs(held / trials - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / trials));
  });

  test("without activity on control days the arms differ once chance alone is unlikely", () => {
    const arms = Uint8Array.from({ length: 40 }, (_, i) => i % 2);
    const some = (n: number) => Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 1 && i < 2 * n ? 2 : 0));
    expect(ratioOfArms({ values: some(5) }, arms, 4, 0, 10, RULES)).toMatchObject({ ratio: null, interval: null, differs: false });
    expect(ratioOfArms({ values: some(6) }, arms, 4, 0, 10, RULES)).toMatchObject({ ratio: null, interval: null, differs: true });
    expect(ratioOfArms({ values: some(0) }, arms, 4, 0, 10, RULES)!.differs).toBe(false);
  });
});

describe("the alarm", () => {
  test("rings where positions do not differ, as in Trial Two", () => {
    const random = createRandom(5), arms = drawnArms(random);
    const alarm = alarmOf(drawnPings(random, arms, 1), arms);
    expect(alarm.state).toBe("not delivered");
    expect(alarm.words).toMatch(/^In the 4 weeks to 28 May 2023 treatment days had \d\.\d\d times the pings of control days \(95 % interval .*; over all 56 days .*the trial is not being delivered.*This ended Trial Two/);
  });

  test("is quiet where treatment days have twice the positions in every week", () => {
    const arms = Uint8Array.from({ length: UNITS * DAYS }, (_, cell) => (Math.floor(cell / UNITS) + cell) % 2);
    const values = Float64Array.from(arms, (arm, cell) => (arm === 1 ? 20 : 10) + (cell % 3));
    expect(alarmOf({ name: "Pings", definition: "", values, from: 0, until: DAYS }, arms).state).toBe("delivered");
    // The same in logs alone is no proof: Trial Two logged 17,794 patrols.
    const logged = alarmOf({ name: "Full patrols", definition: "", values, from: 0, until: DAYS }, arms, true);
    expect(logged.state).toBe("watch");
    expect(logged.words).toContain("what is not offered is not logged");
  });

  test("rings when delivery stops after six good weeks, though the whole still differs", () => {
    const arms = Uint8Array.from({ length: UNITS * DAYS }, (_, cell) => (Math.floor(cell / UNITS) + cell) % 2);
    const values = Float64Array.from(arms, (arm, cell) => (arm === 1 && cell < 28 * UNITS ? 30 : 10) + (cell % 3));
    const alarm = alarmOf({ name: "Pings", definition: "", values, from: 0, until: DAYS }, arms);
    expect(alarm.cumulative.differs).toBe(true);
    expect(alarm.state).toBe("not delivered");
  });

  test("one bad week of the last four is told, without calling the trial undelivered", () => {
    const arms = Uint8Array.from({ length: UNITS * DAYS }, (_, cell) => (Math.floor(cell / UNITS) + cell) % 2);
    const bad = (cell: number): boolean => cell >= 42 * UNITS && cell < 49 * UNITS;
    const values = Float64Array.from(arms, (arm, cell) => (arm === 1 && !bad(cell) ? 30 : 10) + (cell % 3));
    const alarm = alarmOf({ name: "Pings", definition: "", values, from: 0, until: DAYS }, arms);
    expect(alarm.state).toBe("watch");
    expect(alarm.words).toContain("But in the week from 15 May 2023 alone treatment did not differ from control.");
  });

  test("a last week of one day is not judged by itself", () => {
    const arms = Uint8Array.from({ length: UNITS * 50 }, (_, cell) => (Math.floor(cell / UNITS) + cell) % 2);
    const values = Float64Array.from(arms, (arm, cell) => (arm === 1 && cell < 49 * UNITS ? 30 : 10) + (cell % 3));
    expect(alarmOf({ name: "Pings", definition: "", values, from: 0, until: 50 }, arms).state).toBe("delivered");
  });

  test("rings rarely by mistake: a trial with one and a half times the positions is called undelivered in under 5 % of draws", () => {
    const random = createRandom(19);
    let rung = 0;
    for (let i = 0; i < 200; i++) {
      const arms = drawnArms(random);
      if (alarmOf(drawnPings(random, arms, 1.5), arms).state === "not delivered") rung++;
    }
    expect(rung / 200).toBeLessThan(0.05);
  });
});
