// One axis of the fast density: the bands that turn masses at nodes into the surface, and how far off they can be.

import { type Band, makeBand } from "./band.ts";
import { GAUSSIAN_CUT, SPACINGS_PER_BANDWIDTH } from "./densityPlan.ts";
import { correctedGaussian, SPLINE_REACH, SPLINE_TAPS, splineAt } from "./densitySpline.ts";

/** Evenly spaced positions along an axis, m. */
export interface Positions {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

export interface SmoothingAxis {
  /** m */
  readonly bandwidth: number;
  /** nodes → coarser nodes; only where the bandwidth spans so many nodes that fewer do. */
  readonly coarsen?: Band;
  /** nodes → smoothed spline coefficients, or straight to the targets. */
  readonly smooth: Band;
  /** spline coefficients → targets; only where the targets are the finer raster. */
  readonly read?: Band;
  /** Spacing of the nodes as they are given, m, and how many of them make a coarser one. */
  readonly spacing: number;
  readonly factor: number;
  /** What `smooth` applies. */
  readonly kernel: (distance: number) => number;
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
    bandwidth,
    spacing: nodes.step,
    factor,
    kernel,
    coarsen: factor > 1 ? splineBand(nodes, coarse, spacing) : undefined,
    smooth: kernelBand(coarse, smoothed, GAUSSIAN_CUT * bandwidth, kernel),
    read: readOff ? splineBand(coarse, targets, spacing) : undefined,
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
