// The job behind "what would the best move be?": for each vehicle of an allocation the best place to move it to alone.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { counts, z } from "../../schema.ts";
import { createPosting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { reachOf } from "../reach.ts";
import { exchangeGains, type MoveCost } from "./exchangeGains.ts";

export interface BestMoves {
  /** For each vehicle the best site to move it to while the others stay; its own where no move gains. */
  readonly to: Uint32Array;
  /** What that move gains: m of mean distance, or share of the demand covered; 0 where none gains. */
  readonly gain: Float64Array;
  /** The vehicle whose move gains most; null where no single move gains. */
  readonly best: number | null;
}

export const bestMoves = defineJob({
  title: "For each vehicle of an allocation the best single move, and what it gains",
  params: z.strictObject({
    ...postingParams,
    chosen: counts("the allocation: the site of each vehicle"),
    kindOf: counts("and the index of its kind; 0 where absent").optional(),
    objective: z.enum(["distance", "coverage"]).describe("mean distance to the nearest vehicle, or share of the demand within the radius"),
    radius: z.number().positive().optional().describe("m, for kinds without one of their own; needed for coverage"),
  }),
  run({ chosen, kindOf = chosen.map(() => 0), objective, radius, ...params }): BestMoves {
    const posting = createPosting(params, radius);
    const { kinds, totalWeight, sites } = posting;
    if (kindOf.length !== chosen.length) throw new InputError(`kindOf has ${kindOf.length} values and chosen ${chosen.length}; give both the same number.`);
    const unknown = chosen.find((site) => site >= sites.x.length);
    if (unknown !== undefined) throw new InputError(`chosen names site ${unknown}; there are ${sites.x.length}, counted from 0.`);
    kinds.forEach(({ name, vehicles }, kind) => {
      const used = kindOf.filter((k) => k === kind).length;
      if (used > vehicles) throw new InputError(`chosen has ${used} of the kind "${name}" and there are ${vehicles}; take some out.`);
    });
    const stray = kindOf.find((kind) => kind >= kinds.length);
    if (stray !== undefined) throw new InputError(`kindOf names kind ${stray}; there are ${kinds.length}, counted from 0.`);
    const without = kinds.find((kind) => kind.radius === undefined);
    if (objective === "coverage" && without) throw new InputError(`The kind "${without.name}" has no radius; give it one, or a radius for all.`);
    const reach = kinds.map((kind) => reachOf(kind.radius ?? 0));
    const cost: MoveCost =
      objective === "distance"
        ? { of: (d, kind) => d / kinds[kind].speed, reach: (c, kind) => c * kinds[kind].speed }
        : { of: (d, kind) => (d <= reach[kind] ? 0 : 1), reach: (c, kind) => (c > 0 ? reach[kind] : 0) };
    const moves = exchangeGains(posting, Array.from(chosen, (site, r) => ({ site, kind: kindOf[r] })), cost);
    const gain = Float64Array.from(moves, ({ saves }) => (totalWeight > 0 ? saves / totalWeight : 0));
    const most = gain.reduce((best, value, r) => (value > (gain[best] ?? 0) ? r : best), -1);
    return { to: Uint32Array.from(moves, ({ site }) => site), gain, best: most < 0 ? null : most };
  },
});
