// What an allocation is optimised for, as a number to read: from the unit of its job to a share or metres.

import { gapOf } from "../core/patrol/posting/allocation.ts";
import { missedTargets } from "../core/patrol/targets/targetWeights.ts";
import type { Objective } from "../core/patrol/prepareAllocation.ts";
import { postingOf, type ShownAllocation } from "./shownAllocation.ts";
import { decimal, percent } from "./ui/format.ts";

type Judged = Pick<ShownAllocation, "request" | "proof">;

export interface Measure {
  readonly name: string;
  readonly formula: string;
  readonly better: "higher" | "lower";
  /** @param amount - in the unit of the job */
  read(amount: number, of: Judged): number;
  words(read: number): string;
}

const mean = (amount: number, { request }: Judged): number => {
  const { totalWeight } = postingOf(request);
  return totalWeight > 0 ? amount / totalWeight : 0;
};
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
    name: "Distance in steps",
    formula:
      "Distance targets (Brandt et al. 2022, (4) to (6)): max Σᵣ aᵣ Σ δₗ wₗᵣ, wₗᵣ = 1 where a vehicle stands within target r of tile l, aᵣ the metres from target r to the next. Shown is what is missing to all targets met, Σᵣ aᵣ − Σᵣ aᵣ Σ δₗ wₗᵣ ÷ Σ δₗ: the mean distance, each rounded up to the next target.",
    better: "lower",
    read: (amount, of) => costOfTargets(of)(Infinity) - mean(amount, of),
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

/** No allocation is better by more than this share. */
export function provedGap(of: Judged): number {
  const { proof, request } = of;
  if (!proof) return 1;
  const { read } = MEASURES[request.plan.objective];
  return gapOf({ objective: read(proof.objective, of), bound: read(proof.bound, of), proven: proof.proven });
}

/** m that a tile's demand misses for each unit, by its distance to the nearest vehicle. */
const costOfTargets = ({ request, proof }: Judged): ((distance: number) => number) =>
  missedTargets(Float64Array.from(request.plan.targets), proof?.targetWeights ?? new Float64Array(request.plan.targets.length));

/** What the allocation as it stands is worth, in the unit of its job: also where a person has moved a vehicle. */
export function objectiveOf(shown: Judged & Pick<ShownAllocation, "value">): number {
  const { request, value } = shown;
  const { weight, totalWeight } = postingOf(request);
  switch (request.plan.objective) {
    case "coverage":
      return value.coverage * totalWeight;
    case "distance":
      return value.meanDistance * totalWeight;
    case "centre":
      return value.longestDistance;
    case "targets": {
      const cost = costOfTargets(shown);
      return totalWeight * cost(Infinity) - value.distances.reduce((sum, distance, i) => sum + weight[i] * cost(distance), 0);
    }
  }
}
