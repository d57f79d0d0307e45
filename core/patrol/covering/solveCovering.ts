// Solves a reduced covering problem to proven optimality with HiGHS, from a start that is already good.

import type { JobContext } from "../../job.ts";
import type { CoveringProblem } from "./coveringReduction.ts";
import { setOf, transposeSets } from "./coverSets.ts";

export interface SolvedCovering {
  readonly chosen: readonly number[];
  /** Upper bound on the covered weight. */
  readonly bound: number;
  readonly proven: boolean;
  readonly nodes: number;
}

/**
 * min Σ wᵢ uᵢ, u = demand left uncovered, uᵢ + Σ_{j covers i} vⱼ ≥ 1, Σ vⱼ ≤ vehicles, v binary, 0 ≤ u ≤ 1 (integral by itself).
 */
export async function solveCovering(
  problem: CoveringProblem,
  vehicles: number,
  start: readonly number[],
  timeLimit: number | undefined,
  context: JobContext,
): Promise<SolvedCovering> {
  const { weight, covers } = problem;
  const siteCount = covers.starts.length - 1;
  const demandCount = weight.length;
  const total = weight.reduce((sum, w) => sum + w, 0);
  const uncovered = new Uint8Array(demandCount).fill(1);
  for (const site of start) for (const i of setOf(covers, site)) uncovered[i] = 0;
  if (!uncovered.includes(1)) return { chosen: start, bound: total, proven: true, nodes: 0 };

  const highs = await context.loadHighs();
  // Tolerances are absolute: weights of mean 1 keep them far below any weight that matters.
  const scale = demandCount / total;
  const coveredBy = transposeSets(covers, demandCount);
  const columns = siteCount + demandCount;
  const entries = covers.members.length + demandCount + siteCount;
  const starts = new Int32Array(demandCount + 2);
  const indices = new Int32Array(entries);
  let k = 0;
  for (let i = 0; i < demandCount; i++) {
    for (const site of setOf(coveredBy, i)) indices[k++] = site;
    indices[k++] = siteCount + i;
    starts[i + 1] = k;
  }
  for (let site = 0; site < siteCount; site++) indices[k++] = site;
  starts[demandCount + 1] = k;

  const model = highs.createModel({
    numCols: columns,
    numRows: demandCount + 1,
    colCost: Float64Array.from({ length: columns }, (_, c) => (c < siteCount ? 0 : weight[c - siteCount] * scale)),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from({ length: demandCount + 1 }, (_, r) => (r < demandCount ? 1 : 0)),
    rowUpper: Float64Array.from({ length: demandCount + 1 }, (_, r) => (r < demandCount ? highs.infinity : vehicles)),
    matrix: { format: "csr", numRows: demandCount + 1, numCols: columns, starts, indices, values: new Float64Array(entries).fill(1) },
    integrality: Int32Array.from({ length: columns }, (_, c) => (c < siteCount ? 1 : 0)),
  });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    if (timeLimit !== undefined) model.options.set("time_limit", timeLimit);
    const first = new Float64Array(columns);
    for (const site of start) first[site] = 1;
    for (let i = 0; i < demandCount; i++) first[siteCount + i] = uncovered[i];
    model.setSolution({ colValue: first });

    const { mipInterrupt } = highs.constants.callbackType;
    model.run({
      [mipInterrupt](event) {
        const best = event.data.mip_primal_bound ?? Infinity;
        const bound = event.data.mip_dual_bound ?? 0;
        const covered = (total - best / scale) / total;
        const most = (total - Math.max(0, bound) / scale) / total;
        context.progress(covered / most, `${percent(covered)} covered, no allocation covers more than ${percent(most)}`);
        return undefined;
      },
    });
    const proven = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const value = model.getSolution().colValue;
    const chosen: number[] = [];
    for (let site = 0; site < siteCount; site++) if (value[site] > 0.5) chosen.push(site);
    const bound = total - Math.max(0, Number(model.info.get("mip_dual_bound"))) / scale;
    return { chosen, bound, proven, nodes: Number(model.info.get("mip_node_count")) };
  } finally {
    model.dispose();
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
