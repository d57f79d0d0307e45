// What every job that judges an allocation takes: where its vehicles stand, in which slot, and how far each reaches.

import { counts, floats, z } from "../../schema.ts";
import { type PostedVehicles, checkVehicles } from "./nearestVehicles.ts";

/** Spread into a job's `z.strictObject`. */
export const vehicleParams = {
  chosenX: floats("where each vehicle is posted, m east"),
  chosenY: floats("the same, m north"),
  chosenSlot: counts("the slot in which each is posted; always where absent").optional(),
  chosenRadius: floats("how far each reaches, m; `radius` where absent").optional(),
  chosenSpeed: floats("relative to a car; 1 where absent: distances count divided by it").optional(),
  radius: z.number().positive().describe("ω: a place is covered within this distance of a vehicle, the boundary included, m; the paper has 500"),
};

/** @throws InputError for no vehicle or columns that do not match */
export function vehiclesOf({ chosenX, chosenY, chosenSlot, chosenRadius, chosenSpeed }: z.output<z.ZodObject<typeof vehicleParams>>): PostedVehicles {
  const vehicles: PostedVehicles = { x: chosenX, y: chosenY, slot: chosenSlot, radius: chosenRadius, speed: chosenSpeed };
  checkVehicles(vehicles);
  return vehicles;
}
