// The von Mises kernel on the 24-hour clock, and what of it falls in a daily window.

import { besselI0e } from "./besselI0.ts";
import type { Window } from "../events.ts";

/** Radians an hour: 2π / 24. */
export const RADIANS_PER_HOUR = Math.PI / 12;

/**
 * κ_τ(u) = exp(τ cos(πu/12)) / (24 I₀(τ)), per hour (Sriram et al., arXiv 2602.23750, (5)); written with
 * cos − 1 = −2 sin²(πu/24), which keeps all digits where τ is large. By (5) and (8), 1/√τ is in radians.
 */
export function vonMisesDensity(u: number, tau: number): number {
  const half = Math.sin((u * RADIANS_PER_HOUR) / 2);
  return Math.exp(-2 * tau * half * half) / (24 * besselI0e(tau));
}

/** Beyond this many standard units the kernel holds less than 1e-17. */
const REACH = 8.6;

/** Concentrations from which the kernel is narrow enough to be integrated in standard units. */
const NARROW = 100;

/** ∫ over the window of κ_τ(t − centre) dt, to 1e-13: the probability that a kernel at `centre` hours gives the window. */
export function vonMisesWindow(tau: number, centre: number, [from, to]: Window): number {
  const hours = to > from ? to - from : to - from + 24;
  if (hours === 24) return 1;
  if (tau === 0) return hours / 24;
  // Both ends relative to the centre, the first in [−12, 12).
  const start = from - centre - 24 * Math.floor((from - centre + 12) / 24);
  const a = start * RADIANS_PER_HOUR;
  const b = (start + hours) * RADIANS_PER_HOUR;
  return tau < NARROW ? (hours / 24) + fourierPart(tau, a, b) : b <= Math.PI ? narrowPart(tau, a, b) : narrowPart(tau, a, Math.PI) + narrowPart(tau, -Math.PI, b - 2 * Math.PI);
}

/** Σₖ (I_k/I₀)(sin kb − sin ka)/(πk): the ratios by Miller's backward recurrence. */
function fourierPart(tau: number, a: number, b: number): number {
  // I_k/I₀ is about exp(−k²/2τ), and below (τ/2)^k/k! for small τ.
  const terms = Math.ceil(9 * Math.sqrt(tau) + 18);
  let sum = 0;
  const ratios = new Float64Array(terms + 2);
  let ratio = 0; // I_k / I_(k−1)
  for (let k = terms + 12; k >= 1; k--) {
    ratio = 1 / ((2 * k) / tau + ratio);
    if (k <= terms) ratios[k] = ratio;
  }
  let power = 1;
  for (let k = 1; k <= terms; k++) {
    power *= ratios[k];
    sum += (power * (Math.sin(k * b) - Math.sin(k * a))) / k;
  }
  return sum / Math.PI;
}

/**
 * With s = 2√τ sin(θ/2) the kernel is exp(−s²/2) / √(1 − s²/4τ): Gauss-Legendre in s over the part that is not nothing.
 * Angles in [−π, π].
 */
function narrowPart(tau: number, a: number, b: number): number {
  const scale = 2 * Math.sqrt(tau);
  const low = Math.max(-REACH, scale * Math.sin(a / 2));
  const high = Math.min(REACH, scale * Math.sin(b / 2));
  if (high <= low) return 0;
  const panels = Math.ceil((high - low) / 2.5);
  const half = (high - low) / (2 * panels);
  let sum = 0;
  for (let p = 0; p < panels; p++) {
    const middle = low + (2 * p + 1) * half;
    for (let i = 0; i < NODES.length; i++) {
      sum += WEIGHTS[i] * (narrowAt(middle + half * NODES[i], tau) + narrowAt(middle - half * NODES[i], tau));
    }
  }
  return (sum * half) / (2 * Math.PI * Math.sqrt(tau) * besselI0e(tau));
}

const narrowAt = (s: number, tau: number): number => Math.exp(-0.5 * s * s) / Math.sqrt(1 - (s * s) / (4 * tau));

/** Gauss-Legendre of order 12 (Abramowitz and Stegun, table 25.4). */
const NODES = [0.1252334085114689, 0.3678314989981802, 0.5873179542866175, 0.7699026741943047, 0.9041172563704749, 0.9815606342467192];
const WEIGHTS = [0.2491470458134028, 0.2334925365383548, 0.2031674267230659, 0.1600783285433462, 0.1069393259953184, 0.0471753363865118];
