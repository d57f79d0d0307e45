// What changes from one class map to the next: a 3 × 3 matrix, and the cells that become or cease to be hotspots.

import { SURFACE_CLASSES } from "./classifySurface.ts";

/** Row = class before, column = class after: hot, warm, other. */
type Matrix<T> = readonly (readonly T[])[];

export interface Transition {
  /** Cells. */
  readonly counts: Matrix<number>;
  /** Shares of the row; null where the class had no cell. */
  readonly rowShares: Matrix<number | null>;
  /** Cells (positions in the class lists) that were "other" and are hot or warm; and the other way round. */
  readonly newCells: Uint32Array;
  readonly droppedCells: Uint32Array;
}

const OTHER = SURFACE_CLASSES.length - 1;

/**
 * Transitions between two class maps (Sriram et al., arXiv 2602.23750, section 10, Table 11; figure 5).
 * @param before, after - classes of the same cells, from classifySurface
 * @throws RangeError where they have not the same length
 */
export function transitionMatrix(before: Uint8Array, after: Uint8Array): Transition {
  if (before.length !== after.length) throw new RangeError(`${before.length} classes before and ${after.length} after; they must be of the same cells`);
  const counts = SURFACE_CLASSES.map(() => SURFACE_CLASSES.map(() => 0));
  for (let i = 0; i < before.length; i++) counts[before[i]][after[i]]++;
  const rowShares = counts.map((row) => {
    const sum = row.reduce((a, b) => a + b, 0);
    return row.map((count) => (sum > 0 ? count / sum : null));
  });
  const cells = (from: Uint8Array, to: Uint8Array): Uint32Array => {
    const found: number[] = [];
    for (let i = 0; i < from.length; i++) if (from[i] === OTHER && to[i] !== OTHER) found.push(i);
    return Uint32Array.from(found);
  };
  return { counts, rowShares, newCells: cells(before, after), droppedCells: cells(after, before) };
}

export interface TransitionSummary {
  /** Mean and standard deviation (divisor n − 1) of the row shares; null without a value, and without two. */
  readonly mean: Matrix<number | null>;
  readonly sd: Matrix<number | null>;
}

/** Mean and spread of many transitions, entry by entry (Table 11); a transition whose row is empty is left out there. */
export function summariseTransitions(transitions: readonly Transition[]): TransitionSummary {
  const each = (summary: (values: readonly number[]) => number | null): Matrix<number | null> =>
    SURFACE_CLASSES.map((_, row) =>
      SURFACE_CLASSES.map((__, column) => summary(transitions.map(({ rowShares }) => rowShares[row][column]).filter((share) => share !== null))),
    );
  return { mean: each(mean), sd: each(sd) };
}

const mean = (values: readonly number[]): number | null => (values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : null);

function sd(values: readonly number[]): number | null {
  const middle = mean(values);
  if (middle === null || values.length < 2) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}
