// A mixed 0/1 program, row by row, solved by HiGHS to its proof or a stated bound.

import type { Highs } from "highs";

export interface Row {
  readonly columns: ArrayLike<number>;
  /** 1 each where absent. */
  readonly values?: ArrayLike<number>;
  readonly lower: number;
  readonly upper: number;
}

/** Minimise Σ cost × column subject to the rows and 0 ≤ column ≤ upper. */
export interface Program {
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  /** The first so many columns are whole numbers; the others are between. */
  readonly whole: number;
  readonly rows: readonly Row[];
}

export interface SolveOptions {
  /** A solution to begin from, one value a column. */
  readonly start?: Float64Array;
  /** s */
  readonly timeLimit?: number;
  /** Objectives closer together than this are equal. */
  readonly distinct?: number;
  onProgress?(objective: number, bound: number): void;
  onBetter?(columns: Float64Array): void;
}

export interface ProgramSolution {
  /** "stopped" at the time limit: what was found and proved until then stands. */
  readonly status: "optimal" | "infeasible" | "stopped";
  /** One value a column; null where nothing feasible was found. */
  readonly columns: Float64Array | null;
  readonly bound: number;
  readonly nodes: number;
}

/** @throws Error where HiGHS ends without an answer */
export function solveProgram(highs: Highs, { cost, upper, whole, rows }: Program, { start, timeLimit = Infinity, distinct = 0, onProgress, onBetter }: SolveOptions = {}): ProgramSolution {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, r) => (starts[r + 1] = starts[r] + columns.length));
  const indices = new Int32Array(starts[rows.length]);
  const values = new Float64Array(indices.length).fill(1);
  rows.forEach((row, r) => {
    indices.set(row.columns, starts[r]);
    if (row.values) values.set(row.values, starts[r]);
  });
  const orInfinity = (bound: number): number => (bound === Infinity ? highs.infinity : bound);
  const model = highs.createModel({
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: new Float64Array(cost.length),
    colUpper: upper,
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, (row) => orInfinity(row.upper)),
    matrix: { format: "csr", numRows: rows.length, numCols: cost.length, starts, indices, values },
    integrality: Int32Array.from(cost, (_, c) => (c < whole ? 1 : 0)),
  });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: distinct });
    if (timeLimit < Infinity) model.options.set("time_limit", Math.max(0, timeLimit));
    if (start) model.setSolution({ colValue: start });
    const { mipInterrupt, mipImprovingSolution } = highs.constants.callbackType;
    model.run({
      [mipInterrupt](event) {
        onProgress?.(event.data.mip_primal_bound ?? Infinity, event.data.mip_dual_bound ?? -Infinity);
        return undefined;
      },
      [mipImprovingSolution](event) {
        if (event.data.mip_solution) onBetter?.(event.data.mip_solution);
        return undefined;
      },
    });
    const { optimal, infeasible, timeLimit: late } = highs.constants.modelStatus;
    const status = model.getModelStatus();
    if (status !== optimal && status !== infeasible && status !== late) throw new Error(`HiGHS ended with model status ${status}`);
    const found = Number(model.info.get("primal_solution_status")) === highs.constants.solutionStatus.feasible;
    return {
      status: status === optimal ? "optimal" : status === infeasible ? "infeasible" : "stopped",
      columns: found ? Float64Array.from(model.getSolution().colValue) : null,
      bound: Number(model.info.get("mip_dual_bound")),
      nodes: Number(model.info.get("mip_node_count")),
    };
  } finally {
    model.dispose();
  }
}
