// Numbers as people read them, on screen and in print: grouped, with their unit, never more digits than are meant.

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

export const count = (n: number): string => whole.format(n);

/** Made once for each number of digits: making one costs a hundred times what it does. */
const withDigits = new Map<number, Intl.NumberFormat>();

export function decimal(n: number, digits: number): string {
  let format = withDigits.get(digits);
  if (!format) {
    format = new Intl.NumberFormat("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
    withDigits.set(digits, format);
  }
  return format.format(n);
}

/** With a sign before it, of the width of a digit. */
export const signed = (n: number, digits: number): string => `${n < 0 ? "−" : "+"}${decimal(Math.abs(n), digits)}`;

export const percent = (share: number, digits = 1): string => `${decimal(100 * share, digits)} %`;

/** "0.027", "< 0.001": in a column of p-values. */
export const pValue = (p: number): string => (p < 0.001 ? "< 0.001" : decimal(p, 3));

/** "p = 0.027", "p < 0.001". */
export const pInWords = (p: number): string => `p ${p < 0.001 ? "" : "= "}${pValue(p)}`;

/** Metres below 10 km, kilometres above. */
export const metres = (m: number): string => (m < 10000 ? `${decimal(m, m < 100 ? 1 : 0)} m` : `${decimal(m / 1000, 1)} km`);

/** m² as hectares below 1 km², as km² above. */
export const area = (m2: number): string => (m2 < 1e6 ? `${decimal(m2 / 1e4, 2)} ha` : `${decimal(m2 / 1e6, 2)} km²`);

export const bytes = (n: number): string => (n < 1e6 ? `${decimal(n / 1e3, 0)} kB` : `${decimal(n / 1e6, 1)} MB`);
