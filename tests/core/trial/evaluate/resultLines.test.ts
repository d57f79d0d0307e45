import { expect, test } from "vitest";
import { compareProportions } from "../../../../core/trial/evaluate/compareProportions.ts";
import { resultCsv, resultLines } from "../../../../core/trial/evaluate/resultLines.ts";

test("a comparison becomes lines with their formulas; what is not defined is left out", () => {
  const found = compareProportions({ treatmentYes: 0, treatmentN: 12, controlYes: 5, controlN: 14 });
  const lines = resultLines(found, "prevalence");
  expect(lines[0]).toMatchObject({ part: "arm", name: "Treatment prevalence", value: 0, interval: { method: "Wilson" } });
  expect(lines.filter(({ part }) => part === "test").length).toBe(6);
  expect(lines.some(({ name }) => name === "Risk ratio")).toBe(false);
  const csv = resultCsv(lines, 0.1).split("\r\n");
  expect(csv[0]).toBe("part,name,value,low,high,interval,df,p,formula");
  expect(csv[1]).toMatch(/^arm,Treatment prevalence,0,0,0\.\d+,"90 %, Wilson",,,total \/ location-days$/);
  expect(csv).toHaveLength(lines.length + 2);
});
