// A good allocation made better: greedy adding, then the vehicles of one neighbourhood taken away and posted anew, again and again.

import { createPostingTally } from "../posting/postingTally.ts";
import type { Random } from "../../stats/random.ts";
import type { CoveringProblem } from "./coveringReduction.ts";
import { setOf, transposeSets } from "./coverSets.ts";

export interface CoveringSearch {
  /** Takes over these posts as far as the rules allow, and completes them by greedy adding. */
  begin(posts: ArrayLike<number>): void;
  /** So many times (fewer where sets are large) takes away a neighbourhood and posts it anew, and keeps what is no worse. */
  improve(rounds: number, random: Random): void;
  /** Of the allocation as it stands. */
  posts(): number[];
  value(): number;
}

/** Most vehicles taken away at once. */
const MOST_AWAY = 8;
/** Steps of work that a round may take on average. */
const ROUND_WORK = 300_000;
/** Largest share of a gain that noisy adding overlooks. */
const MOST_NOISE = 0.3;

/**
 * Greedy adding (Church and ReVelle 1974) and large neighbourhood search (Shaw 1998): a vehicle and some of its nearest are taken
 * away, posted anew by greedy adding with random discounts on the gains, and exchanged one at a time for better posts about that place
 * (Teitz and Bart 1968). Needs no more than the weight each post would add, kept true move by move.
 */
export function createCoveringSearch({ weight, covers, limits }: CoveringProblem): CoveringSearch {
  const postCount = limits.siteOf.length;
  const { sites, siteOf } = limits;
  const coveredBy = transposeSets(covers, weight.length);
  const times = new Int32Array(weight.length); // how many chosen posts cover each demand
  const gain = new Float64Array(postCount); // weight a post would add
  for (let post = 0; post < postCount; post++) for (const i of setOf(covers, post)) gain[post] += weight[i];
  const negligible = weight.reduce((sum, w) => sum + w, 0) * 1e-12;
  const tally = createPostingTally(limits);
  const fleet = limits.vehicles.reduce((sum, most) => sum + most, 0);
  const chosen: number[] = [];
  /** Moves of the round, to be undone: a post where a vehicle was added, or ~post where one was taken away. */
  const moves: number[] = [];
  let value = 0, work = 0;

  /** Changes only where a demand's cover goes 0 ↔ 1. */
  function change(post: number, by: 1 | -1): void {
    const { starts, members } = covers;
    work += starts[post + 1] - starts[post];
    for (let k = starts[post]; k < starts[post + 1]; k++) {
      const i = members[k], before = times[i];
      times[i] = before + by;
      if (before !== 0 && before + by !== 0) continue;
      const change = by * weight[i];
      value += change;
      work += coveredBy.starts[i + 1] - coveredBy.starts[i];
      for (let q = coveredBy.starts[i]; q < coveredBy.starts[i + 1]; q++) gain[coveredBy.members[q]] -= change;
    }
  }
  function add(post: number): void {
    change(post, 1);
    tally.add(post);
    chosen.push(post);
    moves.push(post);
  }
  function takeAway(slot: number): number {
    const post = chosen[slot];
    chosen[slot] = chosen[chosen.length - 1];
    chosen.pop();
    change(post, -1);
    tally.remove(post);
    moves.push(~post);
    return post;
  }
  function undo(): void {
    while (moves.length > 0) {
      const move = moves.pop()!;
      if (move >= 0) takeAway(chosen.indexOf(move));
      else add(~move);
      moves.pop();
    }
  }

  /** The post that adds most, of those that the rules allow; −1 where none adds anything. */
  function best(discount: (() => number) | null): number {
    let winner = -1, most = negligible;
    work += postCount;
    for (let post = 0; post < postCount; post++) {
      if (gain[post] <= most) continue;
      const worth = discount ? gain[post] * discount() : gain[post];
      if (worth > most && tally.canAdd(post)) {
        winner = post;
        most = worth;
      }
    }
    return winner;
  }
  function fill(discount: (() => number) | null): void {
    while (chosen.length < fleet) {
      const post = best(discount);
      if (post < 0) break;
      add(post);
    }
    // Nothing more to gain: only the vehicles that the rules ask for.
    for (let post = 0; post < postCount && tally.lacking() > 0; post++) {
      if (!tally.canAdd(post)) continue;
      const lacking = tally.lacking();
      add(post);
      if (tally.lacking() === lacking) takeAway(chosen.length - 1);
      else post--;
    }
  }

  const squared = (a: number, b: number): number => (sites.x[siteOf[a]] - sites.x[siteOf[b]]) ** 2 + (sites.y[siteOf[a]] - sites.y[siteOf[b]]) ** 2;

  const noisy = (random: Random): (() => number) => {
    const noise = MOST_NOISE * random.uniform();
    return () => 1 - noise * random.uniform();
  };

  function round(random: Random): void {
    moves.length = 0;
    const before = value;
    const centre = chosen[random.integer(chosen.length)];
    const many = Math.min(chosen.length, 2 + random.integer(MOST_AWAY - 1));
    const near = chosen.map((post) => ({ post, far: squared(post, centre) * (0.5 + random.uniform()) })).sort((a, b) => a.far - b.far);
    for (let k = 0; k < many; k++) takeAway(chosen.indexOf(near[k].post));
    fill(random.uniform() < 0.8 ? noisy(random) : null);
    // Exchanges about the place, until none gains.
    const reach = near[Math.min(near.length, 2 * many) - 1].far;
    for (let gained = true; gained; ) {
      gained = false;
      for (const post of chosen.filter((each) => squared(each, centre) <= reach)) {
        const had = value;
        takeAway(chosen.indexOf(post));
        fill(null);
        if (value > had + negligible) gained = true;
      }
    }
    if (value < before - negligible) undo();
  }

  return {
    begin(posts) {
      while (chosen.length > 0) takeAway(chosen.length - 1);
      for (let k = 0; k < posts.length; k++) if (tally.canAdd(posts[k])) add(posts[k]);
      fill(null);
    },
    improve(rounds, random) {
      const until = work + rounds * ROUND_WORK;
      for (let k = 0; k < rounds && work < until && chosen.length > 0; k++) round(random);
    },
    posts: () => [...chosen],
    value: () => value,
  };
}
