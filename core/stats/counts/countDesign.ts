// The design of a model of counts: effects of one or two factors and some columns, and its normal equations by a Schur complement.

import { InputError } from "../../errors.ts";
import { choleskyOf, solveFrom } from "../choleskySolve.ts";

/** Each row has one level of a factor: hotspots, days, weekdays. */
export interface Factor {
  /** Index of the level of each row. */
  readonly level: Uint32Array;
  readonly levels: number;
}

/**
 * Row i of X is the indicators of its level of `first`, of its level of `second` (level 0 is the reference, and so are levels that
 * follow from others), and its value in each column. With no effects, `first` has one level: the intercept.
 */
export interface CountDesign {
  readonly rows: number;
  readonly first: Factor;
  readonly second: Factor | null;
  readonly columns: readonly Float64Array[];
}

/** A value for each parameter: those of `first` apart, since they are solved apart; then `second` from its level 1 on, then the columns. */
export interface Parameters {
  readonly first: Float64Array;
  readonly rest: Float64Array;
}

export const secondParameters = ({ second }: CountDesign): number => (second ? second.levels - 1 : 0);

/** X p. */
export function linearPredictor(design: CountDesign, { first, rest }: Parameters): Float64Array {
  const { rows, second, columns } = design, offset = secondParameters(design);
  const out = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = first[design.first.level[i]];
    if (second && second.level[i] > 0) sum += rest[second.level[i] - 1];
    for (let j = 0; j < columns.length; j++) sum += rest[offset + j] * columns[j][i];
    out[i] = sum;
  }
  return out;
}

/** Xᵀ r. */
export function crossProduct(design: CountDesign, r: Float64Array): Parameters {
  const { rows, second, columns } = design, offset = secondParameters(design);
  const first = new Float64Array(design.first.levels), rest = new Float64Array(offset + columns.length);
  for (let i = 0; i < rows; i++) {
    first[design.first.level[i]] += r[i];
    if (second && second.level[i] > 0) rest[second.level[i] - 1] += r[i];
    for (let j = 0; j < columns.length; j++) rest[offset + j] += r[i] * columns[j][i];
  }
  return { first, rest };
}

export interface NormalEquations {
  /** (Xᵀ W X)⁻¹ g. */
  solve(g: Parameters): Parameters;
  /** Parameters that do not follow from others. */
  readonly rank: number;
}

/**
 * Xᵀ W X = [D C; Cᵀ E] with D diagonal (the effects of `first`), so that only S = E − Cᵀ D⁻¹ C is factored: with 45 hotspots and 7
 * weekdays a matrix of 7 instead of 52.
 * @param w - the rows' weights, over 0
 * @throws InputError where a column follows from the effects and the columns before it
 */
export function normalEquations(design: CountDesign, w: Float64Array): NormalEquations {
  const { rows, second, columns } = design, offset = secondParameters(design), q = offset + columns.length;
  const d = new Float64Array(design.first.levels), c = new Float64Array(design.first.levels * q);
  const e = Array.from({ length: q }, () => new Float64Array(q));
  for (let i = 0; i < rows; i++) {
    const g = design.first.level[i], weight = w[i], s = second ? second.level[i] - 1 : -1;
    d[g] += weight;
    if (s >= 0) {
      c[g * q + s] += weight;
      e[s][s] += weight;
    }
    for (let j = 0; j < columns.length; j++) {
      const x = weight * columns[j][i], row = e[offset + j];
      if (x === 0) continue;
      c[g * q + offset + j] += x;
      if (s >= 0) row[s] += x;
      for (let k = 0; k <= j; k++) row[offset + k] += x * columns[k][i];
    }
  }
  // Scaled to a unit diagonal, so that one tolerance holds for every pivot: what is left of a column beside those before it.
  const scale = Float64Array.from(e, (row, j) => (row[j] > 0 ? 1 / Math.sqrt(row[j]) : 0));
  for (let g = 0; g < d.length; g++) {
    for (let j = 0; j < q; j++) {
      const share = c[g * q + j] / d[g], row = e[j];
      if (share !== 0) for (let k = 0; k <= j; k++) row[k] -= share * c[g * q + k];
    }
  }
  e.forEach((row, j) => row.forEach((value, k) => (row[k] = value * scale[j] * scale[k])));
  const factor = choleskyOf(e, DEPENDENT);
  const lost = columns.findIndex((_, j) => !factor.kept[offset + j]);
  if (lost >= 0) throw new InputError(`Column ${lost + 1} of the model does not vary beside the effects and the columns before it. Leave out the effects that it follows from.`);
  return {
    rank: d.length + factor.kept.filter(Boolean).length,
    solve(g) {
      const reduced = g.rest.slice();
      for (let level = 0; level < d.length; level++) {
        const share = g.first[level] / d[level];
        if (share !== 0) for (let j = 0; j < q; j++) reduced[j] -= c[level * q + j] * share;
      }
      const rest = Float64Array.from(solveFrom(factor, reduced.map((value, j) => value * scale[j])), (value, j) => value * scale[j]);
      const first = g.first.map((value, level) => {
        let left = value;
        for (let j = 0; j < q; j++) left -= c[level * q + j] * rest[j];
        return left / d[level];
      });
      return { first, rest };
    },
  };
}

const DEPENDENT = 1e-9;
