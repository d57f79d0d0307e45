// Nodes onto which wide kernels are spread along one axis, a Gaussian short of their bandwidth, which one convolution makes up for.

import type { Grid } from "../../geo/types.ts";
import { type Band, makeBand } from "../../stats/band.ts";

/**
 * Along one axis: a kernel of bandwidth h ≥ `least` is the Gaussian √(h² − rest²) on the nodes, convolved with the
 * Gaussian `rest`. Level 0 is the cell centres themselves, with nothing left to convolve.
 */
export interface Level {
  /** Of node 0, and between nodes, m. */
  readonly origin: number;
  readonly spacing: number;
  readonly nodes: number;
  /** Standard deviation of what the convolution adds, m. */
  readonly rest: number;
  /** m. */
  readonly least: number;
  /** From nodes to cell centres; null at level 0. */
  readonly band: Band | null;
}

/** Of the spacing: nodes lie so close that the sum over them is the integral to `ALIASING`. */
const REST = 1.9;
const LEAST = 2.2;
/** Bandwidths in cells from which spreading costs less than cell by cell, and the ratio of one level to the next. */
const FIRST = 2.4;
const RATIO = 1.3;
/** Standard deviations of `rest` after which the convolution is cut. */
export const REST_CUT = 7.5;

/**
 * The product of two Gaussians s and r in the nodes' position is a Gaussian of s r / h, h² = s² + r²; by Poisson's
 * summation formula its sum over nodes at spacing d differs from the integral, which is the kernel h, by at most
 * 2 exp(−2π² (s r / h)² / d²) of the kernel's value at that very place (images after the first are far smaller). Here at
 * its worst, h = LEAST · d.
 */
export const ALIASING = 2.1 * Math.exp(-2 * Math.PI ** 2 * ((REST * Math.sqrt(LEAST ** 2 - REST ** 2)) / LEAST) ** 2);

/** Levels for bandwidths up to `widest` (m) along an axis of `cells` cells that begins at `start`. */
export function axisLevels({ cell }: Pick<Grid, "cell">, start: number, cells: number, widest: number): Level[] {
  const levels: Level[] = [{ origin: start + cell / 2, spacing: cell, nodes: cells, rest: 0, least: 0, band: null }];
  for (let least = FIRST * cell; least <= widest && levels.length < 40; least *= RATIO) {
    const spacing = least / LEAST;
    const rest = REST * spacing;
    const reach = Math.ceil((REST_CUT * rest) / spacing);
    const origin = start - reach * spacing;
    const nodes = Math.ceil((cells * cell) / spacing) + 2 * reach + 1;
    const taps = 2 * reach + 1;
    const position = (i: number): number => (start + (i + 0.5) * cell - origin) / spacing;
    const scale = spacing / (Math.sqrt(2 * Math.PI) * rest);
    const band = makeBand(cells, nodes, taps, (i) => Math.round(position(i)) - reach, (i, k) => scale * Math.exp(-0.5 * ((position(i) - k) * (spacing / rest)) ** 2));
    levels.push({ origin, spacing, nodes, rest, least, band });
  }
  return levels;
}

/** The coarsest level that serves bandwidths of `narrowest` and more. */
export function levelFor(levels: readonly Level[], narrowest: number): number {
  let at = 0;
  while (at + 1 < levels.length && levels[at + 1].least <= narrowest) at += 1;
  return at;
}
