// The covariates' part of the allocation step: log kernels between a latest event and a past one, scaled by their highest.

import type { OrderedEvents } from "./orderEvents.ts";
import type { Covariate } from "../covariates.ts";
import type { EventColumns } from "../kernel/eventColumns.ts";
import type { Events } from "../events.ts";
import type { Parameters } from "../forecast.ts";

export interface CovariateFactors {
  readonly none: boolean;
  /** Takes the parameters of a sweep. */
  follow(parameters: Parameters): void;
  /** log Π of the kernels of latest event l and the past event at place j of the sampler's order; constants left out. */
  log(l: number, j: number): number;
  /** No product of kernels is above this. */
  highest(): number;
}

export function createCovariateFactors(covariates: readonly Covariate[], columns: EventColumns, events: OrderedEvents, latest: Events): CovariateFactors {
  const values = covariates.map((_, c) => Float64Array.from(events.event, (j) => columns.z[c][j]));
  let parameters: Parameters["covariates"] = [];
  let most = 1;
  const lowest = events.groups.reduce((a, { lowest: low }) => Math.min(a, low), 0);
  const highest = events.groups.reduce((a, { highest: high }) => Math.max(a, high), 0);
  return {
    none: covariates.length === 0,
    follow(given) {
      parameters = given.covariates ?? [];
      most = covariates.reduce((product, covariate, c) => {
        const [first, beta] = parameters?.[c] ?? [1, 0];
        if (covariate.kind === "categorical") return product * Math.max(1 - first, first / (covariate.levels - 1));
        return product * first * Math.exp(Math.max(beta * lowest, beta * highest));
      }, 1);
    },
    log(l, j) {
      let sum = 0;
      for (let c = 0; c < covariates.length; c++) {
        const covariate = covariates[c];
        const [first, beta] = parameters?.[c] ?? [1, 0];
        const d = (latest.z?.[c][l] ?? 0) - values[c][j];
        if (covariate.kind === "categorical") sum += Math.log(d === 0 ? 1 - first : first / (covariate.levels - 1));
        else {
          const inverse = first * Math.exp(beta * events.logA[j]);
          sum += Math.log(inverse) - 0.5 * d * d * inverse * inverse;
        }
      }
      return sum;
    },
    highest: () => most,
  };
}
