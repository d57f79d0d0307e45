// The likelihood of counts that are Poisson or negative binomial about their means.

/** What the likelihood needs of the counts besides each row's own: how often they pass each number. */
export interface CountTails {
  /** Rows with a count over j. */
  readonly over: Float64Array;
  /** Σ ln y!. */
  readonly logFactorials: number;
}

export function countTails(y: Float64Array): CountTails {
  const over = new Float64Array(y.reduce((most, value) => Math.max(most, value), 0));
  for (const value of y) if (value > 0) over[value - 1]++;
  for (let j = over.length - 2; j >= 0; j--) over[j] += over[j + 1];
  let logFactorials = 0;
  over.forEach((rows, j) => (logFactorials += rows * Math.log(j + 1)));
  return { over, logFactorials };
}

/**
 * Σ ln P(y | μ, θ), variance μ + μ²/θ ("NB2"): Σ [Σ_{j<y} ln(1 + j/θ) − (θ + y) ln(1 + μ/θ) + y ln μ − ln y!], which needs no gamma
 * function and keeps its digits as θ grows; the Poisson's Σ [y ln μ − μ − ln y!] where θ is null.
 * @param logMu - ln μ
 */
export function logLikelihood(y: Float64Array, logMu: Float64Array, mu: Float64Array, theta: number | null, { over, logFactorials }: CountTails): number {
  let sum = -logFactorials;
  if (theta === null) {
    for (let i = 0; i < y.length; i++) sum += (y[i] === 0 ? 0 : y[i] * logMu[i]) - mu[i];
    return sum;
  }
  for (let i = 0; i < y.length; i++) sum += (y[i] === 0 ? 0 : y[i] * logMu[i]) - (theta + y[i]) * Math.log1p(mu[i] / theta);
  over.forEach((rows, j) => (sum += rows * Math.log1p(j / theta)));
  return sum;
}

/** First and second derivative of the log-likelihood in ln θ, the means held. */
export function dispersionDerivatives(y: Float64Array, mu: Float64Array, theta: number, { over }: CountTails): readonly [first: number, second: number] {
  let s = 0, t = 0;
  over.forEach((rows, j) => {
    const part = (rows * j) / (theta * (theta + j));
    s -= part;
    t += (part * (2 * theta + j)) / (theta * (theta + j));
  });
  for (let i = 0; i < y.length; i++) {
    const m = mu[i], sum = theta + m;
    s += ((theta + y[i]) * m) / (theta * sum) - Math.log1p(m / theta);
    t += (m * (theta * m - 2 * theta * y[i] - y[i] * m)) / (theta * theta * sum * sum);
  }
  return [theta * s, theta * s + theta * theta * t];
}

/** Σ [(y − μ)² − y]: twice the slope of the log-likelihood in 1/θ at 0. Not over 0: the counts vary no more than the Poisson's. */
export function overdispersion(y: Float64Array, mu: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += (y[i] - mu[i]) ** 2 - y[i];
  return sum;
}
