import { expect, test } from "vitest";
import { normalCdf } from "../../../core/stats/normalCdf.ts";

test("normalCdf has R's values of pnorm", () => {
  const known = [[0, 0.5], [1, 0.8413447460685429], [1.96, 0.9750021048517795], [3, 0.9986501019683699], [-2, 0.0227501319481792], [-5, 2.866515718791939e-7]];
  for (const [z, p] of known) expect(normalCdf(z)).toBeCloseTo(p, 14);
  expect([normalCdf(-40), normalCdf(40)]).toEqual([0, 1]);
  for (let z = -8; z <= 8; z += 0.37) expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
});
