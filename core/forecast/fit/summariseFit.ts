// The chains of a fit together: posterior means with intervals, convergence, all draws.

import type { CovariateParameters } from "../covariates.ts";
import type { Chain } from "./gibbsChain.ts";
import { convergence, parameterColumns, summarise } from "./diagnostics.ts";
import type { Fit, Parameters } from "../forecast.ts";

export function summariseFit(chains: readonly Chain[], preliminary: Parameters | null): Fit {
  const draws = chains.flatMap((chain) => chain.draws);
  const columns = parameterColumns(draws);
  const each = draws.length / chains.length;
  const of = (kind: string) => columns.filter(({ name }) => name.startsWith(kind)).map(({ values }) => summarise(values));
  return {
    alpha: of("alpha"),
    beta: of("beta"),
    weights: of("weight"),
    covariates: of("covariate"),
    draws,
    chains: chains.length,
    preliminary,
    diagnostics: columns.map(({ name, values }) => convergence(name, chains.map((_, c) => values.subarray(c * each, (c + 1) * each)))),
    refined: chains.reduce((sum, { refined }) => sum + refined, 0),
  };
}

/** Θ̃ of (24): the means of the draws. */
export function meanParameters(draws: readonly Parameters[]): Parameters {
  const mean = (of: (draw: Parameters) => readonly number[]): number[] =>
    of(draws[0]).map((_, i) => draws.reduce((sum, draw) => sum + of(draw)[i], 0) / draws.length);
  const places = { alpha: mean(({ alpha }) => alpha), beta: mean(({ beta }) => beta), weights: mean(({ weights }) => weights) };
  const covariates = draws[0].covariates?.map((_, i): CovariateParameters => [
    draws.reduce((sum, draw) => sum + (draw.covariates?.[i][0] ?? 0), 0) / draws.length,
    draws.reduce((sum, draw) => sum + (draw.covariates?.[i][1] ?? 0), 0) / draws.length,
  ]);
  return covariates ? { ...places, covariates } : places;
}
