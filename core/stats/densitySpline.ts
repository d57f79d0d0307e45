// The quintic spline through which the fast density spreads incidents onto nodes and reads the surface off again.

/** Nodes that one incident touches along an axis. */
export const SPLINE_TAPS = 6;

/** A spline reaches this many nodes to either side. */
export const SPLINE_REACH = SPLINE_TAPS / 2;

/** Multiplied, since twelve divisions an incident are a quarter of all its time. */
const SCALE = 1 / 120;

/**
 * Weights of the centred quintic B-spline on the six nodes around a position: with `fraction` the position past node i
 * in [0, 1), `weights[offset + k]` belongs to node i − 2 + k. They are ≥ 0 and sum to 1.
 */
export function splineWeights(fraction: number, weights: Float64Array, offset = 0): void {
  const f = fraction;
  const g = 1 - f;
  const f2 = f * f;
  const g2 = g * g;
  weights[offset] = g2 * g2 * g * SCALE;
  weights[offset + 1] = (1 + g * (5 + g * (10 + g * (10 + g * (5 - 5 * g))))) * SCALE;
  weights[offset + 2] = (66 + f2 * (-60 + f2 * (30 - 10 * f))) * SCALE;
  weights[offset + 3] = (66 + g2 * (-60 + g2 * (30 - 10 * g))) * SCALE;
  weights[offset + 4] = (1 + f * (5 + f * (10 + f * (10 + f * (5 - 5 * f))))) * SCALE;
  weights[offset + 5] = f2 * f2 * f * SCALE;
}

const six = new Float64Array(SPLINE_TAPS);

/** The centred quintic B-spline at t spacings from its node. */
export function splineAt(t: number): number {
  const below = Math.floor(t);
  const k = SPLINE_REACH - 1 - below;
  if (k < 0 || k >= SPLINE_TAPS) return 0;
  splineWeights(t - below, six);
  return six[k];
}

/** Frequencies beyond 1.5 / h carry less than 1e-19 of a Gaussian; images of the kernel repeat every 16 h. */
const HIGHEST_FREQUENCY = 1.5;
const PERIOD = 16;

/**
 * The kernel that makes up for the splines: with bandwidth h (standard deviation, m) and the node spacings dᵢ of the
 * splines applied before and after it (m),
 *   T(u) = ∫ exp(−2π²h²ξ²) / Πᵢ sinc⁶(ξ dᵢ) · cos(2πξu) dξ   (per m),
 * so that spline, T and spline together are the Gaussian of bandwidth h (the "deconvolution" of particle-mesh and
 * non-uniform Fourier methods). The integral is a short cosine series, evaluated by Clenshaw's recurrence.
 */
export function correctedGaussian(bandwidth: number, spacings: readonly number[]): (distance: number) => number {
  const step = 1 / (PERIOD * bandwidth);
  const series = Float64Array.from({ length: HIGHEST_FREQUENCY * PERIOD + 1 }, (_, k) => {
    const frequency = k * step;
    const gaussian = Math.exp(-2 * (Math.PI * bandwidth * frequency) ** 2);
    const splines = spacings.reduce((product, spacing) => product * sinc(frequency * spacing) ** SPLINE_TAPS, 1);
    return ((k === 0 ? 1 : 2) * step * gaussian) / splines;
  });
  return (distance) => {
    const cosine = Math.cos(2 * Math.PI * step * distance);
    let next = 0;
    let afterNext = 0;
    for (let k = series.length - 1; k > 0; k--) {
      const current = series[k] + 2 * cosine * next - afterNext;
      afterNext = next;
      next = current;
    }
    return series[0] + cosine * next - afterNext;
  };
}

const sinc = (t: number): number => (t === 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t));
