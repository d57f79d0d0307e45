// The peer of the p-median benchmark, in a process of its own: HiGHS with the whole model. Takes columns, rows, vehicles, seconds.

import loadHighs from "highs";
import { firstTiles } from "./firstTiles.ts";

export interface PeerAnswer {
  readonly built: number;
  readonly solved: number;
  readonly optimal: boolean;
  readonly objective: number;
  readonly bound: number;
}

/** min Σ w d x, Σ_j x_ij = 1, x_ij ≤ y_j, Σ y = p, y binary (ReVelle and Swain 1970). */
async function solve(columns: number, rows: number, vehicles: number, timeLimit: number): Promise<PeerAnswer> {
  const { x, y, weight } = firstTiles(columns, rows);
  const n = x.length;
  const highs = await loadHighs();
  const began = performance.now();
  const numCols = n * n + n, numRows = n + n * n + 1;
  const starts = new Int32Array(numRows + 1), indices = new Int32Array(3 * n * n + n), values = new Float64Array(3 * n * n + n).fill(1);
  let k = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) indices[k++] = i * n + j;
    starts[i + 1] = k;
  }
  for (let pair = 0; pair < n * n; pair++) {
    indices[k++] = pair;
    values[k] = -1;
    indices[k++] = n * n + (pair % n);
    starts[n + pair + 1] = k;
  }
  for (let j = 0; j < n; j++) indices[k++] = n * n + j;
  starts[numRows] = k;
  const model = highs.createModel({
    numCols,
    numRows,
    colCost: Float64Array.from({ length: numCols }, (_, c) => (c < n * n ? weight[Math.floor(c / n)] * Math.hypot(x[Math.floor(c / n)] - x[c % n], y[Math.floor(c / n)] - y[c % n]) : 0)),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from({ length: numRows }, (_, r) => (r < n ? 1 : r < numRows - 1 ? -highs.infinity : vehicles)),
    rowUpper: Float64Array.from({ length: numRows }, (_, r) => (r < n ? 1 : r < numRows - 1 ? 0 : vehicles)),
    matrix: { format: "csr", numRows, numCols, starts, indices, values },
    integrality: Int32Array.from({ length: numCols }, (_, c) => (c < n * n ? 0 : 1)),
  });
  const built = performance.now();
  model.options.set({ output_flag: false, mip_rel_gap: 0.001, time_limit: timeLimit });
  model.run();
  return {
    built: (built - began) / 1000,
    solved: (performance.now() - built) / 1000,
    optimal: model.getModelStatus() === highs.constants.modelStatus.optimal,
    objective: Number(model.info.get("objective_function_value")),
    bound: Number(model.info.get("mip_dual_bound")),
  };
}

const [columns, rows, vehicles, timeLimit] = process.argv.slice(2).map((part) => Number.parseInt(part, 10));
console.log(JSON.stringify(await solve(columns, rows, vehicles, timeLimit)));
