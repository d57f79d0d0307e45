// How likely a sum of counts would be if the counts were dealt out to the places at random: p-values that hold for sparse counts too.

/**
 * Two-sided p-values, twice the smaller tail and at most 1, of sums of so many counts each. The counts are drawn from `counts` one by
 * one and put back, so that the distribution is a convolution and exact; without putting them back (a permutation) it differs in
 * the order of members / places only. The normal distribution is far too short in its upper tail where counts are few.
 * @param counts - whole numbers, one a place
 * @param sums - of the counts of some places, one a test
 * @param members - how many places each sum is of
 */
export function permutationP(counts: Float64Array, sums: Float64Array, members: Uint32Array): Float64Array {
  const share = shares(counts);
  const tests = new Map<number, number[]>();
  members.forEach((m, i) => tests.set(m, [...(tests.get(m) ?? []), i]));
  const p = new Float64Array(sums.length).fill(1);
  let sum = Float64Array.of(1);
  const most = Math.max(0, ...tests.keys());
  for (let m = 1; m <= most; m++) {
    sum = convolved(sum, share);
    const asked = tests.get(m);
    if (!asked) continue;
    const lower = running(sum), upper = running(sum.slice().reverse()).reverse();
    for (const i of asked) p[i] = Math.min(1, 2 * Math.min(lower[sums[i]], upper[sums[i]]));
  }
  return p;
}

/** The share of places that hold 0, 1, 2, … */
function shares(counts: Float64Array): Float64Array {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const share = new Float64Array(most + 1);
  for (const count of counts) share[count] += 1 / counts.length;
  return share;
}

function convolved(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(a.length + b.length - 1);
  for (let j = 0; j < b.length; j++) {
    if (b[j] === 0) continue;
    for (let i = 0; i < a.length; i++) out[i + j] += a[i] * b[j];
  }
  return out;
}

/** Sums from the start: small ones keep their digits. */
function running(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}
