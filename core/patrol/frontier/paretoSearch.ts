// Good trade-offs between two known ones, by exchanging one vehicle at a time.

import { createPostingTally } from "../posting/postingTally.ts";
import { exchanges } from "./exchanges.ts";
import type { TradeOff } from "./tradeOff.ts";
import type { TradeOffModel } from "./tradeOffModel.ts";

export interface PostedTradeOff extends TradeOff {
  /** Indices of posts, ascending. */
  readonly posts: Uint32Array;
}

/** At most so many steps of coverage are told apart between the ends, so that the archive stays small (Laumanns et al. 2002). */
const STEPS = 40;
/** Pairs of demand point and post looked at; then the search stops, wherever it is run. */
const WORK = 5e8;

/**
 * Pareto local search (Paquete, Chiarandini and Stützle 2004): the exchanges of every allocation in an archive of those that none
 * known dominates, until all are explored or the work is done.
 * @param ends - the nearest allocation and the one that covers most; nothing beyond them is looked for
 */
export function paretoSearch(model: TradeOffModel, ends: readonly [PostedTradeOff, PostedTradeOff], progress: (fraction: number) => void): PostedTradeOff[] {
  const { limits } = model.posting;
  const [{ coverage: low }, { coverage: high }] = ends;
  // The last step is the upper end itself.
  const stepOf = (coverage: number): number => (coverage >= high ? STEPS : Math.floor((STEPS * (coverage - low)) / (high - low)));
  const archive: (PostedTradeOff | undefined)[] = Array.from({ length: STEPS + 1 });
  const queue: PostedTradeOff[] = [];
  /** Least mean distance known for each step or any beyond it. */
  const least = new Float64Array(STEPS + 1).fill(Infinity);

  const offer = (found: PostedTradeOff): void => {
    const step = stepOf(found.coverage);
    if (found.coverage < low || !(found.meanDistance < least[step])) return;
    for (let s = step; s >= 0 && least[s] > found.meanDistance; s--) least[s] = found.meanDistance;
    archive[step] = found;
    queue.push(found);
  };
  for (const end of ends) offer(end);
  const most = Math.max(2, Math.floor(WORK / model.costs.values.length));
  for (let explored = 0; explored < most && queue.length > 0; ) {
    const from = queue.shift()!;
    if (archive[stepOf(from.coverage)] !== from) continue;
    explored++;
    progress(explored / most);
    const tally = createPostingTally(limits);
    for (const post of from.posts) tally.add(post);
    const best = new Float64Array(STEPS + 1).fill(Infinity);
    const moves: ({ readonly k: number; readonly into: number } | undefined)[] = Array.from({ length: STEPS + 1 });
    exchanges(model, from.posts, (k, into, coverage, meanDistance) => {
      if (coverage < low) return;
      const step = stepOf(coverage);
      if (!(meanDistance < least[step] && meanDistance < best[step])) return;
      if (k < 0 ? !tally.canAdd(into) : !tally.canSwap(from.posts[k], into)) return;
      best[step] = meanDistance;
      moves[step] = { k, into };
    });
    for (const move of moves) {
      if (!move) continue;
      const posts = Uint32Array.from([...from.posts.filter((_, k) => k !== move.k), move.into]).sort();
      offer({ posts, ...model.value(posts) });
    }
  }
  return archive.filter((found) => found !== undefined);
}
