// The power job on invented and on the sample's past: verdict, curves, cautions, refusals, and the same answer again.

import { beforeAll, describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import type { IncidentTable } from "../../../../core/incidents/table.ts";
import { tablePeriod } from "../../../../core/incidents/tablePeriod.ts";
import { completeRequest } from "../../../../core/replay.ts";
import { NO_FILTER } from "../../../../core/incidents/filter.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { incidentsFall } from "../../../../core/trial/power/incidentsFall.ts";
import { sameSeason } from "../../../../core/trial/power/pastOfTrial.ts";
import { powerOfTrial } from "../../../../core/trial/power/powerOfTrial.ts";
import type { PowerRequest } from "../../../../core/trial/power/powerSchema.ts";
import { powerVerdict } from "../../../../core/trial/power/powerVerdict.ts";
import { completePower, type PowerPlan } from "../../../../core/trial/power/preparePower.ts";
import type { MeasurePower, PowerAnswer, TrialPower } from "../../../../core/trial/power/trialPower.ts";
import { START_PROTOCOL } from "../../../../core/trial/protocol.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { sampleIncidents } from "../../../support/sampleIncidents.ts";
import { SAMPLE_DAYS, sampleUnits } from "../../../support/sampleTrial.ts";
import { hotspotMeans, inventedCounts } from "./inventedPast.ts";

const ask = (request: PowerRequest): Promise<TrialPower> => runJob("powerOfTrial", powerOfTrial, request, nodeContext);
const named = (answers: readonly PowerAnswer[], name: string): PowerAnswer => answers.find((answer) => answer.name === name)!;

const HOTSPOTS = 12, PAST = 200;
const count = inventedCounts(createRandom(8), hotspotMeans(createRandom(7), HOTSPOTS), PAST);
/** A tenth of the incidents count 300 days, the others 10. */
const lots = createRandom(9);
const harm = count.map((incidents) => Array.from({ length: incidents }, () => (lots.uniform() < 0.1 ? 300 : 10)).reduce((sum, days) => sum + days, 0));
const base: PowerRequest = { units: Array.from({ length: HOTSPOTS }, () => ({})), historyDays: PAST, count, days: 60, expected: -0.3, draws: 300, curves: false };

describe("the power of a trial", () => {
  test("has formulas and simulations side by side, in order of what they know, for prevalence, counts and harm", async () => {
    const found = await ask({ ...base, harm });
    expect(found.measures.map(({ measure }) => measure)).toEqual(["prevalence", "count", "harm"]);
    expect([found.treatment, found.control, found.historyDays]).toEqual([360, 360, PAST]);
    for (const { formulas, simulations, byFall, halfWidth } of found.measures) {
      const formula = named(formulas, "By the draw"), simulated = named(simulations, "By the draw");
      // The formula of the planned test is close to its simulation; 300 trials give or take 5 points.
      expect(Math.abs(formula.power - simulated.power)).toBeLessThan(0.1);
      expect(Math.abs((formula.smallest ?? 1) - (simulated.smallest ?? 1))).toBeLessThan(0.1);
      expect(named(formulas, "Hotspots adjusted").smallest ?? 1).toBeLessThanOrEqual(formula.smallest ?? 1);
      expect(byFall.falls).toContain(0.3);
      expect(halfWidth).toBeGreaterThan(0);
    }
    const [, { formulas }] = found.measures;
    expect(named(formulas, "Poisson").smallest!).toBeLessThan(named(formulas, "Independent").smallest!);
  });

  test("needs more days for smaller falls, and says how many", async () => {
    const at = async (days: number): Promise<MeasurePower> => (await ask({ ...base, days, measures: ["count"], expected: -0.2 })).measures[0];
    const { daysNeeded } = await at(60);
    expect(daysNeeded).toBeGreaterThan(60);
    expect(named((await at(daysNeeded!)).formulas, "By the draw").power).toBeGreaterThanOrEqual(0.8);
    expect(named((await at(daysNeeded! - 1)).formulas, "By the draw").power).toBeLessThan(0.8);
  });

  test("draws curves that fall with days and with hotspots, through the trial that was asked about", async () => {
    const [{ byDays, byHotspots, simulations }] = (await ask({ ...base, measures: ["count"], hotspots: 8, curves: true })).measures;
    expect(byDays!.sizes).toContain(60);
    expect(byHotspots!.sizes).toEqual([3, 6, 8, 9, 12]);
    expect(byHotspots!.simulated[2]).toBe(named(simulations, "By the draw").smallest);
    for (const { formula, simulated } of [byDays!, byHotspots!]) {
      const values = formula.map((value) => value ?? 1);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      expect(simulated.at(-1) ?? 1).toBeLessThan(simulated[0] ?? 1.01);
    }
  });

  test("takes delivery and contamination off the effect", async () => {
    const smallest = async (patch: Partial<PowerRequest>): Promise<number> => named((await ask({ ...base, measures: ["count"], ...patch })).measures[0].formulas, "By the draw").smallest!;
    const full = await smallest({});
    expect(await smallest({ delivery: 0.8 })).toBeGreaterThan(1.15 * full);
    expect(await smallest({ contamination: 0.2 })).toBeGreaterThan(1.1 * full);
  });

  test("keeps pairs of days whole, and takes groups and strata", async () => {
    const units = Array.from({ length: HOTSPOTS }, (_, u) => ({ stratum: u < 5 ? "day" : "night", ...(u > 9 && { group: "twins" }) }));
    const found = await ask({ ...base, units, block: "pair", days: 61, measures: ["count"] });
    expect(found.days).toBe(60);
    expect(named(found.measures[0].simulations, "By the draw").power).toBeGreaterThan(0.5);
  });

  test("refuses in words what cannot be asked", async () => {
    await expect(ask({ ...base, count: count.subarray(1) })).rejects.toThrow(/12 hotspots on 200 days need 2400/);
    await expect(ask({ ...base, hotspots: 13 })).rejects.toThrow(/There are 12 hotspots; 13/);
    await expect(ask({ ...base, measures: ["harm"] })).rejects.toThrow(/no column of it/);
    await expect(ask({ ...base, delivery: 0.3, contamination: 0.3 })).rejects.toThrow(/nothing to detect/);
    await expect(ask({ ...base, count: count.map(() => 0) })).rejects.toThrow(/no incident on the 200 past days/);
    await expect(ask({ ...base, expected: 0.2 })).rejects.toThrow(/expected/);
  });

  test("warns of a stratum with one hotspot, of few incidents and of a short past", async () => {
    const units = Array.from({ length: HOTSPOTS }, (_, u) => ({ stratum: u === 0 ? "alone" : "" }));
    const { cautions } = await ask({ ...base, units, historyDays: 40, count: count.subarray(0, 40 * HOTSPOTS), days: 10, measures: ["count"] });
    for (const words of [/regression to the mean/, /only 40 days/, /\(alone\)/, /are expected on control days/]) expect(cautions.some((caution) => words.test(caution)), `${words}`).toBe(true);
  });
});

describe("the verdict", () => {
  const facts = { measure: "prevalence", hotspots: 45, days: 128, target: 0.8, fall: 0.09, smallest: 0.175, powerAtFall: 0.28, daysNeeded: 480 } as const;
  test("says what can be detected, and what becomes of what is expected", () => {
    expect(powerVerdict(facts)).toBe("With 45 hotspots and 128 days this trial detects a fall of 17.5 % or more (prevalence) with 80 % power; you expect 9 %: it would detect that 28 times in 100. With these hotspots that power would take about 480 days.");
    expect(powerVerdict({ ...facts, fall: 0.2, powerAtFall: 0.9 })).toMatch(/90 times in 100\. That is enough\.$/);
    expect(powerVerdict({ ...facts, smallest: null, daysNeeded: null })).toMatch(/detects no fall, however large.*No trial of ten years/);
    expect(powerVerdict({ ...facts, fall: 0 })).toMatch(/80 % power\.$/);
  });

  test("a fall in prevalence takes a greater one in incidents where some location-days have several", () => {
    expect(incidentsFall(Float64Array.of(1, 0, 1, 1), 0.2)).toBeCloseTo(0.2, 12);
    // (q + q²) / 2 = 0.28 at q = 0.4.
    expect(incidentsFall(Float64Array.of(1, 2, 0, 0), 0.28)).toBeCloseTo(0.4, 12);
  });
});

describe("the sample's past", () => {
  let table: IncidentTable;
  let plan: PowerPlan;
  beforeAll(async () => {
    table = await sampleIncidents();
    const protocol = { ...START_PROTOCOL, ...SAMPLE_DAYS, units: sampleUnits() };
    plan = { protocol, outcome: "All crime", harm: null, past: sameSeason(tablePeriod(table)!, protocol), settings: { days: 182, expected: -0.15, measures: ["count"], draws: 300, curves: false } };
  });

  test("is the two summers before the trial", async () => {
    expect(plan.past.map(({ first, days }) => [new Date(first).toISOString().slice(0, 10), days])).toEqual([["2022-04-01", 182], ["2023-04-01", 182]]);
    const { historyDays, measures: [{ history, verdict }] } = await ask(completePower(table, plan));
    expect(historyDays).toBe(364);
    expect(history.mean).toBeCloseTo(0.506, 3);
    expect(verdict).toMatch(/^With 20 hotspots and 182 days this trial detects a fall of 1[45]\.\d % or more \(count\)/);
  });

  test("gives the same numbers again from the stored request", async () => {
    const request = completeRequest({ job: "powerOfTrial", filter: NO_FILTER, params: { ...plan } }, table) as PowerRequest;
    expect(await ask(request)).toEqual(await ask(completePower(table, plan)));
  });
});
