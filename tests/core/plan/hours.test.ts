import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { setHours, setHoursOfAll } from "../../../core/plan/edits/setHours.ts";
import { formatHours, parseHours } from "../../../core/plan/hourRanges.ts";
import { EMPTY_PLAN, type Plan } from "../../../core/plan/plan.ts";
import { planSchema } from "../../../core/plan/planSchema.ts";

const hours = fc.subarray([...Array(24).keys()]);
const two: Plan = [0, 1000].reduce((plan, x) => addHotspot(plan, { kind: "hexagon", centre: { x, y: 0 }, side: 150, rotation: 0 }).plan, EMPTY_PLAN);

describe("hours as text", () => {
  it("are ranges of two digits, in order", () => {
    expect(formatHours([23, 10, 11, 12, 0])).toBe("00,10-12,23");
    expect(formatHours([])).toBe("none");
    expect(parseHours("00-05,10-23")).toEqual([0, 1, 2, 3, 4, 5, ...Array.from({ length: 14 }, (_, k) => 10 + k)]);
    for (const wrong of ["", "24", "9-3", "ten", "1,,2", "1;2"]) expect(parseHours(wrong)).toBeNull();
  });

  it("come back as they were", () => {
    fc.assert(
      fc.property(hours, (some) => {
        expect(parseHours(formatHours(some))).toEqual(some);
      }),
    );
  });
});

describe("setHours", () => {
  it("keeps hours in order and once, and takes them away again", () => {
    const set = setHours(two, "h1", [22, 8, 8]);
    expect(set.label).toBe("Offer H1 at hours 08,22");
    expect(set.plan.hotspots[0].hours).toEqual([8, 22]);
    expect(planSchema.safeParse(set.plan).success).toBe(true);
    const cleared = setHours(set.plan, "h1", undefined);
    expect(cleared.label).toBe("Offer H1 all day");
    expect(cleared.plan).toEqual(two);
  });

  it("takes all 24 hours as all day, and what is there already as no step", () => {
    expect(setHours(two, "h1", [...Array(24).keys()]).plan).toBe(two);
    const set = setHours(two, "h1", [8, 9]).plan;
    expect(setHours(set, "h1", [9, 8]).plan).toBe(set);
  });

  it("sets many hotspots in one step and leaves those that are not named", () => {
    const before = setHours(two, "h2", [1]).plan;
    const { plan, label } = setHoursOfAll(before, new Map([["h1", [2]], ["h2", undefined], ["gone", [3]]]));
    expect(label).toBe("Set the hours of 2 hotspots");
    expect(plan.hotspots.map((hotspot) => hotspot.hours)).toEqual([[2], undefined]);
  });

  it("refuses hours that are none, and a hotspot without any", () => {
    expect(() => setHours(two, "h1", [24])).toThrow("24");
    expect(() => setHours(two, "h1", [])).toThrow("at least one hour");
  });
});
