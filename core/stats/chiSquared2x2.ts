// Chi-squared of a 2 × 2 table: plain, with Yates' correction, and by likelihood.

/** All with one degree of freedom. */
export interface ChiSquared2x2 {
  /** N (ad − bc)² / (n₁ n₂ m₁ m₀). */
  readonly plain: number;
  /** N max(0, |ad − bc| − N/2)² / (n₁ n₂ m₁ m₀) (Yates 1934). */
  readonly yates: number;
  /** G = 2 Σ O ln(O / E). */
  readonly likelihood: number;
}

/**
 * @param a - of n₁ in the first row, and c of n₂ in the second
 * @returns zeros where nobody or everybody is counted: there is nothing to compare
 */
export function chiSquared2x2(a: number, n1: number, c: number, n2: number): ChiSquared2x2 {
  const b = n1 - a, d = n2 - c, n = n1 + n2, yes = a + c, no = b + d;
  if (yes === 0 || no === 0) return { plain: 0, yates: 0, likelihood: 0 };
  const cross = Math.abs(a * d - b * c);
  const scale = n / (n1 * n2 * yes * no);
  const part = (seen: number, row: number, column: number): number => (seen === 0 ? 0 : seen * Math.log((seen * n) / (row * column)));
  return {
    plain: scale * cross ** 2,
    yates: scale * Math.max(0, cross - n / 2) ** 2,
    likelihood: Math.max(0, 2 * (part(a, n1, yes) + part(b, n1, no) + part(c, n2, yes) + part(d, n2, no))),
  };
}
