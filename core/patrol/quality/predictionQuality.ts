// How well predicted surfaces ranked the tiles: AUC over the whole city, and over the part of it that a fleet can cover.

import { InputError } from "../../errors.ts";
import { type BootstrapInterval, bootstrapMean } from "../../forecast/evaluate/bootstrap.ts";
import { areaUnderUpTo, eventAreaCurve } from "../../forecast/evaluate/eventArea.ts";
import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { createRandom } from "../../stats/random.ts";
import { coverSets } from "../covering/coverSets.ts";
import type { Points } from "../points.ts";

export interface PredictionQuality {
  /** Area under the event-area curve: mean over slots with events, 95 % bootstrap interval over them; null without events. */
  readonly auc: BootstrapInterval | null;
  /** One a fleet, in their order. */
  readonly truncated: readonly {
    readonly vehicles: number;
    /** Share of the tiles that the fleet can cover at most. */
    readonly coverable: number;
    /** Area under the curve up to that share, divided by that share: the mean share of events in the 0 … coverable highest tiles. */
    readonly auc: BootstrapInterval | null;
  }[];
}

/** min(1, vehicles × most tiles within the radius of one of them ÷ tiles): what limits coverage however well one predicts. */
export function coverableShare(tiles: Points, radius: number, vehicles: number): number {
  const { starts } = coverSets(tiles, tiles, radius);
  let most = 0;
  for (let tile = 0; tile + 1 < starts.length; tile++) most = Math.max(most, starts[tile + 1] - starts[tile]);
  return Math.min(1, (vehicles * most) / tiles.x.length);
}

/**
 * Brandt et al. (2022), section 5: "limiting the AUC calculation only to the share of the city that can theoretically be covered"
 * brings prediction and decision quality in line. Not said there, chosen here: that share is the fleet times the tiles within
 * the radius of a tile's centre, overlaps not counted, and the area is divided by the share, so that 1 remains the best.
 */
export const predictionQuality = defineJob({
  title: "Prediction quality of surfaces: AUC, and AUC truncated to the share of the city that a fleet can cover",
  params: z.strictObject({
    x: floats("tile centres, m east"),
    y: floats("the same, m north"),
    surfaces: floats("(slots × tiles), the prediction of tile c in slot t at t × tiles + c; only their order within a slot matters"),
    counts: floats("(slots × tiles), events that happened"),
    fleets: z.array(z.int().positive()).min(1).max(100).describe("numbers of vehicles"),
    radius: z.number().positive().describe("a tile is covered within this distance of a vehicle, m"),
    seed: z.int().nonnegative().optional().describe("of the bootstrap; 1 where absent"),
  }),
  run({ x, y, surfaces, counts, fleets, radius, seed = 1 }): PredictionQuality {
    const tiles = x.length;
    if (tiles === 0 || y.length !== tiles) throw new InputError(`x has ${tiles} values and y ${y.length}; give one of each for every tile, and at least one.`);
    if (surfaces.length === 0 || surfaces.length % tiles > 0 || counts.length !== surfaces.length)
      throw new InputError(`surfaces has ${surfaces.length} values and counts ${counts.length}; give both the same number, a multiple of the ${tiles} tiles.`);
    const curves = Array.from({ length: surfaces.length / tiles }, (_, slot) => {
      const [values, happened] = [surfaces, counts].map((column) => column.subarray(slot * tiles, (slot + 1) * tiles));
      return eventAreaCurve(values, happened);
    });
    const random = createRandom(seed);
    return {
      auc: bootstrapMean(curves.map(({ auc }) => auc), random.stream("auc")),
      truncated: fleets.map((vehicles) => {
        const coverable = coverableShare({ x, y }, radius, vehicles);
        const values = curves.map((curve) => {
          const under = areaUnderUpTo(curve, coverable);
          return under === null ? null : under / coverable;
        });
        return { vehicles, coverable, auc: bootstrapMean(values, random.stream("auc")) };
      }),
    };
  },
});
