// The five models of the Delhi paper (Sriram, Sinha and Choudhary, arXiv 2602.23750, section 4, Table 4).

export type ModelNumber = 1 | 2 | 3 | 4 | 5;

export interface Model {
  readonly number: ModelNumber;
  readonly name: string;
  /** One past block, or as many as the request names. */
  readonly onePastBlock: boolean;
  /** Spatial models take only the events of the window they forecast, and no hour of the day. */
  readonly spatial: boolean;
  /** Silverman's rule with Abramson's β = ½ and equal block weights, or the posterior of section 3.2. */
  readonly bandwidths: "silverman" | "bayesian";
}

export const MODELS: Readonly<Record<ModelNumber, Model>> = {
  1: { number: 1, name: "Spatial, one block", onePastBlock: true, spatial: true, bandwidths: "bayesian" },
  2: { number: 2, name: "Space and time, one block", onePastBlock: true, spatial: false, bandwidths: "bayesian" },
  3: { number: 3, name: "Space and time, Silverman's rule", onePastBlock: false, spatial: false, bandwidths: "silverman" },
  4: { number: 4, name: "Spatial, block-weighted", onePastBlock: false, spatial: true, bandwidths: "bayesian" },
  5: { number: 5, name: "Space and time, block-weighted", onePastBlock: false, spatial: false, bandwidths: "bayesian" },
};
