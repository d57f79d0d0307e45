// The rows of the meter: each hotspot with its patrol areas, areas that stand by themselves, and all together.

import type { Shape } from "../../../core/geo/types.ts";
import { areaMeter, type Meter, type MeterInput } from "../../../core/hotspots/areas/areaMeter.ts";
import { justOutside } from "../../../core/hotspots/areas/justOutside.ts";
import { nearOutside } from "../../../core/hotspots/areas/nearOutside.ts";
import { groundOf } from "../../../core/plan/groundOf.ts";
import type { Plan } from "../../../core/plan/plan.ts";

export interface MeterRow extends Meter {
  /** null: all together. */
  readonly id: string | null;
  readonly name: string;
  /** A patrol area of the hotspot above it. */
  readonly isPart: boolean;
  /** Incidents within the distance of it and in no hotspot or patrol area. */
  readonly outside: number;
}

/** @param metres - how far "just outside" reaches */
export function meterRows({ hotspots, patrolAreas }: Pick<Plan, "hotspots" | "patrolAreas">, input: Omit<MeterInput, "shapes">, metres: number): MeterRow[] {
  const treated = [...hotspots, ...patrolAreas].map(({ shape }) => shape);
  if (treated.length === 0) return [];
  const near = nearOutside(input.index, treated, metres);
  const row = (id: string | null, name: string, shapes: readonly Shape[], isPart = false): MeterRow => ({
    id, name, isPart, ...areaMeter({ ...input, shapes }), outside: justOutside(input.index, near, shapes).total,
  });
  const areaRows = (owner: string | null): MeterRow[] =>
    patrolAreas.filter(({ hotspot }) => hotspot === owner).map(({ id, name, shape }) => row(id, name, [shape], owner !== null));
  return [
    ...hotspots.flatMap((hotspot) => [row(hotspot.id, hotspot.name, groundOf({ patrolAreas }, hotspot)), ...areaRows(hotspot.id)]),
    ...areaRows(null),
    row(null, "Together", treated),
  ];
}
