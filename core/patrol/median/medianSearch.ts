// Good allocations for the p-median: greedy adding, and fast interchange from any allocation.

import { createPostingTally, type PostingTally } from "../posting/postingTally.ts";
import type { NearOrder } from "./nearOrder.ts";
import type { MedianProblem } from "./solveMedian.ts";

export interface MedianSearch {
  /** Takes over these posts as far as the rules allow, and completes them by greedy adding. */
  begin(posts: ArrayLike<number>): void;
  /** Exchanges one post for another, the best first, until none gains. */
  descend(): void;
  /** Moves the vehicle in a slot to a post, whatever that costs, unless a rule is against it. */
  move(slot: number, post: number): void;
  /** Goes back to an allocation of before. */
  restore(posts: Uint32Array): void;
  /** Of the allocation as it stands: a post a slot, and Σ weight × cost of the nearest. */
  posts(): Uint32Array;
  objective(): number;
}

/** A gain smaller than this share of the objective is rounding. */
const NEGLIGIBLE = 1e-11;

/**
 * Resende and Werneck (2007): for each demand point the nearest and second nearest post (costs d₁, d₂) give
 *   gain(f) = Σ w max(0, d₁ − c_f),  loss(r) = Σ_{nearest is r} w (d₂ − d₁),  extra(f, r) = Σ_{nearest is r, c_f < d₂} w (d₂ − max(c_f, d₁)),
 * and exchanging r for f saves gain(f) − loss(r) + extra(f, r). An exchange changes only the terms of the demand that sees r or f.
 */
