// How many whole cells a share of them is: the papers leave the rounding open, so it is named.

export const ROUNDINGS = ["ceil", "floor", "half-up"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** "ceil": the fewest cells that make up the share; "floor": the most within it; "half-up": the nearest. */
export function cellsInShare(share: number, cells: number, rounding: Rounding): number {
  // 0.07 × 100 is 7.000000000000001 in binary; a share is meant as the decimal that was typed.
  const product = share * cells;
  const whole = Math.round(product);
  const exact = Math.abs(product - whole) <= 1e-9 * Math.max(1, whole) ? whole : product;
  return Math.min(cells, rounding === "ceil" ? Math.ceil(exact) : rounding === "floor" ? Math.floor(exact) : Math.floor(exact + 0.5));
}
