// The exact distribution of a sum of whole numbers over the treated, over every assignment that the draw could have made.

import { blockSums, type SumDistribution } from "./blockSums.ts";
import { observedSum, requireChoice, sumMoments, treatedItems, type ValueBlock, type ValueBlocks } from "./valueBlocks.ts";

export interface ExactRandomisation {
  readonly observed: number;
  /** Of the sum over the treated, were treatment without any effect. */
  readonly expected: number;
  readonly variance: number;
  /** P(|S − E S| ≥ |observed − E S|), P(S ≤ observed), P(S ≥ observed): ties count. */
  readonly p: number;
  readonly less: number;
  readonly greater: number;
  /** P(S = least + i · step). */
  readonly distribution: SumDistribution & { readonly step: number };
}

/**
 * The distributions of the blocks, each of which is exact, convolved: with all terms positive nothing cancels, and even small
 * probabilities keep their digits. Values that are multiples of a step (0.25 days of harm) are whole numbers of it.
 * @returns null where the values have no common step, or it would take many seconds (harm of many thousand days)
 * @throws InputError where no other assignment was possible
 */
export function exactRandomisation(given: ValueBlocks): ExactRandomisation | null {
  requireChoice(given.blocks);
  const step = commonStep(given.blocks);
  if (step === null) return null;
  const whole = given.blocks.map((block): ValueBlock => ({ values: multiplesOf(step, block.values), treated: block.treated }));
  if (work(whole) > MOST_WORK) return null;
  const { least, probability } = whole.reduce<SumDistribution>((sum, block) => convolved(sum, blockSums(block.values, treatedItems(block))), { least: 0, probability: Float64Array.of(1) });
  const observed = observedSum(given), { mean: expected, variance } = sumMoments(given);
  const at = (observed - given.constant) / step, centre = (expected - given.constant) / step;
  // Sums are whole and the centre a fraction with the blocks' sizes below it: nearer than this is a tie.
  const far = Math.abs(at - centre) - TIE;
  let p = 0, less = 0, greater = 0;
  probability.forEach((mass, i) => {
    const sum = least + i;
    if (Math.abs(sum - centre) >= far) p += mass;
    if (sum <= at + 0.5) less += mass;
    if (sum >= at - 0.5) greater += mass;
  });
  return {
    observed, expected, variance,
    p: Math.min(1, p), less: Math.min(1, less), greater: Math.min(1, greater),
    distribution: { least: given.constant + step * least, step, probability },
  };
}

const TIE = 1e-7;

const MOST_WORK = 1e9;

/** Multiplications within the blocks and to convolve them, at most; a billion take a second or two. */
function work(blocks: readonly ValueBlock[]): number {
  let length = 1, sum = 0;
  for (const block of blocks) {
    const k = treatedItems(block);
    let width = 1, items = 0;
    for (let i = 0; i < block.values.length; i++) {
      width += Math.abs(block.values[i]);
      if (block.values[i] !== 0) items++;
    }
    // A block has at most 2^items different sums.
    sum += items * Math.min(k, items) * width + length * Math.min(width, 2 ** items);
    length += width;
  }
  return sum;
}

/** Every sum of one of each; ends that are less likely than anything that matters are cut off. */
function convolved(a: SumDistribution, b: SumDistribution): SumDistribution {
  const probability = new Float64Array(a.probability.length + b.probability.length - 1);
  const { length } = a.probability;
  for (let j = 0; j < b.probability.length; j++) {
    const share = b.probability[j];
    if (share !== 0) for (let i = 0; i < length; i++) probability[i + j] += share * a.probability[i];
  }
  let low = 0, high = probability.length;
  while (probability[low] < NEGLIGIBLE) low++;
  while (probability[high - 1] < NEGLIGIBLE) high--;
  return { least: a.least + b.least + low, probability: probability.subarray(low, high) };
}

/** Of a single sum. Without a cut, most of the work would be on sums dozens of standard deviations out, in numbers too small for the processor to be quick with. */
const NEGLIGIBLE = 1e-80;

/** The greatest number of which all values are multiples, of at most six decimals; null where there is none. */
function commonStep(blocks: readonly ValueBlock[]): number | null {
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const divisor = blocks.reduce<number | null>((so, { values }) => {
      let divides = so;
      for (let i = 0; i < values.length && divides !== null; i++) {
        const scaled = Math.abs(values[i]) * scale, nearest = Math.round(scaled);
        divides = Math.abs(scaled - nearest) > 1e-9 * Math.max(1, scaled) ? null : greatestDivisor(divides, nearest);
      }
      return divides;
    }, 0);
    if (divisor !== null) return divisor === 0 ? 1 : divisor / scale;
  }
  return null;
}

function multiplesOf(step: number, values: ArrayLike<number>): Float64Array {
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.round(values[i] / step);
  return out;
}

function greatestDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
