// Poisson and negative binomial regression of counts, with effects of many hotspots and days and errors clustered by hotspot.

import { alikeRows } from "./alikeRows.ts";
import { clusteredCovariance } from "./clusteredCovariance.ts";
import { type CountDesign, type Factor, normalEquations, secondParameters } from "./countDesign.ts";
import { maximiseCounts } from "./maximiseCounts.ts";
import { countCells, weightsAndResiduals } from "./negativeBinomial.ts";
import { requireEvents } from "./requireEvents.ts";

export interface CountModel {
  /** Whole numbers, 0 or more. */
  readonly y: Float64Array;
  /** Of which the coefficients are asked: treatment (1 or 0), its product with a subgroup, … */
  readonly columns: readonly Float64Array[];
  /** At most two, such as hotspots and weekdays; none: an intercept. */
  readonly effects: readonly Factor[];
  /** ln of the exposure of each row; not given: 0. */
  readonly offset?: Float64Array;
  readonly family: "poisson" | "negative-binomial";
  /** Whose rows are not independent of each other. */
  readonly cluster: Factor;
}

export interface CountFit {
  /** Of the columns: ln of the ratio of rates for one more. */
  readonly coefficients: Float64Array;
  /** Of the coefficients: (Xᵀ W X)⁻¹ with expected weights and θ held, and the sandwich CR0. */
  readonly covariance: { readonly model: readonly Float64Array[]; readonly cr0: readonly Float64Array[] };
  /** Rows, parameters and clusters that took part. */
  readonly rows: number;
  readonly rank: number;
  readonly clusters: number;
  /** Variance μ + μ²/θ; null: Poisson, asked for, or because the counts vary no more than a Poisson's. */
  readonly theta: number | null;
  readonly logLikelihood: number;
  /** ln of the rate at the first level with events of each factor, where all columns are 0. */
  readonly intercept: number;
  /** How many levels of each factor have rows but no event: their rows say nothing of a ratio, and take no part. */
  readonly silent: readonly number[];
}

/**
 * E y = exp(offset + effects + Σ βⱼ xⱼ), variance μ or μ + μ²/θ (NB2), by maximum likelihood with θ jointly (Venables and Ripley 2002,
 * 7.4; R: glm, MASS::glm.nb).
 * @throws InputError where there are no events, or a column has none on one side, or follows from the effects
 */
export function fitCounts({ y, columns, effects, offset, family, cluster }: CountModel): CountFit {
  const events = effects.map(({ level, levels }) => {
    const sums = new Float64Array(levels);
    for (let i = 0; i < y.length; i++) sums[level[i]] += y[i];
    return sums;
  });
  const silentRows = new Uint8Array(y.length);
  effects.forEach(({ level }, f) => {
    for (let i = 0; i < y.length; i++) if (events[f][level[i]] === 0) silentRows[i] = 1;
  });
  const heard: number[] = [];
  for (let i = 0; i < y.length; i++) if (silentRows[i] === 0) heard.push(i);

  const of = (values: ArrayLike<number>, rows: ArrayLike<number>): Float64Array => {
    const out = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) out[i] = values[rows[i]];
    return out;
  };
  const kept = [...columns, ...effects.map(({ level }) => level), cluster.level, ...(offset ? [offset] : [])].map((column) => of(column, heard));
  const { kind, firstRows } = alikeRows(kept, heard.length);
  const rows = of(heard, firstRows);
  // The factor with the most levels is the one that is solved apart.
  const [first, second] = effects.map((factor, f) => renumbered(factor, rows, events[f])).sort((a, b) => b.levels - a.levels);
  const design: CountDesign = {
    rows: rows.length,
    first: first ?? { level: new Uint32Array(rows.length), levels: 1 },
    second: second ?? null,
    columns: columns.map((column) => of(column, rows)),
  };
  const cells = countCells(of(y, heard), kind, rows.length);
  requireEvents(design.columns, cells.y);
  const { parameters, mu, theta, logLikelihood } = maximiseCounts(design, cells, offset ? of(offset, rows) : new Float64Array(rows.length), family);
  const { weights, residuals } = weightsAndResiduals(cells, mu, theta);
  const equations = normalEquations(design, weights);
  const clusters: Factor = { level: Uint32Array.from(of(cluster.level, rows)), levels: cluster.levels };
  return {
    coefficients: parameters.rest.slice(secondParameters(design)),
    covariance: clusteredCovariance(design, equations, residuals, clusters),
    rows: heard.length,
    rank: equations.rank,
    clusters: new Set(clusters.level).size,
    theta,
    logLikelihood,
    intercept: parameters.first[0],
    silent: effects.map(({ level }, f) => new Set(level.filter((l) => events[f][l] === 0)).size),
  };
}

/** The levels that have events, numbered anew. */
function renumbered({ level }: Factor, rows: Float64Array, events: Float64Array): Factor {
  let levels = 0;
  const number = Uint32Array.from(events, (sum) => (sum > 0 ? levels++ : 0));
  return { level: Uint32Array.from(rows, (i) => number[level[i]]), levels };
}
