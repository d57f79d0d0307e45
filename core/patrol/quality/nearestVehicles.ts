// How far each place is from the nearest vehicle posted in its slot, and whether one is within reach.

import { InputError } from "../../errors.ts";
import type { Points } from "../points.ts";
import { reachOf } from "../reach.ts";

/** Vehicles at the centres of their tiles; columns of one length. */
export interface PostedVehicles extends Points {
  /** The slot in which each is posted; all are posted always where absent. */
  readonly slot?: Uint32Array;
  /** m, of each vehicle; one radius for all where absent. */
  readonly radius?: Float64Array;
  /** Relative to a car; 1 where absent. */
  readonly speed?: Float64Array;
}

export interface Nearest {
  /** By distance ÷ speed, m; Infinity where no vehicle is posted. */
  readonly distance: Float64Array;
  /** 1 where a vehicle is within its radius, the boundary included. */
  readonly covered: Uint8Array;
}

/**
 * min over the vehicles of slot t_c of d(l_c, l), and whether it is ≤ ω (Brandt et al. 2022, section 3.3: the formula has ≤ where
 * the text has "less than"); straight-line distance from the vehicle's place to the place itself, m.
 * @param slot - of each place; where it or the vehicles' is absent, the vehicles of all slots count
 * @param radius - ω for vehicles without a radius of their own, m
 */
export function nearestVehicles(vehicles: PostedVehicles, { x, y }: Points, slot: Uint32Array | undefined, radius: number): Nearest {
  const inSlot = slot && vehicles.slot ? vehiclesBySlot(vehicles.slot) : undefined;
  const all = vehicles.x.map((_, v) => v);
  const reach = vehicles.x.map((_, v) => reachOf(vehicles.radius?.[v] ?? radius));
  const distance = new Float64Array(x.length).fill(Infinity);
  const covered = new Uint8Array(x.length);
  for (let i = 0; i < x.length; i++) {
    for (const v of inSlot ? (inSlot.get(slot![i]) ?? []) : all) {
      const d = Math.hypot(vehicles.x[v] - x[i], vehicles.y[v] - y[i]);
      distance[i] = Math.min(distance[i], d / (vehicles.speed?.[v] ?? 1));
      if (d <= reach[v]) covered[i] = 1;
    }
  }
  return { distance, covered };
}

function vehiclesBySlot(slot: Uint32Array): Map<number, number[]> {
  const found = new Map<number, number[]>();
  slot.forEach((s, v) => {
    const vehicles = found.get(s);
    if (vehicles) vehicles.push(v);
    else found.set(s, [v]);
  });
  return found;
}

/** @throws InputError for no vehicle, columns that differ in length, or a radius or speed that is not above 0 */
export function checkVehicles({ x, y, slot, radius, speed }: PostedVehicles): void {
  if (x.length === 0) throw new InputError("There is no vehicle; give the place of at least one.");
  const columns = { chosenY: y, chosenSlot: slot, chosenRadius: radius, chosenSpeed: speed };
  for (const [name, column] of Object.entries(columns))
    if (column && column.length !== x.length) throw new InputError(`chosenX has ${x.length} values and ${name} ${column.length}; give both the same number.`);
  for (const [name, column] of Object.entries({ chosenRadius: radius, chosenSpeed: speed })) {
    const flat = column?.findIndex((value) => value <= 0) ?? -1;
    if (flat >= 0) throw new InputError(`${name}[${flat}] is ${column![flat]}; it must be above 0.`);
  }
}
