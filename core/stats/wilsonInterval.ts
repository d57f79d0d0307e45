// Intervals of a proportion, and of the difference of two, that hold for few counts too.

interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * The score interval of Wilson (1927): (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 * @param z - of the level, 1.96 for 95 %
 */
export function wilsonInterval(yes: number, n: number, z: number): Limits {
  const p = yes / n, z2 = z * z;
  const centre = p + z2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, (centre - half) / (1 + z2 / n)), high: Math.min(1, (centre + half) / (1 + z2 / n)) };
}

/** Of p₁ − p₂ from the two score intervals (Newcombe 1998, method 10). */
export function newcombeInterval(yes1: number, n1: number, yes2: number, n2: number, z: number): Limits {
  const one = wilsonInterval(yes1, n1, z), two = wilsonInterval(yes2, n2, z);
  const p1 = yes1 / n1, p2 = yes2 / n2;
  return {
    low: p1 - p2 - Math.hypot(p1 - one.low, two.high - p2),
    high: p1 - p2 + Math.hypot(one.high - p1, p2 - two.low),
  };
}
