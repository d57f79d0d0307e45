import { describe, expect, it } from "vitest";
import { circle } from "../../../core/geo/circle.ts";
import { addExclusion } from "../../../core/plan/edits/addExclusion.ts";
import { duplicate } from "../../../core/plan/edits/duplicate.ts";
import { overrule } from "../../../core/plan/edits/overrule.ts";
import { removeRule, replaceRule, type ExclusionDraft } from "../../../core/plan/edits/replaceRule.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";

const RULE = "Schools: 30 m around";
const draft = (name: string, x: number, radius = 30, rule = RULE): ExclusionDraft => ({ name, reason: "Crime indoors", rule, shape: circle({ x, y: 0 }, radius) });
const byHand = addExclusion(EMPTY_PLAN, circle({ x: 0, y: 500 }, 20), "Building site", "Ash").plan;

describe("replaceRule", () => {
  it("adds what a rule makes beside what was drawn by hand, each under a name of its own", () => {
    const { plan, added, label } = replaceRule(byHand, RULE, [draft("Ash", 0), draft("Beech", 200), draft("Beech", 900)]);
    expect(plan.exclusions.map(({ name, rule }) => [name, rule])).toEqual([["Ash", undefined], ["Ash (2)", RULE], ["Beech", RULE], ["Beech (2)", RULE]]);
    expect(new Set(plan.exclusions.map(({ id }) => id)).size).toBe(4);
    expect(added).toEqual(["x2", "x3", "x4"]);
    expect(plan.next).toBe(5);
    expect(label).toBe("Exclude by rule “Schools: 30 m around”: 3 exclusions");
  });

  it("applied again keeps ids, and what overruled an exclusion of the same name in the same place", () => {
    const first = replaceRule(EMPTY_PLAN, RULE, [draft("Ash", 0), draft("Beech", 200), draft("Beech", 900)]).plan;
    const overruled = overrule(first, "x3", "Closed in 2019").plan;
    const wider = "Schools: 50 m around";
    const { plan, added } = replaceRule(overruled, RULE, [draft("Beech", 210, 50, wider), draft("Ash", 3000, 50, wider), draft("Beech", 905, 50, wider)]);
    expect(plan.exclusions.map(({ id, name, rule, overruled: why }) => [id, name, rule, why])).toEqual([
      ["x2", "Beech", wider, undefined],
      ["x4", "Ash", wider, undefined],
      ["x3", "Beech (2)", wider, "Closed in 2019"],
    ]);
    expect(added).toEqual(["x4"]);
  });

  it("leaves the exclusions of other rules, and goes as a whole", () => {
    const two = replaceRule(replaceRule(byHand, RULE, [draft("Ash", 0)]).plan, "Prisons", [draft("Stone", 900, 30, "Prisons")]).plan;
    const { plan } = removeRule(two, RULE);
    expect(plan.exclusions.map(({ rule }) => rule)).toEqual([undefined, "Prisons"]);
    expect(removeRule(plan, RULE).plan).toBe(plan);
  });
});

describe("overrule", () => {
  const plan = replaceRule(EMPTY_PLAN, RULE, [draft("Ash", 0)]).plan;

  it("needs a note, and can be taken back", () => {
    expect(() => overrule(plan, "x1", "  ")).toThrow("needs a note");
    const done = overrule(plan, "x1", " Closed ");
    expect(done.label).toBe("Overrule Ash");
    expect(done.plan.exclusions[0].overruled).toBe("Closed");
    expect(overrule(done.plan, "x1", "Closed").plan).toBe(done.plan);
    const back = overrule(done.plan, "x1", undefined);
    expect(back.label).toBe("Let Ash exclude again");
    expect(back.plan).toEqual(plan);
  });

  it("does not reach a copy: that is drawn by hand, and no rule takes it away", () => {
    const { plan: copied } = duplicate(overrule(plan, "x1", "Closed").plan, ["x1"], 500, 0);
    expect(copied.exclusions[1]).not.toHaveProperty("rule");
    expect(copied.exclusions[1]).not.toHaveProperty("overruled");
  });
});
