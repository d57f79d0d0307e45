// The innermost loop of a surface: Σ over draws of column factor × row factor × window share, added to the nodes of one event.

import type { Factors } from "./gaussianFactors.ts";

/**
 * target[(row, column, channel)] += Σ_d y[row][d] · x[column][d] · shares[channel][d]. `rowStride`: numbers in a row of the
 * target. Blocks of four rows and two channels keep eight sums in registers while the draws go by.
 */
export function addOuterProducts(target: Float64Array, rowStride: number, channels: number, x: Factors, y: Factors, shares: Float64Array, draws: number): void {
  for (let c = 0; c < x.nodes; c++) {
    const to = y.first * rowStride + (x.first + c) * channels;
    let r = 0;
    for (; r + 3 < y.nodes; r += 4) {
      let k = 0;
      for (; k + 1 < channels; k += 2) fourRowsTwoChannels(target, to + r * rowStride + k, rowStride, y.values, r * draws, x.values, c * draws, shares, k * draws, draws);
      for (; k < channels; k++) for (let i = 0; i < 4; i++) oneByOne(target, to + (r + i) * rowStride + k, y.values, (r + i) * draws, x.values, c * draws, shares, k * draws, draws);
    }
    for (; r < y.nodes; r++) {
      let k = 0;
      for (; k + 3 < channels; k += 4) oneRowFourChannels(target, to + r * rowStride + k, y.values, r * draws, x.values, c * draws, shares, k * draws, draws);
      for (; k < channels; k++) oneByOne(target, to + r * rowStride + k, y.values, r * draws, x.values, c * draws, shares, k * draws, draws);
    }
  }
}

function fourRowsTwoChannels(
  target: Float64Array, to: number, stride: number, y: Float64Array, y0: number, x: Float64Array, x0: number, shares: Float64Array, s0: number, draws: number,
): void {
  const y1 = y0 + draws;
  const y2 = y1 + draws;
  const y3 = y2 + draws;
  const s1 = s0 + draws;
  let a0 = 0;
  let a1 = 0;
  let b0 = 0;
  let b1 = 0;
  let c0 = 0;
  let c1 = 0;
  let d0 = 0;
  let d1 = 0;
  for (let d = 0; d < draws; d++) {
    const at = x[x0 + d];
    const p0 = at * shares[s0 + d];
    const p1 = at * shares[s1 + d];
    const a = y[y0 + d];
    const b = y[y1 + d];
    const c = y[y2 + d];
    const e = y[y3 + d];
    a0 += a * p0;
    a1 += a * p1;
    b0 += b * p0;
    b1 += b * p1;
    c0 += c * p0;
    c1 += c * p1;
    d0 += e * p0;
    d1 += e * p1;
  }
  target[to] += a0;
  target[to + 1] += a1;
  target[to + stride] += b0;
  target[to + stride + 1] += b1;
  target[to + 2 * stride] += c0;
  target[to + 2 * stride + 1] += c1;
  target[to + 3 * stride] += d0;
  target[to + 3 * stride + 1] += d1;
}

function oneRowFourChannels(
  target: Float64Array, to: number, y: Float64Array, y0: number, x: Float64Array, x0: number, shares: Float64Array, s0: number, draws: number,
): void {
  const s1 = s0 + draws;
  const s2 = s1 + draws;
  const s3 = s2 + draws;
  let a = 0;
  let b = 0;
  let c = 0;
  let e = 0;
  for (let d = 0; d < draws; d++) {
    const p = y[y0 + d] * x[x0 + d];
    a += p * shares[s0 + d];
    b += p * shares[s1 + d];
    c += p * shares[s2 + d];
    e += p * shares[s3 + d];
  }
  target[to] += a;
  target[to + 1] += b;
  target[to + 2] += c;
  target[to + 3] += e;
}

function oneByOne(target: Float64Array, to: number, y: Float64Array, y0: number, x: Float64Array, x0: number, shares: Float64Array, s0: number, draws: number): void {
  let sum = 0;
  for (let d = 0; d < draws; d++) sum += y[y0 + d] * x[x0 + d] * shares[s0 + d];
  target[to] += sum;
}
