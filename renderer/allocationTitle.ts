// An allocation in a few words, as results are listed.

import type { AllocationPlan } from "../core/patrol/prepareAllocation.ts";
import { count, metres } from "./ui/format.ts";

const GOALS: { readonly [Name in AllocationPlan["objective"]]: (plan: AllocationPlan) => string } = {
  coverage: ({ kinds, radius }) => (kinds ? ", most within reach" : ` within ${metres(radius)}`),
  distance: () => ", least mean distance",
  targets: () => ", distance targets",
  centre: () => ", least longest distance",
};

/** "10 cars within 500 m". */
export const allocationTitle = (plan: AllocationPlan): string => `${fleetInWords(plan)}${GOALS[plan.objective](plan)}`;

/** "10 cars", "4 car, 6 foot". */
export const fleetInWords = ({ vehicles, kinds }: Pick<AllocationPlan, "vehicles" | "kinds">): string =>
  kinds ? kinds.map((kind) => `${count(kind.vehicles)} ${kind.name}`).join(", ") : `${count(vehicles)} ${vehicles === 1 ? "car" : "cars"}`;
