// The same sums as they are defined: every event at every cell under every draw.

import { covariateWeight } from "../covariates.ts";
import { eventColumns } from "../kernel/eventColumns.ts";
import { usableWeights, type SurfaceRequest, type SurfaceSums } from "./surfaceSums.ts";
import { vonMisesWindow } from "../kernel/vonMises.ts";

export function exactSurfaceSums(request: SurfaceRequest, progress: (fraction: number) => void = () => undefined): SurfaceSums {
  const { blocks, adaptation, draws, grid, windows, part, of } = request;
  const columns = eventColumns(blocks);
  const cells = grid.columns * grid.rows;
  const numerators = windows.map(() => new Float64Array(cells));
  const denominators = new Float64Array(windows.length);
  const across = new Float64Array(grid.columns);
  draws.forEach(({ alpha, beta, weights }, d) => {
    const each = usableWeights(weights, columns.sizes);
    for (let j = part; j < columns.count; j += of) {
      if ((j & 0xff) === 0) progress((d + j / columns.count) / draws.length);
      const a = adaptation[j];
      const inverse1 = alpha[0] * a ** beta[0];
      const inverse2 = alpha[1] * a ** beta[1];
      const tau = (alpha[2] * a ** beta[2]) ** 2;
      const weight = (each[columns.block[j]] / draws.length) * covariateWeight(request, columns, draws[d], j, a);
      const shares = windows.map((window) => weight * vonMisesWindow(tau, columns.hours[j], window));
      shares.forEach((share, k) => (denominators[k] += share));
      for (let c = 0; c < grid.columns; c++) across[c] = Math.exp(-0.5 * (((grid.origin.x + (c + 0.5) * grid.cell - columns.x[j]) * inverse1) ** 2));
      for (let r = 0; r < grid.rows; r++) {
        const v = (grid.origin.y + (r + 0.5) * grid.cell - columns.y[j]) * inverse2;
        const up = ((inverse1 * inverse2) / (2 * Math.PI)) * Math.exp(-0.5 * v * v);
        for (let k = 0; k < windows.length; k++) {
          const scale = up * shares[k];
          const values = numerators[k];
          for (let c = 0, i = r * grid.columns; c < grid.columns; c++, i++) values[i] += scale * across[c];
        }
      }
    }
  });
  return { numerators, denominators, numeratorError: 0, denominatorError: 0 };
}
