// Matrices with few neighbouring entries in each row: smoothing, spreading and reading along one axis of a raster.

/** Output i is Σₖ weights[i * taps + k] · input[first[i] + k]. */
export interface Band {
  readonly inputs: number;
  readonly outputs: number;
  readonly taps: number;
  readonly first: Int32Array;
  readonly weights: Float64Array;
}

/** `from(output)` is the first input of an output (it may lie outside), `weight(output, input)` what it counts. */
export function makeBand(
  outputs: number,
  inputs: number,
  taps: number,
  from: (output: number) => number,
  weight: (output: number, input: number) => number,
): Band {
  const width = Math.min(taps, inputs);
  const first = new Int32Array(outputs);
  const weights = new Float64Array(outputs * width);
  for (let i = 0; i < outputs; i++) {
    const start = from(i);
    first[i] = Math.max(0, Math.min(inputs - width, start));
    for (let k = 0; k < width; k++) {
      const input = first[i] + k;
      if (input >= start && input < start + taps) weights[i * width + k] = weight(i, input);
    }
  }
  return { inputs, outputs, taps: width, first, weights };
}

/** The part of a band that makes outputs `from` to `to`, and the inputs `inputFrom` to `inputTo` that it needs. */
export function bandWindow(band: Band, from: number, to: number): { band: Band; inputFrom: number; inputTo: number } {
  let inputFrom = band.inputs;
  let inputTo = 0;
  for (let i = from; i < to; i++) {
    inputFrom = Math.min(inputFrom, band.first[i]);
    inputTo = Math.max(inputTo, band.first[i] + band.taps);
  }
  const first = band.first.slice(from, to).map((input) => input - inputFrom);
  const weights = band.weights.subarray(from * band.taps, to * band.taps);
  return { band: { ...band, inputs: inputTo - inputFrom, outputs: to - from, first, weights }, inputFrom, inputTo };
}

/** Applies a band to each row: (rows × inputs) → (rows × outputs). */
export function alongRows(band: Band, input: Float64Array, rows: number): Float64Array {
  const { inputs, outputs, taps, first, weights } = band;
  const output = new Float64Array(rows * outputs);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < outputs; i++) {
      const at = row * inputs + first[i];
      const from = i * taps;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let k = 0;
      // Four sums at a time: one chain of additions would wait for itself.
      for (; k + 3 < taps; k += 4) {
        a += weights[from + k] * input[at + k];
        b += weights[from + k + 1] * input[at + k + 1];
        c += weights[from + k + 2] * input[at + k + 2];
        d += weights[from + k + 3] * input[at + k + 3];
      }
      for (; k < taps; k++) a += weights[from + k] * input[at + k];
      output[row * outputs + i] = a + b + (c + d);
    }
  }
  return output;
}

/** Applies a band to each column: (inputs × columns) → (outputs × columns). */
export function acrossRows(band: Band, input: Float64Array, columns: number): Float64Array {
  const { outputs, taps, first, weights } = band;
  const output = new Float64Array(outputs * columns);
  for (let i = 0; i < outputs; i++) {
    const to = i * columns;
    let k = 0;
    for (; k + 3 < taps; k += 4) {
      const w0 = weights[i * taps + k];
      const w1 = weights[i * taps + k + 1];
      const w2 = weights[i * taps + k + 2];
      const w3 = weights[i * taps + k + 3];
      const r0 = (first[i] + k) * columns;
      const r1 = r0 + columns;
      const r2 = r1 + columns;
      const r3 = r2 + columns;
      for (let c = 0; c < columns; c++) {
        output[to + c] += w0 * input[r0 + c] + w1 * input[r1 + c] + (w2 * input[r2 + c] + w3 * input[r3 + c]);
      }
    }
    for (; k < taps; k++) {
      const w = weights[i * taps + k];
      const r = (first[i] + k) * columns;
      for (let c = 0; c < columns; c++) output[to + c] += w * input[r + c];
    }
  }
  return output;
}
