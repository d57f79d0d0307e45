// What an allocation is optimised for, as a number to read: from the unit of its job to a share or metres.

import type { Objective } from "../core/patrol/prepareAllocation.ts";
import { postingOf, type ShownAllocation } from "./shownAllocation.ts";
import { decimal, percent } from "./ui/format.ts";

export interface Measure {
  readonly name: string;
  readonly formula: string;
  readonly better: "higher" | "lower";
  /** @param amount - in the unit of the job @param total - Σ of the weights */
  read(amount: number, total: number): number;
  words(read: number): string;
}

const mean = (amount: number, total: number): number => (total > 0 ? amount / total : 0);
/** Bound and objective are often less than a metre apart. */
const asMetres = (read: number): string => `${decimal(read, 1)} m`;

export const MEASURES: { readonly [Name in Objective]: Measure } = {
  coverage: {
    name: "Covered",
    formula:
      "Maximal covering (Church and ReVelle 1974; Brandt et al. 2022, (1) to (3)): max Σ δₗ wₗ ÷ Σ δₗ, wₗ = 1 where a vehicle stands within reach, from tile centre to tile centre, the boundary included.",
    better: "higher",
    read: mean,
    words: (read) => percent(read, 2),
  },
  distance: {
    name: "Mean distance",
    formula: "p-median (Hakimi 1964): min Σ δₗ d(l, nearest vehicle) ÷ Σ δₗ, in metres from tile centre to tile centre; with kinds, distances are divided by the kind’s speed.",
    better: "lower",
    read: mean,
    words: asMetres,
  },
  targets: {
    name: "Mean distance in steps",
    formula:
      "Distance targets (Brandt et al. 2022, (4) to (6)): min Σᵣ aᵣ Σ δₗ wₗᵣ ÷ Σ δₗ, wₗᵣ = 1 where no vehicle stands within target r of tile l, aᵣ the metres from target r to the next: the mean distance, each rounded up to the next target.",
    better: "lower",
    read: mean,
    words: asMetres,
  },
  centre: {
    name: "Longest distance",
    formula: "p-centre (Hakimi 1964): min max d(l, nearest vehicle) over the tiles with demand, in metres from tile centre to tile centre.",
    better: "lower",
    read: (amount) => amount,
    words: asMetres,
  },
};

/** What the allocation as it stands is worth, in the unit of its job: also where a person has moved a vehicle. */
export function objectiveOf({ request, proof, value }: Pick<ShownAllocation, "request" | "proof" | "value">): number {
  const { weight, totalWeight } = postingOf(request);
  const { objective, targets } = request.plan;
  switch (objective) {
    case "coverage":
      return value.coverage * totalWeight;
    case "distance":
      return value.meanDistance * totalWeight;
    case "centre":
      return value.longestDistance;
    case "targets": {
      const steps = proof?.targetWeights ?? [];
      const cost = (distance: number): number => targets.reduce((sum, target, r) => sum + (distance > target ? (steps[r] ?? 0) : 0), 0);
      return value.distances.reduce((sum, distance, i) => sum + weight[i] * cost(distance), 0);
    }
  }
}
