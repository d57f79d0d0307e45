// Who an allocation covers more and whom less: its effect on each offence, jurisdiction or population group against the whole.

import { InputError } from "../../errors.ts";
import { type BootstrapInterval, bootstrapSums, ratioOf } from "../../forecast/evaluate/bootstrap.ts";
import { defineJob } from "../../job.ts";
import { counts, floats, z } from "../../schema.ts";
import { checkIncidents } from "../../stats/checkIncidents.ts";
import { createRandom, type Random } from "../../stats/random.ts";
import { exactSum } from "../exactSum.ts";
import type { Points } from "../points.ts";
import { nearestVehicles, type PostedVehicles } from "./nearestVehicles.ts";
import { sumByBlock } from "./sumByBlock.ts";
import { vehicleParams, vehiclesOf } from "./vehicleParams.ts";

/** Of weighted places; numbers are null where there is no weight. */
export interface Effect {
  readonly name: string;
  /** Sum of the weights that could be judged, in the unit they came in: crimes, harm, inhabitants. */
  readonly weight: number;
  /** Share of the weight within the radius of a vehicle. */
  readonly coverage: number | null;
  /** Weighted mean distance to the nearest vehicle, m. */
  readonly meanDistance: number | null;
}

export interface GroupEffect extends Effect {
  /** The group's number minus the whole's, with the whole counting the group too; above 0: more covered than the average. */
  readonly coverageDifference: number | null;
  readonly coverageRatio: number | null;
  /** m; above 0: further from a vehicle than the average. */
  readonly distanceDifference: number | null;
  readonly distanceRatio: number | null;
  /** 95 % bootstrap intervals of both differences where the places are crimes. */
  readonly coverageInterval: BootstrapInterval | null;
  readonly distanceInterval: BootstrapInterval | null;
}

export interface AllocationEffects {
  readonly whole: Effect;
  /** In the order given. */
  readonly groups: readonly GroupEffect[];
  /** Weight in slots in which no vehicle is posted: left out. */
  readonly withoutVehicles: number;
}

const groupSchema = z.strictObject({
  name: z.string(),
  x: floats("m east"),
  y: floats("m north"),
  weight: floats("what each place counts, ≥ 0; 1 where absent").optional(),
  slot: counts("of each crime, where vehicles have slots").optional(),
});

/**
 * Coverage and mean distance as in Brandt et al. (2022), section 3.3, weighted, for each group and for all of them together: the
 * external effects of section 5.1. Inhabitants are there in every slot: their numbers are means over the vehicles' slots. The
 * bootstrap draws slots (or crimes, where there are no slots), group and whole from the same draw.
 */
export const allocationEffects = defineJob({
  title: "Who an allocation covers more and whom less: offences, jurisdictions or population groups against the whole",
  params: z.strictObject({
    ...vehicleParams,
    kind: z.enum(["crimes", "population"]).describe("crimes have slots and intervals; a population is there in every slot"),
    groups: z.array(groupSchema).min(1).max(1000).describe("groups of places; the whole is all of them together"),
    seed: z.int().nonnegative().optional().describe("of the bootstrap; 1 where absent"),
  }),
  run({ kind, groups, radius, seed = 1, ...chosen }): AllocationEffects {
    const vehicles = vehiclesOf({ ...chosen, radius });
    const places = together(groups);
    if (kind === "crimes" && vehicles.slot && !places.slot) throw new InputError("The vehicles have slots and the crimes have none; give each group's slot too, or leave chosenSlot out.");
    const service = kind === "crimes" ? nearestVehicles(vehicles, places, places.slot, radius) : meanOverSlots(vehicles, places, radius);
    // [weight, weight × covered, weight × distance] of each place; nothing in slots without a vehicle.
    const served = Float64Array.from(places.weight, (w, i) => (service.distance[i] < Infinity ? w : 0));
    const columns = [served, served.map((w, i) => w * service.covered[i]), served.map((w, i) => (w > 0 ? w * service.distance[i] : 0))];
    const whole = effectOf("all together", columns);
    let end = 0;
    const ranges = groups.map(({ x }): [start: number, end: number] => [end, (end += x.length)]);
    const intervals = kind === "crimes" ? differences(columns, ranges, places.slot, createRandom(seed)) : [];
    return {
      whole,
      groups: groups.map(({ name }, g): GroupEffect => {
        const effect = effectOf(name, columns.map((column) => column.subarray(...ranges[g])));
        return {
          ...effect,
          coverageDifference: minus(effect.coverage, whole.coverage),
          coverageRatio: by(effect.coverage, whole.coverage),
          distanceDifference: minus(effect.meanDistance, whole.meanDistance),
          distanceRatio: by(effect.meanDistance, whole.meanDistance),
          coverageInterval: intervals[2 * g] ?? null,
          distanceInterval: intervals[2 * g + 1] ?? null,
        };
      }),
      withoutVehicles: exactSum(places.weight) - whole.weight,
    };
  },
});

