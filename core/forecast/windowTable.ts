// The von Mises kernel's share of each daily window for many concentrations at once: a table in place of integrals.

import { besselI0e } from "./besselI0.ts";
import { windowHours, type Window } from "./events.ts";
import { RADIANS_PER_HOUR } from "./vonMises.ts";

/** No share read from the table is off by more than this (the tests look for more: they see under 2e-9). */
export const WINDOW_ERROR = 5e-9;

/** Rows at log τ = FROM + i / PER_UNIT, made when first needed. */
const FROM = -21;
const TO = 28;
const PER_UNIT = 64;
/** Intervals of a row: in θ from 0 to π while the kernel is wide, in s = 2√τ sin(θ/2) from 0 to REACH when it is narrow. */
const INTERVALS = 1024;
const NARROW = 25;
const REACH = 9;

const rows: (Float64Array | undefined)[] = [];

/** H(θ) = ∫₀^θ of the kernel, with one node before 0 and two after the end, so that four nodes surround every place. */
function row(i: number): Float64Array {
  const made = rows[i];
  if (made) return made;
  const tau = Math.exp(FROM + i / PER_UNIT);
  const narrow = tau >= NARROW;
  const step = (narrow ? REACH : Math.PI) / INTERVALS;
  const scale = 1 / (2 * Math.PI * besselI0e(tau) * (narrow ? Math.sqrt(tau) : 1));
  const at = (t: number): number =>
    scale * (narrow ? Math.exp(-0.5 * t * t) / Math.sqrt(1 - (t * t) / (4 * tau)) : Math.exp(-2 * tau * Math.sin(t / 2) ** 2));
  const values = new Float64Array(INTERVALS + 4);
  let left = at(0);
  for (let k = 0; k < INTERVALS; k++) {
    const right = at((k + 1) * step);
    values[k + 2] = values[k + 1] + ((left + 4 * at((k + 0.5) * step) + right) * step) / 6; // Simpson
    left = right;
  }
  values[0] = -values[2];
  // Past the end a narrow kernel has given its half; a wide one goes on symmetrically about π.
  for (let k = 1; k <= 2; k++) values[INTERVALS + 1 + k] = narrow ? values[INTERVALS + 1] : 2 * values[INTERVALS + 1] - values[INTERVALS + 1 - k];
  rows[i] = values;
  return values;
}

export interface WindowTable {
  /** windows × draws: the share of window k under draw d stands at k * draws + d. Reused at the next call. */
  readonly shares: Float64Array;
  /**
   * Fills `shares` for a kernel centred at `hour` with concentrations τ = exp(logTau[d]); −Infinity for the uniform kernel.
   * Cubic interpolation in both directions.
   */
  fill(hour: number, logTau: Float64Array): void;
}

export function createWindowTable(windows: readonly Window[], draws: number): WindowTable {
  const count = windows.length;
  const shares = new Float64Array(count * draws);
  const lengths = windows.map(windowHours);
  /** Ends of the windows about the kernel's centre, in [−π, π): angle, sine of half of it, and 1 where the window passes ±π. */
  const angle = new Float64Array(2 * count);
  const half = new Float64Array(2 * count);
  const around = new Float64Array(count);
  let atRows = new Float64Array(count * 16);

  const fillRow = (i: number, to: number): void => {
    const values = row(i);
    const tau = Math.exp(FROM + i / PER_UNIT);
    const narrow = tau >= NARROW;
    const scale = narrow ? (2 * Math.sqrt(tau) * INTERVALS) / REACH : INTERVALS / Math.PI;
    const places = narrow ? half : angle;
    for (let k = 0; k < count; k++) {
      atRows[to + k] = lengths[k] >= 24 ? 1 : oddCubic(values, places[2 * k + 1] * scale) - oddCubic(values, places[2 * k] * scale) + around[k];
    }
  };

  return {
    shares,
    fill(hour, logTau) {
      let low = Infinity;
      let high = -Infinity;
      for (let d = 0; d < draws; d++) {
        if (logTau[d] < low) low = logTau[d];
        if (logTau[d] > high) high = logTau[d];
      }
      if (low === -Infinity) {
        for (let k = 0; k < count; k++) shares.fill(lengths[k] / 24, k * draws, (k + 1) * draws);
        return;
      }
      for (let k = 0; k < count; k++) {
        const start = (windows[k][0] - hour) * RADIANS_PER_HOUR;
        const a = start - 2 * Math.PI * Math.floor((start + Math.PI) / (2 * Math.PI));
        const end = a + lengths[k] * RADIANS_PER_HOUR;
        const b = end > Math.PI ? end - 2 * Math.PI : end;
        around[k] = end > Math.PI ? 1 : 0;
        angle[2 * k] = a;
        angle[2 * k + 1] = b;
        half[2 * k] = Math.sin(a / 2);
        half[2 * k + 1] = Math.sin(b / 2);
      }
      const first = place(low) - 1;
      const last = place(high) + 2;
      if (atRows.length < (last - first + 1) * count) atRows = new Float64Array(2 * (last - first + 1) * count);
      for (let i = first; i <= last; i++) fillRow(i, (i - first) * count);
      for (let d = 0; d < draws; d++) {
        const at = place(logTau[d]);
        const t = Math.max(0, Math.min(1, (logTau[d] - FROM) * PER_UNIT - at));
        const r = (at - 1 - first) * count;
        const w0 = (-t * (t - 1) * (t - 2)) / 6;
        const w1 = ((t + 1) * (t - 1) * (t - 2)) / 2;
        const w2 = (-(t + 1) * t * (t - 2)) / 2;
        const w3 = ((t + 1) * t * (t - 1)) / 6;
        for (let k = 0; k < count; k++) {
          const o = r + k;
          shares[k * draws + d] = w0 * atRows[o] + w1 * atRows[o + count] + w2 * atRows[o + 2 * count] + w3 * atRows[o + 3 * count];
        }
      }
    },
  };
}

const place = (logTau: number): number => Math.floor((Math.max(FROM + 1 / PER_UNIT, Math.min(TO, logTau)) - FROM) * PER_UNIT);

/** The row at `position` intervals from 0, odd in it, by the cubic through the four nodes around. */
function oddCubic(values: Float64Array, position: number): number {
  const p = position < 0 ? -position : position;
  if (p >= INTERVALS) return position < 0 ? -0.5 : 0.5;
  const k = p | 0;
  const t = p - k;
  const a = values[k];
  const b = values[k + 1];
  const c = values[k + 2];
  const d = values[k + 3];
  const value = b + t * (c - b + (t - 1) * (0.5 * (c - 2 * b + a) + (t + 1) * (1 / 6) * (d - 3 * c + 3 * b - a)));
  return position < 0 ? -value : value;
}
