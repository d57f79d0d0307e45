// Where a monotonic function crosses 0.

/**
 * By bisection, until neighbouring numbers cannot be told apart: at most 1,100 steps, mostly under 60. For limits of intervals, of which few are asked.
 * @param f - monotonic and of different sign at `low` and `high` (or 0 at one of them)
 * @throws RangeError where it is not
 */
export function rootOf(f: (x: number) => number, low: number, high: number): number {
  const start = f(low), end = f(high);
  if (start === 0) return low;
  if (end === 0) return high;
  if (!(start < 0 !== end < 0)) throw new RangeError(`rootOf needs a change of sign, got ${start} at ${low} and ${end} at ${high}`);
  let a = low, b = high;
  for (;;) {
    const middle = a + (b - a) / 2;
    if (middle === a || middle === b || Math.abs(b - a) < 1e-15 * Math.max(Math.abs(a), Math.abs(b))) return middle;
    const value = f(middle);
    if (value === 0) return middle;
    if (value < 0 === start < 0) a = middle;
    else b = middle;
  }
}
