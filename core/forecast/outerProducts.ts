// The innermost loop of a surface: Σ over draws of column factor × row factor × window share, added to the nodes of one event.

import type { Factors } from "./surfaceSums.ts";

let products = new Float64Array(0);

/**
 * target[(row, column, channel)] += Σ_d y[row][d] · x[column][d] · shares[channel][d]. `rowStride`: numbers in a row of the
 * target. Blocks of four rows and two channels keep eight sums in registers while the draws go by.
 */
export function addOuterProducts(target: Float64Array, rowStride: number, channels: number, x: Factors, y: Factors, shares: Float64Array, draws: number): void {
  if (products.length < channels * draws) products = new Float64Array(channels * draws);
  for (let c = 0; c < x.nodes; c++) {
    multiply(products, x.values, c * draws, shares, channels, draws);
    const to = y.first * rowStride + (x.first + c) * channels;
    let r = 0;
    for (; r + 3 < y.nodes; r += 4) fourRows(target, to + r * rowStride, rowStride, channels, y.values, r * draws, products, draws);
    for (; r < y.nodes; r++) oneRow(target, to + r * rowStride, channels, y.values, r * draws, products, draws);
  }
}

function multiply(into: Float64Array, x: Float64Array, at: number, shares: Float64Array, channels: number, draws: number): void {
  for (let k = 0, i = 0; k < channels; k++) for (let d = 0; d < draws; d++, i++) into[i] = x[at + d] * shares[i];
}

function fourRows(target: Float64Array, to: number, stride: number, channels: number, y: Float64Array, at: number, p: Float64Array, draws: number): void {
  const y1 = at + draws;
  const y2 = y1 + draws;
  const y3 = y2 + draws;
  let k = 0;
  for (; k + 1 < channels; k += 2) {
    const first = k * draws;
    const second = first + draws;
    let a0 = 0;
    let a1 = 0;
    let b0 = 0;
    let b1 = 0;
    let c0 = 0;
    let c1 = 0;
    let d0 = 0;
    let d1 = 0;
    for (let d = 0; d < draws; d++) {
      const p0 = p[first + d];
      const p1 = p[second + d];
      const a = y[at + d];
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
    const o = to + k;
    target[o] += a0;
    target[o + 1] += a1;
    target[o + stride] += b0;
    target[o + stride + 1] += b1;
    target[o + 2 * stride] += c0;
    target[o + 2 * stride + 1] += c1;
    target[o + 3 * stride] += d0;
    target[o + 3 * stride + 1] += d1;
  }
  if (k < channels) {
    const first = k * draws;
    let a0 = 0;
    let b0 = 0;
    let c0 = 0;
    let d0 = 0;
    for (let d = 0; d < draws; d++) {
      const p0 = p[first + d];
      a0 += y[at + d] * p0;
      b0 += y[y1 + d] * p0;
      c0 += y[y2 + d] * p0;
      d0 += y[y3 + d] * p0;
    }
    const o = to + k;
    target[o] += a0;
    target[o + stride] += b0;
    target[o + 2 * stride] += c0;
    target[o + 3 * stride] += d0;
  }
}

function oneRow(target: Float64Array, to: number, channels: number, y: Float64Array, at: number, p: Float64Array, draws: number): void {
  for (let k = 0; k < channels; k++) {
    const first = k * draws;
    let sum = 0;
    for (let d = 0; d < draws; d++) sum += y[at + d] * p[first + d];
    target[to + k] += sum;
  }
}