export function createMedianSearch({ weight, costs, limits }: MedianProblem, demand: Uint32Array, near: NearOrder): MedianSearch {
  const { columns, values } = costs;
  // Stands for "no second post"; no cost is above it.
  let dearest = 0;
  for (const i of demand) for (let k = i * columns; k < (i + 1) * columns; k++) dearest = Math.max(dearest, values[k]);
  const fleet = limits.vehicles.reduce((sum, count) => sum + count, 0);
  let slots = new Uint32Array();
  let tally: PostingTally;
  let total = 0;
  const nearest = new Int32Array(weight.length), second = new Int32Array(weight.length);
  const d1 = new Float64Array(weight.length), d2 = new Float64Array(weight.length);
  const gain = new Float64Array(columns);
  let loss = new Float64Array(), extra = new Float64Array();

  /** Adds (sign 1) or takes away (−1) the terms of a demand point. */
  function count(i: number, sign: 1 | -1): void {
    const w = sign * weight[i], first = d1[i], next = d2[i], slot = nearest[i];
    loss[slot] += w * (next - first);
    const { posts, costs: dear } = near.upTo(i, next), row = slot * columns;
    for (let k = 0; k < posts.length && dear[k] < next; k++) {
      const j = posts[k], cost = dear[k];
      if (cost < first) {
        gain[j] += w * (first - cost);
        extra[row + j] += w * (next - first);
      } else {
        extra[row + j] += w * (next - cost);
      }
    }
  }

  function findNearest(i: number): void {
    let first = dearest, next = dearest, a = 0, b = 0;
    const base = i * columns;
    for (let slot = 0; slot < slots.length; slot++) {
      const cost = values[base + slots[slot]];
      if (cost < first || slot === 0) {
        if (slot > 0) {
          next = first;
          b = a;
        }
        first = cost;
        a = slot;
      } else if (cost < next) {
        next = cost;
        b = slot;
      }
    }
    nearest[i] = a;
    second[i] = b;
    d1[i] = first;
    d2[i] = next;
  }

  function sum(): void {
    total = 0;
    for (const i of demand) total += weight[i] * d1[i];
  }

  function countAll(): void {
    loss = new Float64Array(slots.length);
    extra = new Float64Array(slots.length * columns);
    gain.fill(0);
    for (const i of demand) {
      findNearest(i);
      count(i, 1);
    }
    sum();
  }

  /** Church and ReVelle's greedy adding from the posts in `chosen`. */
  function greedy(chosen: number[]): void {
    if (chosen.length === fleet) return;
    const saves = new Float64Array(columns);
    const now = new Float64Array(weight.length).fill(dearest);
    const serve = (post: number): void => {
      for (const i of demand) {
        const base = i * columns, before = now[i], cost = values[base + post];
        if (cost >= before) continue;
        now[i] = cost;
        for (let j = 0; j < columns; j++) {
          const c = values[base + j];
          if (c < before) saves[j] -= weight[i] * (before - Math.max(c, cost));
        }
      }
    };
    for (const i of demand) for (let j = 0, k = i * columns; j < columns; j++, k++) saves[j] += weight[i] * (dearest - values[k]);
    for (const post of chosen) serve(post);
    const scale = saves.reduce((most, value) => Math.max(most, value), 0);
    for (;;) {
      let best = -1;
      for (let j = 0; j < columns; j++) if ((best < 0 || saves[j] > saves[best]) && tally.canAdd(j)) best = j;
      // Where all posts cost the same (scale 0) one is still needed, if there is demand.
      if (best < 0 || (saves[best] <= NEGLIGIBLE * scale && tally.lacking() === 0 && (chosen.length > 0 || demand.length === 0))) return;
      tally.add(best);
      chosen.push(best);
      serve(best);
    }
  }

  function exchange(slot: number, post: number): void {
    tally.remove(slots[slot]);
    tally.add(post);
    slots[slot] = post;
    for (const i of demand) {
      const cost = values[i * columns + post];
      if (nearest[i] !== slot && second[i] !== slot && cost >= d2[i]) continue;
      count(i, -1);
      if (nearest[i] === slot || second[i] === slot) findNearest(i);
      else if (cost < d1[i]) {
        d2[i] = d1[i];
        second[i] = nearest[i];
        d1[i] = cost;
        nearest[i] = slot;
      } else {
        d2[i] = cost;
        second[i] = slot;
      }
      count(i, 1);
    }
    sum();
  }

  function bestExchange(): { slot: number; post: number; saves: number } {
    let best = NEGLIGIBLE * total, bestSlot = -1, bestPost = -1;
    for (let slot = 0, k = 0; slot < slots.length; slot++) {
      for (let post = 0; post < columns; post++, k++) {
        const saves = gain[post] - loss[slot] + extra[k];
        if (saves > best && tally.canSwap(slots[slot], post)) {
          best = saves;
          bestSlot = slot;
          bestPost = post;
        }
      }
    }
    return { slot: bestSlot, post: bestPost, saves: best };
  }

  function begin(posts: ArrayLike<number>): void {
    tally = createPostingTally(limits);
    const chosen: number[] = [];
    for (let k = 0; k < posts.length; k++) {
      if (!tally.canAdd(posts[k])) continue;
      tally.add(posts[k]);
      chosen.push(posts[k]);
    }
    greedy(chosen);
    slots = Uint32Array.from(chosen);
    countAll();
  }

  return {
    begin,
    descend() {
      for (;;) {
        const { slot, post } = bestExchange();
        if (slot < 0) return;
        const before = total, out = slots[slot];
        exchange(slot, post);
        if (total < before) continue;
        exchange(slot, out);
        return;
      }
    },
    move(slot, post) {
      if (tally.canSwap(slots[slot], post)) exchange(slot, post);
    },
    restore(posts) {
      if (posts.length !== slots.length) return begin(posts);
      // Of posts that both have (perhaps more than once) nothing needs to move.
      const missing = new Map<number, number>();
      for (const post of posts) missing.set(post, (missing.get(post) ?? 0) + 1);
      const stray: number[] = [];
      slots.forEach((post, slot) => {
        const left = missing.get(post) ?? 0;
        if (left > 0) missing.set(post, left - 1);
        else stray.push(slot);
      });
      // Counting again from the start is quicker than many exchanges.
      if (stray.length > slots.length / 3) return begin(posts);
      for (const [post, times] of missing) for (let t = 0; t < times; t++) exchange(stray.pop()!, post);
    },
    posts: () => slots.slice(),
    objective: () => total,
  };
}
