// Places by the jurisdiction they lie in, as groups for allocationEffects.

import type { NamedArea } from "../../forecast/evaluate/countsByArea.ts";
import { insideArea } from "../../incidents/insideArea.ts";
import { defineJob } from "../../job.ts";
import { counts, floats, polygonSchema, z } from "../../schema.ts";
import { checkIncidents } from "../../stats/checkIncidents.ts";
import type { Points } from "../points.ts";

export interface PlaceGroup extends Points {
  readonly name: string;
  readonly weight?: Float64Array;
  readonly slot?: Uint32Array;
}

/** One group an area, in their order, and "elsewhere" last where some lie in none; where areas overlap, the first has the place. */
export function groupByArea(areas: readonly NamedArea[], { x, y, weight, slot }: Omit<PlaceGroup, "name">): PlaceGroup[] {
  const tests = areas.map(({ polygons }) => insideArea(polygons));
  const members: number[][] = [...areas, null].map(() => []);
  for (let i = 0; i < x.length; i++) {
    const area = tests.findIndex((inside) => inside(x[i], y[i]));
    members[area < 0 ? areas.length : area].push(i);
  }
  return members.flatMap((rows, area) =>
    area === areas.length && rows.length === 0
      ? []
      : [
          {
            name: areas[area]?.name ?? "elsewhere",
            x: Float64Array.from(rows, (i) => x[i]),
            y: Float64Array.from(rows, (i) => y[i]),
            ...(weight && { weight: Float64Array.from(rows, (i) => weight[i]) }),
            ...(slot && { slot: Uint32Array.from(rows, (i) => slot[i]) }),
          },
        ],
  );
}

/** A million places in a thousand areas take seconds: a job. */
export const placesByArea = defineJob({
  title: "Places by the area that they lie in, as groups for allocationEffects",
  params: z.strictObject({
    areas: z.array(z.strictObject({ name: z.string(), polygons: z.array(polygonSchema) })).min(1),
    x: floats("places, m east"),
    y: floats("the same, m north"),
    weight: floats("what each counts, ≥ 0; 1 where absent").optional(),
    slot: counts("of each, where there are slots").optional(),
  }),
  run({ areas, ...places }): { readonly groups: readonly PlaceGroup[] } {
    checkIncidents(places.x, places.y, places.weight);
    return { groups: groupByArea(areas, places) };
  },
});
