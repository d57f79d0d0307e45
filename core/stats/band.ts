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

// The loops below stand in functions of their own, called for each few rows: V8 compiles a function that is called often
// sooner and better than one that runs long in few calls, whose first calls can take ten times as long.

/** Applies a band to each row: (rows × inputs) → (rows × outputs). */
export function alongRows(band: Band, input: Float64Array, rows: number): Float64Array {
  const output = new Float64Array(rows * band.outputs);
  let row = 0;
  for (; row + 3 < rows; row += 4) alongFourRows(band, input, row, output);
  for (; row < rows; row++) alongRow(band, input, row, output);
  return output;
}

/** Four rows share each weight: half the time of one by one. */
function alongFourRows({ inputs, outputs, taps, first, weights }: Band, input: Float64Array, row: number, output: Float64Array): void {
  const to = row * outputs;
  for (let i = 0; i < outputs; i++) {
    let r0 = row * inputs + first[i];
    let r1 = r0 + inputs;
    let r2 = r1 + inputs;
    let r3 = r2 + inputs;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = i * taps, end = k + taps; k < end; k++) {
      const w = weights[k];
      a += w * input[r0++];
      b += w * input[r1++];
      c += w * input[r2++];
      d += w * input[r3++];
    }
    output[to + i] = a;
    output[to + outputs + i] = b;
    output[to + 2 * outputs + i] = c;
    output[to + 3 * outputs + i] = d;
  }
}

function alongRow({ inputs, outputs, taps, first, weights }: Band, input: Float64Array, row: number, output: Float64Array): void {
  for (let i = 0; i < outputs; i++) {
    const from = row * inputs + first[i];
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += weights[i * taps + k] * input[from + k];
    output[row * outputs + i] = sum;
  }
}

/** Applies a band to each column: (inputs × columns) → (outputs × columns). */
export function acrossRows(band: Band, input: Float64Array, columns: number): Float64Array {
  const output = new Float64Array(band.outputs * columns);
  for (let i = 0; i < band.outputs; i++) combineRows(band, i, input, columns, output);
  return output;
}

/** Row i of the output; eight columns share each weight. */
function combineRows({ taps, first, weights }: Band, i: number, input: Float64Array, columns: number, output: Float64Array): void {
  const to = i * columns;
  const from = first[i] * columns;
  const start = i * taps;
  const end = start + taps;
  let column = 0;
  for (; column + 7 < columns; column += 8) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let k = start, at = from + column; k < end; k++, at += columns) {
      const w = weights[k];
      a += w * input[at];
      b += w * input[at + 1];
      c += w * input[at + 2];
      d += w * input[at + 3];
      e += w * input[at + 4];
      f += w * input[at + 5];
      g += w * input[at + 6];
      h += w * input[at + 7];
    }
    const o = to + column;
    output[o] = a;
    output[o + 1] = b;
    output[o + 2] = c;
    output[o + 3] = d;
    output[o + 4] = e;
    output[o + 5] = f;
    output[o + 6] = g;
    output[o + 7] = h;
  }
  for (; column < columns; column++) {
    let sum = 0;
    for (let k = start, at = from + column; k < end; k++, at += columns) sum += weights[k] * input[at];
    output[to + column] = sum;
  }
}
