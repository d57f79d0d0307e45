// Whether the chains agree and how many independent draws they are worth.

import { quantile } from "../../stats/quantile.ts";
import type { Diagnostic, Parameters, Summary } from "../forecast.ts";

/** Mean, standard deviation (n − 1) and the 2.5 and 97.5 % quantiles of type 7. */
export function summarise(values: Float64Array): Summary {
  const n = values.length;
  const mean = average(values);
  const sd = n > 1 ? Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1)) : 0;
  const sorted = values.slice().sort();
  return { mean, sd, q025: quantile(sorted, 0.025), q975: quantile(sorted, 0.975) };
}

/**
 * Split R̂ (Gelman et al., Bayesian Data Analysis, 3rd ed., 11.4) and the effective sample size by Geyer's initial
 * monotone sequence over the split chains (11.5; as in Stan). `chains` of the same length, 4 or more.
 * null where a parameter does not vary, or there are too few draws.
 */
export function convergence(name: string, chains: readonly Float64Array[]): Diagnostic {
  const length = Math.floor((chains[0]?.length ?? 0) / 2);
  if (length < 2) return { name, rhat: null, ess: null };
  const halves = chains.flatMap((chain) => [chain.subarray(0, length), chain.subarray(chain.length - length)]);
  const means = halves.map(average);
  const variances = halves.map((half, i) => half.reduce((sum, v) => sum + (v - means[i]) ** 2, 0) / (length - 1));
  const within = average(variances);
  if (!(within > 0)) return { name, rhat: null, ess: null };
  const grand = average(means);
  const between = means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0) / (halves.length - 1);
  const variance = ((length - 1) / length) * within + between;
  const rhat = Math.sqrt(variance / within);
  const correlation = (lag: number): number => {
    const covariance = average(
      halves.map((half, i) => {
        let sum = 0;
        for (let t = lag; t < length; t++) sum += (half[t] - means[i]) * (half[t - lag] - means[i]);
        return sum / length;
      }),
    );
    return 1 - (within - covariance) / variance;
  };
  const total = halves.length * length;
  let time = -1;
  let last = Infinity;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = Math.min(last, (lag === 0 ? 1 : correlation(lag)) + correlation(lag + 1));
    if (pair < 0) break;
    time += 2 * pair;
    last = pair;
  }
  return { name, rhat, ess: Math.min(total * Math.log10(total), total / Math.max(time, 1 / Math.log10(total))) };
}

/** One column of draws for each scalar parameter of chains that follow each other. */
export function parameterColumns(draws: readonly Parameters[]): { readonly name: string; readonly values: Float64Array }[] {
  const first = draws[0];
  const column = (name: string, of: (draw: Parameters) => number) => ({ name, values: Float64Array.from(draws, of) });
  return [
    ...first.alpha.map((_, i) => column(`alpha${i + 1}`, ({ alpha }) => alpha[i])),
    ...first.beta.map((_, i) => column(`beta${i + 1}`, ({ beta }) => beta[i])),
    ...first.weights.map((_, i) => column(`weight${i + 1}`, ({ weights }) => weights[i])),
    ...(first.covariates ?? []).flatMap((_, i) => [
      column(`covariate${i + 1}`, ({ covariates }) => covariates?.[i][0] ?? 0),
      column(`covariateBeta${i + 1}`, ({ covariates }) => covariates?.[i][1] ?? 0),
    ]),
  ];
}

const average = (values: Float64Array | readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};
