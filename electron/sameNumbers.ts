// Compares what a job answered then with what it answers now, number by number.

export interface Difference {
  /** Where in the result: "values[17]". */
  readonly at: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** Floats may differ by this share of the largest number beside them: another order of adding, nothing else. */
const TOLERANCE = 1e-12;

/** The first difference, or null where there is none. Whole numbers, texts and everything else must be equal. */
export function firstDifference(was: unknown, is: unknown, at = ""): Difference | null {
  if (ArrayBuffer.isView(was) && ArrayBuffer.isView(is)) return differingItem(was as Float64Array, is as Float64Array, at);
  if (typeof was === "number" && typeof is === "number") return sameNumber(was, is, Math.max(Math.abs(was), Math.abs(is))) ? null : { at, was, is };
  if (typeof was !== "object" || typeof is !== "object" || was === null || is === null) return Object.is(was, is) ? null : { at, was, is };
  const before = Object.entries(was);
  if (before.length !== Object.keys(is).length) return { at, was: Object.keys(was), is: Object.keys(is) };
  for (const [key, value] of before) {
    const found = firstDifference(value, (is as Readonly<Record<string, unknown>>)[key], at === "" ? key : `${at}.${key}`);
    if (found) return found;
  }
  return null;
}

function differingItem(was: Float64Array, is: Float64Array, at: string): Difference | null {
  if (was.constructor !== is.constructor || was.length !== is.length) {
    return { at, was: `${was.constructor.name} of ${was.length}`, is: `${is.constructor.name} of ${is.length}` };
  }
  let largest = 0;
  for (let i = 0; i < was.length; i++) largest = Math.max(largest, Math.abs(was[i]));
  for (let i = 0; i < was.length; i++) {
    if (!sameNumber(was[i], is[i], largest)) return { at: `${at}[${i}]`, was: was[i], is: is[i] };
  }
  return null;
}

const sameNumber = (was: number, is: number, scale: number): boolean =>
  Object.is(was, is) || was === is || (!(Number.isInteger(was) && Number.isInteger(is)) && Math.abs(was - is) <= TOLERANCE * scale);
