// One axis of the fast density: the bands that turn masses at nodes into the surface, and how far off they can be.

import { type Band, makeBand } from "./band.ts";
import { GAUSSIAN_CUT, SPACINGS_PER_BANDWIDTH } from "./densityPlan.ts";
import { correctedGaussian, SPLINE_REACH, SPLINE_TAPS, splineWeights } from "./densitySpline.ts";

/** Evenly spaced positions along an axis, m. */
export interface Positions {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

export interface SmoothingAxis {
  /** nodes → coarser nodes; only where the bandwidth spans so many nodes that fewer do. */
  readonly coarsen?: Band;
  /** nodes → smoothed spline coefficients, or straight to the targets. */
  readonly smooth: Band;
  /** spline coefficients → targets; only where the targets are the finer raster. */
  readonly read?: Band;
  /**
   * α such that the kernel that is really applied differs from the Gaussian by at most α times a wider Gaussian,
   * whatever the incident's position. See `smoothDensity` for why that bounds the surface's error.
   */
  readonly error: number;
}

/** The bands from `nodes` to `targets` for a Gaussian of this bandwidth (m). */
export function smoothingAxis(nodes: Positions, targets: Positions, bandwidth: number): SmoothingAxis {
  // A little slack, so that a bandwidth of exactly 10 spacings is not 9.999… by rounding.
  const factor = Math.max(1, Math.floor((bandwidth / nodes.step / SPACINGS_PER_BANDWIDTH) * (1 + 1e-9)));
  const spacing = nodes.step * factor;
  const splines = factor > 1 ? [nodes.step, spacing] : [nodes.step];
  const readOff = spacing > targets.step;
  if (readOff) splines.push(spacing);
  const kernel = correctedGaussian(bandwidth, splines);

  const coarse: Positions =
    factor > 1
      ? { start: nodes.start - SPLINE_REACH * spacing, step: spacing, count: Math.ceil(nodes.count / factor) + SPLINE_TAPS + 1 }
      : nodes;
  const smoothed = readOff ? coarse : targets;
  return {
    coarsen: factor > 1 ? splineBand(nodes, coarse, spacing) : undefined,
    smooth: kernelBand(coarse, smoothed, GAUSSIAN_CUT * bandwidth, kernel),
    read: readOff ? splineBand(coarse, targets, spacing) : undefined,
    error: kernelError(bandwidth, nodes.step, factor, readOff, kernel),
  };
}

/** Each output is the inputs weighted by the spline of this spacing, centred on the output or on the input alike. */
function splineBand(inputs: Positions, outputs: Positions, spacing: number): Band {
  const reach = SPLINE_REACH * spacing;
  const at = (i: number): number => outputs.start + i * outputs.step;
  return makeBand(
    outputs.count,
    inputs.count,
    Math.ceil((2 * reach) / inputs.step) + 1,
    (i) => Math.ceil((at(i) - reach - inputs.start) / inputs.step),
    (i, k) => splineAt((inputs.start + k * inputs.step - at(i)) / spacing),
  );
}

function kernelBand(inputs: Positions, outputs: Positions, reach: number, kernel: (distance: number) => number): Band {
  const at = (i: number): number => outputs.start + i * outputs.step;
  const sameStep = inputs.start === outputs.start && inputs.step === outputs.step;
  const known = sameStep ? Float64Array.from({ length: Math.ceil(reach / inputs.step) + 2 }, (_, k) => kernel(k * inputs.step)) : undefined;
  return makeBand(
    outputs.count,
    inputs.count,
    Math.floor((2 * reach) / inputs.step) + 1,
    (i) => Math.ceil((at(i) - reach - inputs.start) / inputs.step),
    (i, k) => (known ? known[Math.abs(i - k)] : kernel(inputs.start + k * inputs.step - at(i))),
  );
}

const six = new Float64Array(SPLINE_TAPS);

/** The centred quintic B-spline at t spacings from its node. */
function splineAt(t: number): number {
  const below = Math.floor(t);
  const k = SPLINE_REACH - 1 - below;
  if (k < 0 || k >= SPLINE_TAPS) return 0;
  splineWeights(t - below, six);
  return six[k];
}

/** Positions tried per node spacing, for the incident and for the target. */
const PHASES = 16;
/** The error is a wave of one period per spacing: 16 samples miss at most 2 % of its height, twice. */
const BETWEEN_SAMPLES = 1.05;
/** Widths of the wider Gaussian among which the smallest α is taken. */
const WIDER = [1.75, 2, 2.25, 2.5, 3];

function kernelError(bandwidth: number, fine: number, factor: number, readOff: boolean, kernel: (distance: number) => number): number {
  const spacing = fine * factor;
  const step = spacing / PHASES;
  const cut = Math.floor((GAUSSIAN_CUT * bandwidth) / step);
  const farthest = Math.ceil((9 * bandwidth) / step);
  const table = Float64Array.from({ length: cut + 1 }, (_, k) => kernel(k * step));
  const kernelAt = (steps: number): number => (Math.abs(steps) <= cut ? table[Math.abs(steps)] : 0);
  const spline = Float64Array.from({ length: SPLINE_REACH * PHASES + 1 }, (_, k) => splineAt(k / PHASES));
  const nodesAway = Math.ceil(farthest / PHASES) + SPLINE_TAPS;
  const worst = WIDER.map(() => 0);

  for (let phase = 0; phase < PHASES; phase++) {
    const masses = new Map<number, number>(); // by coarse node
    const nodesOf = (position: number, mass: number, gap: number, put: (node: number, mass: number) => void): void => {
      const below = Math.floor(position / gap);
      for (let node = below - 2; node <= below + 3; node++) put(node, mass * splineAt(position / gap - node));
    };
    const put = (node: number, mass: number): void => void masses.set(node, (masses.get(node) ?? 0) + mass);
    nodesOf(phase * step, 1, fine, factor > 1 ? (node, mass) => nodesOf(node * fine, mass, spacing, put) : put);

    const coefficients = new Float64Array(2 * nodesAway + 1);
    if (readOff) {
      for (const [node, mass] of masses)
        for (let n = -nodesAway; n <= nodesAway; n++) coefficients[n + nodesAway] += mass * kernelAt((n - node) * PHASES);
    }
    for (let target = phase - farthest; target <= phase + farthest; target++) {
      let applied = 0;
      if (readOff) {
        const below = Math.floor(target / PHASES);
        for (let n = below - 2; n <= below + 3; n++) applied += (coefficients[n + nodesAway] ?? 0) * spline[Math.abs(target - n * PHASES)];
      } else {
        for (const [node, mass] of masses) applied += mass * kernelAt(target - node * PHASES);
      }
      const distance = ((target - phase) * step) / bandwidth;
      const difference = Math.abs(applied - gaussian(distance) / bandwidth);
      WIDER.forEach((width, i) => {
        worst[i] = Math.max(worst[i], (difference * width * bandwidth) / gaussian(distance / width));
      });
    }
  }
  return Math.min(...worst) * BETWEEN_SAMPLES;
}

const gaussian = (u: number): number => Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI);
