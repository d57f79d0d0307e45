import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import type { z } from "../../../../core/schema.ts";
import { evaluateTrial } from "../../../../core/trial/evaluate/evaluateTrial.ts";
import type { TrialEvaluation } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { inventedPanel } from "./inventedPanel.ts";

const evaluate = (params: z.input<typeof evaluateTrial.params>): Promise<TrialEvaluation> => runJob("evaluateTrial", evaluateTrial, params, nodeContext);

const small = inventedPanel({ units: 8, days: 30, ratio: 0.6, rate: 0.8 });

describe("evaluateTrial", () => {
  test("tells every outcome by prevalence, count and harm, treatment minus control", async () => {
    const { comparisons, primary, randomisation } = await evaluate({ ...small, primary: "harm" });
    expect(comparisons.map(({ measure }) => measure)).toEqual(["prevalence", "count", "harm"]);
    expect(randomisation.map(({ measure, draws }) => [measure, draws])).toEqual([["prevalence", "exact"], ["count", "exact"], ["harm", "exact"]]);
    expect(primary).toEqual({ outcome: "All", measure: "harm" });
    for (const { treatment, control, difference, change } of comparisons) {
      expect(treatment.total).toBeCloseTo(treatment.mean * treatment.locationDays, 9);
      expect(difference).toBeCloseTo(treatment.mean - control.mean, 12);
      expect(change).toBeCloseTo(treatment.mean / control.mean - 1, 12);
    }
    // Harm is 2.5 days an incident, so that nothing but its size differs.
    const [, count, harm] = comparisons;
    expect(harm.difference).toBeCloseTo(2.5 * count.difference, 12);
    expect(harm.test.p).toBeCloseTo(count.test.p, 12);
  });

  test("an outcome that never happened is told as such, and nothing breaks", async () => {
    const { panel, arms } = small;
    const nothing = panel.outcomes[0].count.map(() => 0);
    const found = await evaluate({ panel: { ...panel, outcomes: [{ name: "Murder", count: nothing, harm: nothing, byHour: null, ring: nothing }] }, arms, subgroups: [{ name: "First", units: ["U1", "U2"] }] });
    for (const { test: { p }, change, difference } of found.comparisons) expect([p, change, difference]).toEqual([1, null, 0]);
    expect(found.randomisation.map(({ p, interval }) => [p, interval])).toEqual([[1, null], [1, null], [1, null]]);
    expect(found.rates).toEqual([]);
    expect(found.cautions).toContainEqual(expect.stringMatching(/^Murder: There is no event/));
    expect(found.subgroups[0]).toMatchObject({ inside: null, outside: null, interaction: null });
    expect(found.byHour).toBeNull();
    expect(JSON.stringify(found)).not.toContain("NaN");
  });

  test("with full delivery per protocol is intention to treat; without any the effect of a patrol is not told", async () => {
    const { panel, arms } = small;
    const full = await evaluate({ panel, arms, dose: { fullPatrols: Float64Array.from(arms), from: 0, until: panel.days } });
    expect(full.perProtocol!.delivery).toEqual({ treatment: 1, control: 0 });
    expect(full.perProtocol!.comparisons.map(({ difference }) => difference)).toEqual(full.comparisons.map(({ difference }) => difference));
    full.perProtocol!.compliers.forEach(({ effect, interval }, i) => {
      expect(effect).toBeCloseTo(full.comparisons[i].difference, 12);
      if (i > 0) expect(interval!.low).toBeCloseTo(full.comparisons[i].differenceInterval!.low, 1);
    });
    expect(full.flow.delivered).toEqual({ treatment: full.flow.analysed.treatment, control: 0, logged: full.flow.analysed });
    const none = await evaluate({ panel, arms, dose: { fullPatrols: new Float64Array(arms.length), from: 0, until: panel.days } });
    expect(none.perProtocol!.compliers.every(({ effect, interval }) => effect === null && interval === null)).toBe(true);
    expect(none.perProtocol!.asTreated).toEqual([]);
    expect(none.cautions).toContainEqual(expect.stringMatching(/the arms hardly differ in what was delivered/));
  });

  test("leaves days that the patrol logs do not reach over out of what is told by delivery", async () => {
    const { panel, arms } = small;
    const { flow, perProtocol } = await evaluate({ panel, arms, dose: { fullPatrols: Float64Array.from(arms), from: 10, until: 20 } });
    expect(flow.delivered!.logged).toEqual({ treatment: 40, control: 40 });
    expect(perProtocol!.comparisons[0].treatment.locationDays).toBe(40);
    expect(flow.analysed.treatment).toBe(120);
  });

  test("groups have one arm together, and pairs of days one day each: the tests draw as the trial did", async () => {
    const grouped = inventedPanel({ units: 12, days: 20, group: (unit) => `G${unit % 2}${Math.floor(unit / 4)}` });
    const { randomisation, conventions } = await evaluate(grouped);
    expect(randomisation.every(({ draws }) => draws === "exact")).toBe(true);
    expect(conventions.join(" ")).toContain("in blocks of a day of a stratum");
    const paired = inventedPanel({ units: 8, days: 20, block: "pair" });
    const asPairs = await evaluate({ ...paired, draw: { block: "pair" } });
    expect(asPairs.conventions.join(" ")).toContain("in pairs of days of a stratum");
    expect(asPairs.randomisation[1].expected).toBeCloseTo(0, 12);
  });

  test("warns where the schedule came from a file, units are few, incidents count twice, and harm is decided by few", async () => {
    const { panel, arms } = small;
    const harm = panel.outcomes[0].count.map((_, i) => (i === 7 ? 5000 : 1));
    const { cautions } = await evaluate({
      panel: { ...panel, outcomes: [{ ...panel.outcomes[0], harm }], incidents: { ...panel.incidents, inSeveralUnits: 3 } },
      arms, imported: true, notes: ["Known before."],
    });
    expect(cautions).toContain("Known before.");
    for (const words of [/came from a file/, /There are 8 units: errors clustered/, /3 incidents lie in two units/, /Half of the harm of All lies in 1 of 240 location-days/]) {
      expect(cautions).toContainEqual(expect.stringMatching(words));
    }
  });

  test("a schedule that was drawn until it was balanced is tested with draws by the same rule; for a part of the days it says that it is not", async () => {
    const redraw = { attempts: 100, most: 0.3 };
    const whole = await evaluate({ ...small, draw: { redraw }, draws: 200 });
    expect(whole.randomisation[1].draws).toBe(200);
    const part = await evaluate({ ...small, draw: { redraw }, days: 12 });
    expect(part.randomisation[1].draws).toBe("exact");
    expect(part.cautions).toContainEqual(expect.stringMatching(/repeated until the whole schedule was balanced/));
  });

  test("refuses what does not fit together, by name and number", async () => {
    const { panel, arms } = small;
    await expect(evaluate({ panel, arms: arms.subarray(1) })).rejects.toThrow("Got 239 arms for 30 days of 8 units. Give one for each of the 240 location-days.");
    await expect(evaluate({ panel, arms, days: 31 })).rejects.toThrow(/31 days are to be analysed of a trial of 30/);
    await expect(evaluate({ panel: { ...panel, outcomes: [{ ...panel.outcomes[0], harm: null }] }, arms, primary: "harm" })).rejects.toThrow(/no harm is known/);
    await expect(evaluate({ panel, arms: arms.map(() => 1) })).rejects.toThrow(/all or none are treated|fewer than 2/);
  });
});
