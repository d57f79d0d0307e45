// How far the kernel that the fast density really applies along an axis can be from the Gaussian.

import { GAUSSIAN_CUT } from "./densityPlan.ts";
import { SPLINE_REACH, SPLINE_TAPS, splineAt } from "./densitySpline.ts";
import type { SmoothingAxis } from "./smoothingAxis.ts";

/** Positions tried per node spacing, for the incident and for the target. */
const PHASES = 16;
/** The error is a wave of one period per spacing: 16 samples miss at most 2 % of its height, twice. */
const BETWEEN_SAMPLES = 1.05;
/** Widths of the wider Gaussian, in bandwidths, among which the smallest α is taken. */
const WIDER = [1.75, 2, 2.25, 2.5, 3];
/** In bandwidths; beyond, a Gaussian is under 1e-17 of its peak. */
const FARTHEST = 9;

/**
 * α such that, whatever the position of incident and target, |applied kernel − Gaussian| ≤ α × a wider Gaussian of
 * the same centre. `smoothDensity` says why that bounds the surface's error. Found by sending one incident through the
 * axis (spread, coarsen, smooth, read off) at every phase.
 */
export function smoothingError({ bandwidth, spacing: fine, factor, kernel, read }: SmoothingAxis): number {
  const spacing = fine * factor;
  const step = spacing / PHASES;
  const cut = Math.floor((GAUSSIAN_CUT * bandwidth) / step);
  const farthest = Math.ceil((FARTHEST * bandwidth) / step);
  const smooth = Float64Array.from({ length: cut + 1 }, (_, k) => kernel(k * step));
  const smoothAt = (steps: number): number => (Math.abs(steps) <= cut ? smooth[Math.abs(steps)] : 0);
  const spline = Float64Array.from({ length: SPLINE_REACH * PHASES + 1 }, (_, k) => splineAt(k / PHASES));
  const wanted = Float64Array.from({ length: farthest + 1 }, (_, k) => gaussian(k * step, bandwidth));
  const nodesAway = Math.ceil(farthest / PHASES) + SPLINE_TAPS;
  const largest = new Float64Array(farthest + 1); // |difference| by distance in steps

  for (let phase = 0; phase < PHASES; phase++) {
    const masses = massesOf(phase * step, fine, factor);
    const coefficients = new Float64Array(2 * nodesAway + 1);
    if (read) {
      for (const [node, mass] of masses)
        for (let n = -nodesAway; n <= nodesAway; n++) coefficients[n + nodesAway] += mass * smoothAt((n - node) * PHASES);
    }
    for (let target = phase - farthest; target <= phase + farthest; target++) {
      let applied = 0;
      if (read) {
        const below = Math.floor(target / PHASES);
        for (let n = below - 2; n <= below + 3; n++) applied += coefficients[n + nodesAway] * spline[Math.abs(target - n * PHASES)];
      } else {
        for (const [node, mass] of masses) applied += mass * smoothAt(target - node * PHASES);
      }
      const distance = Math.abs(target - phase);
      largest[distance] = Math.max(largest[distance], Math.abs(applied - wanted[distance]));
    }
  }
  const alphas = WIDER.map((width) => largest.reduce((most, difference, k) => Math.max(most, difference / gaussian(k * step, width * bandwidth)), 0));
  return Math.min(...alphas) * BETWEEN_SAMPLES;
}

/** Masses at the (coarser) nodes of one incident at this position, as pairs of node and mass. */
function massesOf(position: number, fine: number, factor: number): [node: number, mass: number][] {
  const around = (at: number, gap: number): [number, number][] =>
    Array.from({ length: SPLINE_TAPS }, (_, k) => {
      const node = Math.floor(at / gap) - SPLINE_REACH + 1 + k;
      return [node, splineAt(at / gap - node)];
    });
  const nodes = around(position, fine);
  if (factor === 1) return nodes;
  const coarse = new Map<number, number>();
  for (const [node, mass] of nodes)
    for (const [to, share] of around(node * fine, fine * factor)) coarse.set(to, (coarse.get(to) ?? 0) + mass * share);
  return [...coarse];
}

const gaussian = (distance: number, width: number): number => Math.exp(-0.5 * (distance / width) ** 2) / (Math.sqrt(2 * Math.PI) * width);
