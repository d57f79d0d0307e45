// The modified Bessel function of order 0, scaled so that it never overflows, and a table of its logarithm for inner loops.

/** Above this the asymptotic series is exact to double precision: its smallest term is about e^(−2τ). */
const ASYMPTOTIC = 25;

/** e^(−τ) I₀(τ) for τ ≥ 0, to about 1e-15: the power series (all terms positive), or Hankel's asymptotic series (Abramowitz and Stegun 9.6.12, 9.7.1). */
export function besselI0e(tau: number): number {
  let term = 1;
  let sum = 1;
  if (tau < ASYMPTOTIC) {
    const quarter = (tau * tau) / 4;
    for (let k = 1; term > sum * 1e-17; k++) sum += term *= quarter / (k * k);
    return sum * Math.exp(-tau);
  }
  for (let k = 1; k < 40 && term > sum * 1e-17; k++) sum += term *= (2 * k - 1) ** 2 / (8 * k * tau);
  return sum / Math.sqrt(2 * Math.PI * tau);
}

/** d/dλ log(e^(−τ) I₀(τ)) with τ = e^λ: τ (I₁/I₀ − 1), by the same two series, without the difference where it would cancel. */
function logSlope(tau: number): number {
  let term = 1;
  if (tau < ASYMPTOTIC) {
    const quarter = (tau * tau) / 4;
    let i0 = 1;
    let i1 = 1;
    for (let k = 1; term > i0 * 1e-17; k++) {
      term *= quarter / (k * k);
      i0 += term;
      i1 += term / (k + 1);
    }
    return tau * ((tau / 2) * (i1 / i0) - 1);
  }
  let sum = 1;
  let slope = 0;
  for (let k = 1; k < 40 && term > sum * 1e-17; k++) {
    term *= (2 * k - 1) ** 2 / (8 * k * tau);
    sum += term;
    slope -= k * term;
  }
  return slope / sum - 0.5;
}

const FROM = -24;
const TO = 28;
const PER_UNIT = 256;
const INTERVALS = (TO - FROM) * PER_UNIT;

/** Value and slope times the step at each node, made at the first use. */
let nodes: Float64Array | undefined;

function makeNodes(): Float64Array {
  const made = new Float64Array(2 * (INTERVALS + 1));
  for (let i = 0; i <= INTERVALS; i++) {
    const tau = Math.exp(FROM + i / PER_UNIT);
    made[2 * i] = Math.log(besselI0e(tau));
    made[2 * i + 1] = logSlope(tau) / PER_UNIT;
  }
  return made;
}

/**
 * log(e^(−τ) I₀(τ)) from λ = log τ, by cubic Hermite interpolation, to 1e-12. In λ, because the sampler steps through
 * grids on which λ is linear, so that no logarithm is taken. Below e^−24 it is 0, above e^28 its asymptote.
 */
export function logBesselI0e(lambda: number): number {
  nodes ??= makeNodes();
  const position = (lambda - FROM) * PER_UNIT;
  if (!(position > 0)) return 0;
  if (position >= INTERVALS) return -0.5 * (lambda + Math.log(2 * Math.PI));
  const at = position | 0;
  const t = position - at;
  const i = 2 * at;
  const a = nodes[i];
  const da = nodes[i + 1];
  const b = nodes[i + 2];
  const db = nodes[i + 3];
  const rise = b - a;
  return a + t * (da + t * (3 * rise - 2 * da - db + t * (da + db - 2 * rise)));
}
