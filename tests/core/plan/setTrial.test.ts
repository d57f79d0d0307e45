import { describe, expect, it } from "vitest";
import { applyDelta, planDelta } from "../../../core/plan/delta.ts";
import { setTrial } from "../../../core/plan/edits/setTrial.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";
import { START_PROTOCOL } from "../../../core/trial/protocol.ts";
import { protocol } from "../trial/schedule/inventedProtocol.ts";

const trial = protocol(), planned = { ...EMPTY_PLAN, trial };

describe("changing the trial", () => {
  it("begins one with the Thames Valley trials' numbers, and takes it away again", () => {
    const begun = setTrial(EMPTY_PLAN, { title: "Spring" });
    expect(begun).toMatchObject({ label: "Begin a trial", plan: { trial: { ...START_PROTOCOL, title: "Spring" } } });
    expect(setTrial(begun.plan, null)).toMatchObject({ label: "Take the trial away", plan: { trial: null } });
  });

  it("names what was changed, and makes no step where nothing was", () => {
    expect(setTrial(planned, { share: 0.4 })).toMatchObject({ label: "Change the share on treatment of the trial", plan: { trial: { share: 0.4 } } });
    expect(setTrial(planned, { block: "pair", share: 0.6 }).label).toBe("Change the block and the share on treatment of the trial");
    expect(setTrial(planned, { seed: trial.seed }).plan).toBe(planned);
    expect(setTrial(EMPTY_PLAN, null).plan).toBe(EMPTY_PLAN);
  });

  it("leaves of a subgroup the units that are still there", () => {
    const grouped = setTrial(planned, { subgroups: [{ name: "Quay", units: ["N1", "N2", "D1"] }] }).plan;
    expect(setTrial(grouped, { units: trial.units.filter(({ id }) => id !== "N2") }).plan.trial?.subgroups).toEqual([{ name: "Quay", units: ["N1", "D1"] }]);
  });

  it("is one step of history that comes back from its delta", () => {
    const { plan } = setTrial(planned, { units: trial.units.slice(2), redraw: { attempts: 10, most: 0.2 } });
    expect(applyDelta(planned, planDelta(planned, plan))).toEqual(plan);
    expect(applyDelta(plan, planDelta(plan, planned))).toEqual(planned);
  });
});
