// The likelihood of counts that are Poisson or negative binomial about their means.

/** Rows with the same mean put together: how many, Σ y and Σ y². */
export interface CountCells {
  readonly n: Float64Array;
  readonly y: Float64Array;
  readonly squares: Float64Array;
  /** Rows with a count over j. */
  readonly over: Float64Array;
  /** Σ ln y! over all rows. */
  readonly logFactorials: number;
}

/** @param cell - of each row */
export function countCells(y: Float64Array, cell: Uint32Array, cells: number): CountCells {
  const n = new Float64Array(cells), sums = new Float64Array(cells), squares = new Float64Array(cells);
  let most = 0;
  for (let i = 0; i < y.length; i++) {
    n[cell[i]]++;
    sums[cell[i]] += y[i];
    squares[cell[i]] += y[i] * y[i];
    if (y[i] > most) most = y[i];
  }
  const over = new Float64Array(most);
  for (const value of y) if (value > 0) over[value - 1]++;
  for (let j = most - 2; j >= 0; j--) over[j] += over[j + 1];
  let logFactorials = 0;
  over.forEach((rows, j) => (logFactorials += rows * Math.log(j + 1)));
  return { n, y: sums, squares, over, logFactorials };
}

/**
 * Σ ln P(y | μ, θ), variance μ + μ²/θ ("NB2"): Σ [Σ_{j<y} ln(1 + j/θ) − (θ + y) ln(1 + μ/θ) + y ln μ − ln y!], which needs no gamma
 * function and keeps its digits as θ grows; the Poisson's Σ [y ln μ − μ − ln y!] where θ is null. Linear in y, so that sums suffice.
 */
export function logLikelihood({ n, y, over, logFactorials }: CountCells, logMu: Float64Array, mu: Float64Array, theta: number | null): number {
  let sum = -logFactorials;
  for (let i = 0; i < n.length; i++) sum += (y[i] === 0 ? 0 : y[i] * logMu[i]) - (theta === null ? n[i] * mu[i] : (n[i] * theta + y[i]) * Math.log1p(mu[i] / theta));
  if (theta !== null) for (let j = 0; j < over.length; j++) sum += over[j] * Math.log1p(j / theta);
  return sum;
}

/** First and second derivative of the log-likelihood in ln θ, the means held. */
export function dispersionDerivatives({ n, y, over }: CountCells, mu: Float64Array, theta: number): readonly [first: number, second: number] {
  let s = 0, t = 0;
  for (let j = 0; j < over.length; j++) {
    const part = (over[j] * j) / (theta * (theta + j));
    s -= part;
    t += (part * (2 * theta + j)) / (theta * (theta + j));
  }
  for (let i = 0; i < n.length; i++) {
    const m = mu[i], sum = theta + m;
    s += ((n[i] * theta + y[i]) * m) / (theta * sum) - n[i] * Math.log1p(m / theta);
    t += (m * (n[i] * theta * m - 2 * theta * y[i] - y[i] * m)) / (theta * theta * sum * sum);
  }
  return [theta * s, theta * s + theta * theta * t];
}

/** Σ [(y − μ)² − y]: twice the slope of the log-likelihood in 1/θ at 0. Not over 0: the counts vary no more than the Poisson's. */
export function overdispersion({ n, y, squares }: CountCells, mu: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < n.length; i++) sum += squares[i] - 2 * mu[i] * y[i] + n[i] * mu[i] * mu[i] - y[i];
  return sum;
}

/** Fisher's weights of ln μ, n μ / (1 + μ/θ), and the residuals that go with them, (y − n μ) / (1 + μ/θ). */
export function weightsAndResiduals({ n, y }: CountCells, mu: Float64Array, theta: number | null): { readonly weights: Float64Array; readonly residuals: Float64Array } {
  const weights = new Float64Array(n.length), residuals = new Float64Array(n.length);
  for (let i = 0; i < n.length; i++) {
    const shrink = theta === null ? 1 : 1 / (1 + mu[i] / theta);
    weights[i] = n[i] * mu[i] * shrink;
    residuals[i] = (y[i] - n[i] * mu[i]) * shrink;
  }
  return { weights, residuals };
}
