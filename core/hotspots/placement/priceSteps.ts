// Moves the prices of the placement bound: up where chosen hexagons come too close to each other, down where nobody pays.

import type { BoxSearch } from "./boxSearch.ts";

export interface PriceSteps {
  /** Sum of all prices. */
  total(): number;
  /** Keeps the prices as the best so far. */
  keep(): void;
  /** Returns to the prices kept. */
  back(): void;
  /** Tells the search of all steps since the last time. */
  tell(): void;
  /** @param boxes - chosen at the present prices; @param fall - by how much the bound is hoped to fall */
  step(boxes: readonly number[], fall: number): void;
}

/** The direction remembers this share of the one before (Camerini, Fratta and Maffioli 1975). */
const MEMORY = 0.7;

/**
 * π ← max(0, π + fall / ‖d‖² · d), d the subgradient (chosen boxes that cover the point, less 1) and a share of the direction before.
 * Points that were never covered twice keep the price 0 and are left out, as are those at 0 that nobody drives up.
 */
export function createPriceSteps(search: BoxSearch): PriceSteps {
  const { price } = search.prices;
  const covered = new Int16Array(price.length), direction = new Float64Array(price.length), told = new Float64Array(price.length), best = new Float64Array(price.length);
  const active: number[] = [], twice: number[] = [], isActive = new Uint8Array(price.length);
  const fallen = new Float64Array(search.places);
  return {
    total: () => active.reduce((sum, p) => sum + price[p], 0),
    keep: () => active.forEach((p) => (best[p] = price[p])),
    back() {
      for (const p of active) {
        price[p] = best[p];
        direction[p] = 0;
      }
    },
    tell() {
      fallen.fill(0);
      let kept = 0;
      for (const p of active) {
        if (price[p] < told[p]) fallen[search.placeOf(p)] += told[p] - price[p];
        told[p] = price[p];
        if (price[p] > 0 || best[p] > 0 || direction[p] > 0) active[kept++] = p;
        else isActive[p] = direction[p] = 0;
      }
      active.length = kept;
      search.fell(fallen);
    },
    step(boxes, fall) {
      twice.length = 0;
      for (const box of boxes) search.cover(box, 1, covered, twice);
      for (const p of twice) {
        if (isActive[p]) continue;
        isActive[p] = 1;
        active.push(p);
      }
      let size = 0;
      for (const p of active) {
        const d = (direction[p] = covered[p] - 1 + MEMORY * direction[p]);
        if (d > 0 || price[p] > 0) size += d * d;
      }
      const length = size > 0 ? fall / size : 0;
      for (const p of active) price[p] = Math.max(0, price[p] + length * direction[p]);
      for (const box of boxes) search.cover(box, -1, covered, twice);
    },
  };
}
