// Good allocations in a fraction of a second: vehicles move one at a time to posts nearby, for the worse less and less often.

import { columnBounds } from "../../geo/bounds.ts";
import { createPostingTally } from "../posting/postingTally.ts";
import type { Random } from "../../stats/random.ts";
import type { CoveringProblem } from "./coveringReduction.ts";
import { coverSets, type SetFamily } from "./coverSets.ts";

/** How many posts lie about one, on average. */
const NEARBY = 12;
/** Share of the moves that go anywhere. */
const FAR = 0.1;
/** Temperatures at the start and at the end, in the weight that a vehicle covers on average. */
const [HOT, COLD] = [0.06, 0.008];
/** Moves at one temperature. */
const STAGE = 1000;

export interface CoveringAnnealing {
  /**
   * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) by the exchange of one post for another, accepted with probability
   * min(1, exp(Δ / T)), T falling from stage to stage by the same factor.
   * @param start - posts that keep the rules
   * @returns the best allocation met
   */
  from(start: readonly number[], moves: number, random: Random): number[];
}

export function createCoveringAnnealing({ weight, covers, limits }: CoveringProblem): CoveringAnnealing {
  const { starts, members } = covers;
  const postCount = limits.siteOf.length;
  const about = postsAbout(limits);
  const times = new Int32Array(weight.length); // how many chosen posts cover each demand

  function add(post: number): number {
    let gained = 0;
    for (let k = starts[post]; k < starts[post + 1]; k++) if (times[members[k]]++ === 0) gained += weight[members[k]];
    return gained;
  }
  function takeAway(post: number): number {
    let lost = 0;
    for (let k = starts[post]; k < starts[post + 1]; k++) if (--times[members[k]] === 0) lost += weight[members[k]];
    return lost;
  }

  return {
    from(start, moves, random) {
      const chosen = [...start];
      if (chosen.length === 0 || postCount < 2) return chosen;
      const tally = createPostingTally(limits);
      times.fill(0);
      let value = 0;
      for (const post of chosen) {
        value += add(post);
        tally.add(post);
      }
      let best = [...chosen], most = value;
      const stages = Math.ceil(moves / STAGE);
      const each = value / chosen.length;
      for (let stage = 0; stage < stages; stage++) {
        const temperature = each * HOT * (COLD / HOT) ** (stage / stages);
        for (let move = 0; move < STAGE; move++) {
          const slot = random.integer(chosen.length), out = chosen[slot];
          const near = about.starts[out + 1] - about.starts[out];
          const into = random.uniform() < FAR ? random.integer(postCount) : about.members[about.starts[out] + random.integer(near)];
          if (into === out || !tally.canSwap(out, into)) continue;
          const change = add(into) - takeAway(out);
          if (change < 0 && random.uniform() >= Math.exp(change / temperature)) {
            add(out);
            takeAway(into);
            continue;
          }
          tally.remove(out);
          tally.add(into);
          chosen[slot] = into;
          value += change;
          if (value > most) {
            most = value;
            best = [...chosen];
          }
        }
      }
      return best;
    },
  };
}

/** For each post those of its neighbourhood, itself among them. */
function postsAbout({ sites, siteOf }: CoveringProblem["limits"]): SetFamily {
  const places = { x: Float64Array.from(siteOf, (site) => sites.x[site]), y: Float64Array.from(siteOf, (site) => sites.y[site]) };
  const { minX, minY, maxX, maxY } = columnBounds(places.x, places.y);
  const width = maxX - minX, height = maxY - minY;
  // A disc of this area holds so many posts where they are spread evenly; on a line, so long a stretch.
  const radius = Math.max(Math.sqrt((NEARBY * width * height) / (Math.PI * siteOf.length)), (NEARBY * Math.max(width, height)) / (2 * siteOf.length));
  return coverSets(places, places, radius > 0 ? radius : 1);
}
