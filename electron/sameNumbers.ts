// Compares what a job answered then with what it answers now, number by number.

export interface Difference {
  /** Where in the result: "values[17]". */
  readonly at: string;
  readonly then: unknown;
  readonly now: unknown;
}

/** Floats may differ by this share of the largest number beside them: another order of adding, nothing else. */
const TOLERANCE = 1e-12;

/** The first difference, or null where there is none. Whole numbers, texts and everything else must be equal. */
export function firstDifference(then: unknown, now: unknown, at = ""): Difference | null {
  if (ArrayBuffer.isView(then) && ArrayBuffer.isView(now)) return differingItem(then as Float64Array, now as Float64Array, at);
  if (typeof then === "number" && typeof now === "number") return sameNumber(then, now, Math.max(Math.abs(then), Math.abs(now))) ? null : { at, then, now };
  if (typeof then !== "object" || typeof now !== "object" || then === null || now === null) return Object.is(then, now) ? null : { at, then, now };
  const before = Object.entries(then);
  if (before.length !== Object.keys(now).length) return { at, then: Object.keys(then), now: Object.keys(now) };
  for (const [key, value] of before) {
    const found = firstDifference(value, (now as Readonly<Record<string, unknown>>)[key], at === "" ? key : `${at}.${key}`);
    if (found) return found;
  }
  return null;
}

function differingItem(then: Float64Array, now: Float64Array, at: string): Difference | null {
  if (then.constructor !== now.constructor || then.length !== now.length) {
    return { at, then: `${then.constructor.name} of ${then.length}`, now: `${now.constructor.name} of ${now.length}` };
  }
  let largest = 0;
  for (let i = 0; i < then.length; i++) largest = Math.max(largest, Math.abs(then[i]));
  for (let i = 0; i < then.length; i++) {
    if (!sameNumber(then[i], now[i], largest)) return { at: `${at}[${i}]`, then: then[i], now: now[i] };
  }
  return null;
}

const sameNumber = (then: number, now: number, scale: number): boolean =>
  Object.is(then, now) || then === now || (!(Number.isInteger(then) && Number.isInteger(now)) && Math.abs(then - now) <= TOLERANCE * scale);
