// How good an allocation was for the crime that then happened: the share within reach of a vehicle, and the mean distance to one.

import { InputError } from "../../errors.ts";
import { type BootstrapInterval, bootstrapSums, ratioOf } from "../../forecast/evaluate/bootstrap.ts";
import { defineJob } from "../../job.ts";
import { counts, floats, z } from "../../schema.ts";
import { quantile } from "../../stats/quantile.ts";
import { createRandom } from "../../stats/random.ts";
import { exactSum } from "../exactSum.ts";
import { nearestVehicles } from "./nearestVehicles.ts";
import { sumByBlock } from "./sumByBlock.ts";
import { vehicleParams, vehiclesOf } from "./vehicleParams.ts";

/** Numbers are null where no crime could be judged. */
export interface DecisionQuality {
  /** Q¹: share of crimes within the radius of a vehicle of their slot. */
  readonly coverage: number | null;
  /** Q²: mean distance from a crime to the nearest vehicle of its slot, m. */
  readonly meanDistance: number | null;
  readonly medianDistance: number | null;
  readonly longestDistance: number | null;
  /** 95 % bootstrap intervals, over slots with crimes where slots are given, else over crimes. */
  readonly coverageInterval: BootstrapInterval | null;
  readonly distanceInterval: BootstrapInterval | null;
  /** Crimes judged. */
  readonly crimes: number;
  /** Crimes in slots in which no vehicle is posted: left out of all the numbers above. */
  readonly withoutVehicles: number;
}

/**
 * Brandt et al. (2022), section 3.3: Q¹ = Σ_c γ_c / |C|, γ_c = 1 where min d(l_c, l) ≤ ω over the vehicles of the crime's slot, and
 * Q² = Σ_c min d(l_c, l) / |C|, m; vehicles at the centres of their tiles, crimes at their own coordinates. Slots are what
 * repeats, so the bootstrap draws slots; a slot with more crimes counts for more, as in the sums.
 */
export const decisionQuality = defineJob({
  title: "Decision quality of an allocation: share of crimes within reach of a vehicle (Q1) and mean distance to one (Q2)",
  params: z.strictObject({
    ...vehicleParams,
    crimeX: floats("crimes that happened, m east"),
    crimeY: floats("the same, m north"),
    crimeSlot: counts("the slot of each crime; with chosenSlot, only vehicles of its slot count").optional(),
    seed: z.int().nonnegative().optional().describe("of the bootstrap; 1 where absent"),
  }),
  run({ crimeX: x, crimeY: y, crimeSlot: slot, seed = 1, radius, ...chosen }): DecisionQuality {
    const vehicles = vehiclesOf({ ...chosen, radius });
    if (y.length !== x.length || (slot && slot.length !== x.length))
      throw new InputError(`crimeX has ${x.length} values, crimeY ${y.length}${slot ? ` and crimeSlot ${slot.length}` : ""}; give one of each for every crime.`);
    if (vehicles.slot && !slot) throw new InputError("The vehicles have slots and the crimes have none; give crimeSlot too, or leave chosenSlot out.");
    const nearest = nearestVehicles(vehicles, { x, y }, slot, radius);
    const judged = Uint32Array.from(x, (_, i) => i).filter((i) => nearest.distance[i] < Infinity);
    const distance = Float64Array.from(judged, (i) => nearest.distance[i]);
    const covered = Float64Array.from(judged, (i) => nearest.covered[i]);
    const sorted = distance.toSorted();
    const crimes = judged.length;
    const sum = sumByBlock(slot && judged.map((i) => slot[i]), crimes);
    const blocks = [covered, distance, new Uint8Array(crimes).fill(1)].map((column) => sum(column));
    const [coverageInterval, distanceInterval] = bootstrapSums(blocks, [(sums) => ratioOf(sums[0], sums[2]), (sums) => ratioOf(sums[1], sums[2])], createRandom(seed));
    return {
      coverage: ratioOf(exactSum(covered), crimes),
      meanDistance: ratioOf(exactSum(distance), crimes),
      medianDistance: crimes === 0 ? null : quantile(sorted, 0.5),
      longestDistance: crimes === 0 ? null : sorted[crimes - 1],
      coverageInterval,
      distanceInterval,
      crimes,
      withoutVehicles: x.length - crimes,
    };
  },
});