interface Places extends Points {
  readonly weight: Float64Array;
  readonly slot: Uint32Array | undefined;
}

function together(groups: readonly z.output<typeof groupSchema>[]): Places {
  for (const { x, y, weight, slot } of groups) {
    checkIncidents(x, y, weight);
    if (slot && slot.length !== x.length) throw new InputError(`slot has ${slot.length} values and x ${x.length}; give both the same number.`);
  }
  const column = (of: (group: (typeof groups)[number]) => Float64Array): Float64Array => Float64Array.from(groups.flatMap((group) => [...of(group)]));
  const slots = groups.flatMap(({ slot }) => (slot ? [...slot] : []));
  const x = column((group) => group.x);
  if (slots.length > 0 && slots.length < x.length) throw new InputError("Some groups have slots and some have none; give slot for all of them or for none.");
  return { x, y: column((group) => group.y), weight: column((group) => group.weight ?? group.x.map(() => 1)), slot: slots.length > 0 ? Uint32Array.from(slots) : undefined };
}

/** Of places where people are in every slot: how they are served on average. */
function meanOverSlots(vehicles: PostedVehicles, places: Points, radius: number): { readonly distance: Float64Array; readonly covered: Float64Array } {
  const slots = vehicles.slot ? [...new Set(vehicles.slot)] : [0];
  const distance = new Float64Array(places.x.length), covered = new Float64Array(places.x.length);
  for (const slot of slots) {
    const now = nearestVehicles(vehicles, places, Uint32Array.from(places.x, () => slot), radius);
    for (let i = 0; i < distance.length; i++) {
      distance[i] += now.distance[i] / slots.length;
      covered[i] += now.covered[i] / slots.length;
    }
  }
  return { distance, covered };
}

function effectOf(name: string, columns: readonly Float64Array[]): Effect {
  const [weight, within, walked] = columns.map(exactSum);
  return { name, weight, coverage: ratioOf(within, weight), meanDistance: ratioOf(walked, weight) };
}

/** Intervals of each group's coverage, then distance, minus the whole's. */
function differences(columns: readonly Float64Array[], ranges: readonly [number, number][], slot: Uint32Array | undefined, random: Random): (BootstrapInterval | null)[] {
  const sum = sumByBlock(slot, columns[0].length);
  const own = ranges.flatMap(([start, end]) => columns.map((column) => sum(column.subarray(start, end), start)));
  const last = own.length;
  const statistics = ranges.flatMap((_, g) =>
    [1, 2].map((k) => (sums: Float64Array) => minus(ratioOf(sums[3 * g + k], sums[3 * g]), ratioOf(sums[last + k], sums[last]))),
  );
  return bootstrapSums([...own, ...columns.map((column) => sum(column))], statistics, random);
}

const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
const by = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : ratioOf(a, b));
