// Which ratios of the arms' means a randomisation test does not reject.

import { mean } from "../../stats/mean.ts";
import type { RandomisedBlock } from "./randomisedBlocks.ts";

/**
 * If treatment multiplied every location-day's outcome by ρ, then outcomes with the treated ones divided by ρ would be the same whatever
 * was drawn; ρ is in the interval where the randomisation test of those does not reject (Rosenbaum 2002, 5.4: inversion). With u = 1/ρ
 * the sum over the treated is S u, and under the scheme it has mean e₀ + e₁ u and variance v₀₀ + 2 v₀₁ u + v₁₁ u², exactly; taking
 * it as normal, (S u − e₀ − e₁ u)² ≤ z² (v₀₀ + 2 v₀₁ u + v₁₁ u²) is a quadratic in u, as in Fieller's theorem.
 * @param z - of the level, 1.96 for 95 %
 * @returns limits of ρ; null where there are too few events for both to be finite
 */
export function randomisationInterval(blocks: readonly RandomisedBlock[], y: ArrayLike<number>, z: number): { readonly low: number; readonly high: number } | null {
  const sum = (rows: readonly number[]): number => rows.reduce((total, row) => total + y[row], 0);
  let s = 0, e0 = 0, e1 = 0, v00 = 0, v01 = 0, v11 = 0;
  for (const { items, treated } of blocks) {
    const n = items.length, k = treated.reduce((count, is) => count + (is ? 1 : 0), 0);
    // What an item adds if it is drawn, a + b u, and what is there whatever is drawn.
    const a = new Float64Array(n), b = new Float64Array(n);
    items.forEach(({ on, off }, i) => {
      const first = sum(on), second = sum(off);
      if (treated[i]) {
        s += first;
        [a[i], b[i]] = [-second, first];
        e0 += second;
      } else {
        s += second;
        [a[i], b[i]] = [first, -second];
        e1 += second;
      }
    });
    const meanA = mean(a), meanB = mean(b);
    e0 += k * meanA;
    e1 += k * meanB;
    if (n < 2) continue;
    const factor = (k * (n - k)) / (n * (n - 1));
    for (let i = 0; i < n; i++) {
      v00 += factor * (a[i] - meanA) ** 2;
      v01 += factor * (a[i] - meanA) * (b[i] - meanB);
      v11 += factor * (b[i] - meanB) ** 2;
    }
  }
  const z2 = z * z, slope = s - e1;
  const quadratic = slope * slope - z2 * v11, half = -(slope * e0 + z2 * v01), constant = e0 * e0 - z2 * v00;
  const root = half * half - quadratic * constant;
  if (!(quadratic > 0 && constant > 0 && half < 0 && root >= 0)) return null;
  return { low: quadratic / (-half + Math.sqrt(root)), high: quadratic / (-half - Math.sqrt(root)) };
}
