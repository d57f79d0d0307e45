// Displacement and diffusion: what happened in the ring about the target, against what happened in the target.

import { normalQuantile } from "../../stats/normalQuantile.ts";
import { twoSidedP } from "../../stats/normalTail.ts";
import type { EffectSize, TestResult } from "./trialEvaluation.ts";

/** Counts of two periods: before and after; or, in a trial of days, of control days and of treatment days, weighted by how many these are. */
export interface TwoPeriods {
  readonly before: number;
  readonly after: number;
}

export interface DisplacementCounts {
  readonly target: TwoPeriods;
  /** Not given: nothing is compared with, as in a trial whose days are their own control. */
  readonly control?: TwoPeriods;
  /** About the target; not given: the target alone is compared. */
  readonly ring?: TwoPeriods;
  /** About the control. */
  readonly controlRing?: TwoPeriods;
}

/** What each count is divided by: lengths of the periods, and areas (or numbers of places). */
export interface DisplacementWeights {
  readonly time: TwoPeriods;
  readonly area: { readonly target: number; readonly control: number; readonly ring: number; readonly controlRing: number };
}

export const NO_WEIGHTS: DisplacementWeights = { time: { before: 1, after: 1 }, area: { target: 1, control: 1, ring: 1, controlRing: 1 } };

export interface DisplacementQuotient {
  /** Null where the quotient has no meaning; `reading` says why. */
  readonly quotient: number | null;
  /** Target / control, after − before: below 0 where the target fell against its control. */
  readonly success: number | null;
  /** Ring / control, after − before. */
  readonly displacement: number | null;
  /** In words. */
  readonly reading: string;
}

/**
 * Bowers and Johnson (2003): WDQ = (Rₐ/Cₐ − R_b/C_b) / (Tₐ/Cₐ − T_b/C_b), R ring, T target, C control. Valid only where the denominator is below 0,
 * that is where the target fell against its control: otherwise the sign of the quotient turns round.
 */
export function displacementQuotient({ target, control = { before: 1, after: 1 }, ring }: DisplacementCounts): DisplacementQuotient {
  if (!ring) return none("No ring was counted.");
  if (control.before === 0 || control.after === 0) return none("The control has no crime in a period: the quotient divides by it.");
  const success = target.after / control.after - target.before / control.before;
  const displacement = ring.after / control.after - ring.before / control.before;
  if (success >= 0) return { quotient: null, success, displacement, reading: "No success in the target: it did not fall against its control, so there is nothing to displace and the quotient is not defined." };
  const quotient = displacement / success;
  return { quotient, success, displacement, reading: readingOf(quotient) };
}

const none = (reading: string): DisplacementQuotient => ({ quotient: null, success: null, displacement: null, reading });

function readingOf(quotient: number): string {
  // Equal but for rounding.
  const is = (value: number): boolean => Math.abs(quotient - value) < 1e-9;
  if (is(0)) return "Neither displacement nor diffusion of benefit.";
  if (is(1)) return "Diffusion of benefit as large as the direct effect.";
  if (is(-1)) return "Displacement as large as the direct effect.";
  if (quotient > 0) return quotient > 1 ? "Diffusion of benefit larger than the direct effect." : "Diffusion of benefit, less than the direct effect.";
  return quotient < -1 ? "Displacement larger than the direct effect." : "Displacement, less than the direct effect.";
}

export interface DisplacementDifference {
  readonly level: number;
  /** In target − control: (Tₐ − T_b) − (Cₐ − C_b), in crimes. */
  readonly local: EffectSize;
  /** In the rings; null where none was counted. */
  readonly displaced: EffectSize | null;
  /** The weighted displacement difference: both together. */
  readonly total: EffectSize;
  readonly standardError: number;
  /** Whether the total is 0. */
  readonly test: TestResult;
}

/** One kind of crime with what one of it weighs. */
export interface WeightedCounts extends DisplacementCounts {
  readonly weight: number;
}

/**
 * Wheeler and Ratcliffe (2018): WDD = (ΔT − ΔC) + (ΔR − ΔCR), Δ after − before, each count divided by its weights of time and area; the variance is the
 * sum of the counts, each divided by its weights squared (Poisson). Of several kinds of crime with harm weights w: Σ w WDD, variance
 * Σ w² var (Wheeler 2020). Below 0: fewer crimes than the control let expect.
 * @param kinds - one with weight 1 for plain counts
 * @param level - of the test: 0.05 gives 95 % intervals
 */
export function displacementDifference(kinds: readonly WeightedCounts[], level = 0.05, weights: DisplacementWeights = NO_WEIGHTS): DisplacementDifference {
  const { area } = weights;
  const sumOf = (part: (kind: WeightedCounts) => readonly Change[]): Change =>
    kinds.reduce((sum, kind) => part(kind).reduce((total, { by, variance }) => ({ by: total.by + kind.weight * by, variance: total.variance + kind.weight ** 2 * variance }), sum), NOTHING);
  const change = (periods: TwoPeriods | undefined, size: number, sign: number): Change => (periods ? changeOf(periods, size, sign, weights.time) : NOTHING);
  const local = sumOf((kind) => [change(kind.target, area.target, 1), change(kind.control, area.control, -1)]);
  const rings = sumOf((kind) => [change(kind.ring, area.ring, 1), change(kind.controlRing, area.controlRing, -1)]);
  const total = { by: local.by + rings.by, variance: local.variance + rings.variance };
  const z = total.variance > 0 ? total.by / Math.sqrt(total.variance) : 0;
  const reach = normalQuantile(1 - level / 2);
  const effect = (name: string, { by, variance }: Change, formula: string): EffectSize =>
    ({ name, value: by, formula, interval: { low: by - reach * Math.sqrt(variance), high: by + reach * Math.sqrt(variance), method: "normal, variance the sum of the counts" } });
  return {
    level,
    local: effect("Local difference", local, "(target after − before) − (control after − before)"),
    displaced: kinds.some(({ ring, controlRing }) => ring ?? controlRing) ? effect("Difference in the rings", rings, "(ring after − before) − (control's ring after − before)") : null,
    total: effect("Weighted displacement difference", total, "local difference + difference in the rings"),
    standardError: Math.sqrt(total.variance),
    test: { name: "Weighted displacement difference, normal", statistic: z, df: null, p: twoSidedP(z) },
  };
}

interface Change {
  readonly by: number;
  readonly variance: number;
}

const NOTHING: Change = { by: 0, variance: 0 };

function changeOf({ before, after }: TwoPeriods, size: number, sign: number, time: TwoPeriods): Change {
  const b = time.before * size, a = time.after * size;
  return { by: sign * (after / a - before / b), variance: after / a ** 2 + before / b ** 2 };
}
