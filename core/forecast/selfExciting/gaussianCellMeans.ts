// A sum of Gaussians averaged over each cell of a raster, so that one narrower than a cell is neither missed nor overdone.

import type { Grid } from "../../geo/types.ts";
import { normalCdf } from "../../stats/normalCdf.ts";

/** Standard deviations from which on a Gaussian is left out: 2e-9 of its mass. */
const CUT = 6;

/**
 * Adds Σⱼ wⱼ ∫ over the cell N((x, y); (xⱼ, yⱼ), sd² I) / area of the cell to `values`, per m²: the integral is a product of two
 * differences of Φ, one a column and one a row.
 */
export function addGaussianCellMeans(
  values: Float64Array,
  grid: Grid,
  x: Float64Array,
  y: Float64Array,
  weightOf: (j: number) => number,
  sd: number,
): void {
  const { origin, cell, columns, rows } = grid;
  const across = new Float64Array(columns);
  const cells = (position: number, count: number): [from: number, to: number] => [
    Math.max(0, Math.floor((position - CUT * sd) / cell)),
    Math.min(count - 1, Math.floor((position + CUT * sd) / cell)),
  ];
  const share = (position: number, k: number): number =>
    (normalCdf(((k + 1) * cell - position) / sd) - normalCdf((k * cell - position) / sd)) / cell;
  for (let j = 0; j < x.length; j++) {
    const weight = weightOf(j);
    if (weight === 0) continue;
    const px = x[j] - origin.x, py = y[j] - origin.y;
    const [c0, c1] = cells(px, columns), [r0, r1] = cells(py, rows);
    for (let c = c0; c <= c1; c++) across[c] = share(px, c);
    for (let r = r0; r <= r1; r++) {
      const up = weight * share(py, r);
      for (let c = c0; c <= c1; c++) values[r * columns + c] += up * across[c];
    }
  }
}
