// The von Mises kernel's share of each daily window for many concentrations at once: a table in place of integrals.

import { besselI0e } from "../kernel/besselI0.ts";
import { windowHours, type Window } from "../events.ts";
import { RADIANS_PER_HOUR } from "../kernel/vonMises.ts";

/** No share read from the table is off by more than this (the tests look for more: they see under 3e-10). */
export const WINDOW_ERROR = 1e-9;

/** Rows at log τ = FROM + i / PER_UNIT, made when first needed. */
const FROM = -21;
const TO = 28;
const PER_UNIT = 32;
/** Intervals of a row: in θ from 0 to π while the kernel is wide, in s = 2√τ sin(θ/2) from 0 to REACH when it is narrow. */
const INTERVALS = 1024;
const NARROW = 25;
const REACH = 9;

const rows: (Float64Array | undefined)[] = [];

/** H(θ) = ∫₀^θ of the kernel at each node, and beside it its slope times the interval: the kernel itself. */
function row(i: number): Float64Array {
  const made = rows[i];
  if (made) return made;
  const tau = Math.exp(FROM + i / PER_UNIT);
  const narrow = tau >= NARROW;
  const step = (narrow ? REACH : Math.PI) / INTERVALS;
  const scale = step / (2 * Math.PI * besselI0e(tau) * (narrow ? Math.sqrt(tau) : 1));
  const at = (t: number): number =>
    scale * (narrow ? Math.exp(-0.5 * t * t) / Math.sqrt(1 - (t * t) / (4 * tau)) : Math.exp(-2 * tau * Math.sin(t / 2) ** 2));
  const values = new Float64Array(2 * (INTERVALS + 1));
  values[1] = at(0);
  for (let k = 0; k < INTERVALS; k++) {
    const right = at((k + 1) * step);
    values[2 * k + 2] = values[2 * k] + (values[2 * k + 1] + 4 * at((k + 0.5) * step) + right) / 6; // Simpson
    values[2 * k + 3] = right;
  }
  rows[i] = values;
  return values;
}

export interface WindowTable {
  /** windows × draws: the share of window k under draw d stands at k * draws + d. Reused at the next call. */
  readonly shares: Float64Array;
  /**
   * Fills `shares` for a kernel centred at `hour` with concentrations τ = exp(logTau[d]); −Infinity for the uniform kernel.
   * By the quintic through six rows, and in a row by the cubic with the slopes at two nodes.
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
      if (high === -Infinity) {
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
      const first = place(low) - 2;
      const last = place(high) + 3;
      if (atRows.length < (last - first + 1) * count) atRows = new Float64Array(2 * (last - first + 1) * count);
      for (let i = first; i <= last; i++) fillRow(i, (i - first) * count);
      for (let d = 0; d < draws; d++) {
        const at = place(logTau[d]);
        const t = Math.max(0, Math.min(1, (logTau[d] - FROM) * PER_UNIT - at));
        setWeights(t);
        const r = (at - 2 - first) * count;
        for (let k = 0; k < count; k++) {
          let o = r + k;
          let sum = 0;
          for (let m = 0; m < 6; m++, o += count) sum += six[m] * atRows[o];
          shares[k * draws + d] = sum;
        }
      }
    },
  };
}

const six = new Float64Array(6);

/** Lagrange's weights of the nodes −2 … 3 at t in [0, 1]. */
function setWeights(t: number): void {
  const a = t + 2;
  const b = t + 1;
  const c = t - 1;
  const d = t - 2;
  const e = t - 3;
  six[0] = (-b * t * c * d * e) / 120;
  six[1] = (a * t * c * d * e) / 24;
  six[2] = (-a * b * c * d * e) / 12;
  six[3] = (a * b * t * d * e) / 12;
  six[4] = (-a * b * t * c * e) / 24;
  six[5] = (a * b * t * c * d) / 120;
}

const place = (logTau: number): number => Math.floor((Math.max(FROM + 2 / PER_UNIT, Math.min(TO, logTau)) - FROM) * PER_UNIT);

/** The row at `position` intervals from 0, odd in it. */
function oddCubic(values: Float64Array, position: number): number {
  const p = position < 0 ? -position : position;
  if (p >= INTERVALS) return position < 0 ? -0.5 : 0.5;
  const k = p | 0;
  const t = p - k;
  const i = 2 * k;
  const rise = values[i + 2] - values[i];
  const da = values[i + 1];
  const db = values[i + 3];
  const value = values[i] + t * (da + t * (3 * rise - 2 * da - db + t * (da + db - 2 * rise)));
  return position < 0 ? -value : value;
}
