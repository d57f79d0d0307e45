import { beforeAll, describe, expect, test } from "vitest";
import type { IncidentTable } from "../../../../core/incidents/table.ts";
import { runJob } from "../../../../core/job.ts";
import { evaluateTrial } from "../../../../core/trial/evaluate/evaluateTrial.ts";
import { completeEvaluation, daysKnown, type EvaluationPlan } from "../../../../core/trial/evaluate/prepareEvaluation.ts";
import type { TrialEvaluation } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { START_PROTOCOL } from "../../../../core/trial/protocol.ts";
import { completeRequest } from "../../../../core/replay.ts";
import { NO_FILTER } from "../../../../core/incidents/filter.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { sampleIncidents } from "../../../support/sampleIncidents.ts";
import { SAMPLE_DAYS, sampleArms, sampleUnits } from "../../../support/sampleTrial.ts";

const TRUE_RATIO = 0.85;

const units = sampleUnits();
const plan: EvaluationPlan = {
  protocol: {
    ...START_PROTOCOL, ...SAMPLE_DAYS, units,
    outcomes: [{ name: "All crime", offences: [], domestic: "all" }, { name: "Theft", offences: ["theft"], domestic: "all" }, { name: "Domestic", offences: [], domestic: "only" }],
    subgroups: [{ name: "The first five", units: units.slice(0, 5).map(({ id }) => id) }],
  },
  arms: sampleArms(units),
  imported: true,
  harm: null,
  dose: null,
  days: SAMPLE_DAYS.days,
  seed: "evaluation",
  draws: 1000,
};
const evaluated = (table: IncidentTable, changes: Partial<EvaluationPlan> = {}): Promise<TrialEvaluation> =>
  runJob("evaluateTrial", evaluateTrial, completeEvaluation(table, { ...plan, ...changes }), nodeContext);

describe("the sample's trial, evaluated", () => {
  let table: IncidentTable, found: TrialEvaluation;
  beforeAll(async () => {
    table = await sampleIncidents();
    found = await evaluated(table);
  });
  const primary = () => found.comparisons.find(({ outcome, measure }) => outcome === "All crime" && measure === "count")!;

  test("counts the incidents of both arms as the sample's README has them, but for one whose end lies before its start", () => {
    expect([primary().treatment.total, primary().control.total]).toEqual([825, 950]);
    expect(daysKnown(table, plan.protocol)).toBe(182);
    expect(found.flow).toMatchObject({ units: 20, daysPlanned: 182, daysAnalysed: 182, allocated: { treatment: 1820, control: 1820 }, analysed: { treatment: 1820, control: 1820 }, delivered: null });
    expect(found.interim).toBeNull();
  });

  test("has the true effect within every interval, and all of them agree on its sign", () => {
    const [, count] = found.randomisation;
    expect(count).toMatchObject({ outcome: "All crime", measure: "count", draws: "exact", expected: 0 });
    expect(count.p).toBeGreaterThan(0.005);
    expect(count.p).toBeLessThan(0.02);
    const change = count.interval!;
    expect([change.low < TRUE_RATIO - 1, change.high > TRUE_RATIO - 1, change.high < 0]).toEqual([true, true, true]);
    const rates = found.rates.filter(({ outcome }) => outcome === "All crime");
    expect(rates).toHaveLength(4);
    for (const { ratio, interval } of rates) {
      expect(ratio).toBeCloseTo(0.87, 1);
      expect(interval.low).toBeLessThan(TRUE_RATIO);
      expect(interval.high).toBeGreaterThan(TRUE_RATIO);
    }
    expect(primary().difference).toBeCloseTo((825 - 950) / 1820, 12);
    expect(primary().change).toBeCloseTo(825 / 950 - 1, 12);
  });

  test("finds nothing displaced, as nothing was", () => {
    const [{ comparison, wdd, wdq, inWords }] = found.rings;
    expect(comparison.differenceInterval!.low).toBeLessThan(0);
    expect(comparison.differenceInterval!.high).toBeGreaterThan(0);
    expect(wdd.value).toBeCloseTo(primary().difference + comparison.difference, 12);
    expect(wdq.quotient).toBeCloseTo(comparison.difference / primary().difference, 10);
    expect(inWords).toContain("neither displacement nor diffusion is shown, nor ruled out");
  });

  test("adds up by hour and by day to the same counts", () => {
    const [{ hours }] = found.byHour!;
    expect(hours.reduce((sum, { incidents }) => sum + incidents.treatment, 0)).toBe(825);
    expect(hours.reduce((sum, { incidents }) => sum + incidents.control, 0)).toBe(950);
    const [{ treatment, control, difference, band }] = found.cumulative;
    expect([treatment.at(-1), control.at(-1), difference.at(-1)]).toEqual([825, 950, -125]);
    // The band at the end is the randomisation test's own standard error: |−125| beyond it is p < 0.05.
    expect(band.at(-1)).toBeLessThan(125);
    expect(band.at(-1)).toBeGreaterThan(125 * (1.96 / 2.6));
  });

  test("keeps outcomes apart, adjusts their p-values, and tests the declared subgroup against the others", () => {
    const total = (outcome: string): number => found.comparisons.filter((one) => one.outcome === outcome && one.measure === "count").reduce((sum, { treatment, control }) => sum + treatment.total + control.total, 0);
    expect(total("Theft")).toBeGreaterThan(100);
    expect(total("Domestic")).toBeGreaterThan(20);
    expect(total("Theft") + total("Domestic")).toBeLessThan(total("All crime"));
    expect(found.adjusted.map(({ outcome, measure }) => `${outcome}, ${measure}`)).toEqual(["All crime, count", "Theft, count", "Domestic, count"]);
    for (const { p, holm, benjaminiHochberg } of found.adjusted) {
      expect(holm).toBeGreaterThanOrEqual(benjaminiHochberg);
      expect(benjaminiHochberg).toBeGreaterThanOrEqual(p);
    }
    const [subgroup] = found.subgroups;
    expect(subgroup).toMatchObject({ name: "The first five", outcome: "All crime", units: 5 });
    expect(subgroup.interaction!.ratio).toBeCloseTo(subgroup.inside!.ratio / subgroup.outside!.ratio, 1);
  });

  test("looks at the days so far, and says that such a look is one", async () => {
    const interim = await evaluated(table, { days: 40 });
    expect(interim.interim).toEqual({ day: 40, of: 182 });
    expect(interim.flow).toMatchObject({ daysAnalysed: 40, allocated: { treatment: 1820, control: 1820 }, analysed: { treatment: 400, control: 400 } });
    expect(interim.cautions[0]).toMatch(/^Interim: day 40 of 182\. Each look/);
    expect(interim.cumulative[0].difference).toEqual(found.cumulative[0].difference.subarray(0, 40));
  });

  test("does not depend on the project's filter, and a replay comes to the same", async () => {
    const stored = { job: "evaluateTrial", filter: { ...NO_FILTER, withoutOffences: [0, 1, 2] }, params: { ...plan } } as const;
    const again = await runJob("evaluateTrial", evaluateTrial, completeRequest(stored, table), nodeContext);
    expect(again).toEqual(found);
  });
});
