// The draw of a trial that is only thought of: what is drawn as one, in which blocks, and seeded draws of arms by the thousand.

import type { Random } from "../../stats/random.ts";
import type { TrialDraw } from "../protocol.ts";

export interface DrawDesign extends Pick<TrialDraw, "share"> {
  readonly units: number;
  /** Of a pair 2: what is treated on the first day of an occasion is control on the second. Else 1. */
  readonly period: 1 | 2;
  /** Index of what each unit is drawn with: its group, or the unit by itself. */
  readonly itemOf: Int32Array;
  /** Items of each stratum: on each occasion a stratum is a block. */
  readonly strata: readonly (readonly number[])[];
}

export interface DrawnArms {
  /** 1 treatment; day × units + unit. */
  readonly arms: Uint8Array;
  /** 1 where an item is drawn; occasion × items + item. */
  readonly drawn: Uint8Array;
  /** Items drawn in each block; occasion × strata + stratum. */
  readonly treated: Int32Array;
}

/** Units of a group count to the stratum of the first of them. */
export function drawDesign(units: readonly { readonly stratum: string; readonly group?: string | undefined }[], { share, block }: Pick<TrialDraw, "share" | "block">): DrawDesign {
  const items = new Map<string, number>(), strata = new Map<string, number[]>();
  const itemOf = Int32Array.from(units, ({ stratum, group }, unit) => {
    const name = group === undefined ? `unit ${unit}` : `group ${group}`;
    const known = items.get(name);
    if (known !== undefined) return known;
    const item = items.size;
    items.set(name, item);
    strata.set(stratum, [...(strata.get(stratum) ?? []), item]);
    return item;
  });
  return { units: units.length, share, period: block === "pair" ? 2 : 1, itemOf, strata: [...strata.values()] };
}

/**
 * Of the n items of a block the same number is treated on each occasion, or, where share × n is not whole, the whole numbers beside it
 * in turn, so that the share holds over the trial: the law of `randomiseSchedule` without its drawing again.
 * @param days - a multiple of the period
 */
export function drawArms(random: Random, { units, share, period, itemOf, strata }: DrawDesign, days: number): DrawnArms {
  const items = strata.reduce((sum, each) => sum + each.length, 0), occasions = days / period;
  const drawn = new Uint8Array(occasions * items), treated = new Int32Array(occasions * strata.length);
  for (const [s, members] of strata.entries()) {
    const first = random.uniform();
    const order = Int32Array.from(members);
    // Rounded, so that 0.3 × 10 is 3.
    const upTo = (occasion: number): number => Math.floor(Math.round(1e9 * occasion * share * members.length) / 1e9 + first);
    for (let o = 0; o < occasions; o++) {
      const k = upTo(o + 1) - upTo(o);
      treated[o * strata.length + s] = k;
      // The first k steps of a shuffle; what order the last occasion left does not matter, nor one part in 2⁵³ of a number drawn the quick way.
      for (let i = 0; i < k; i++) {
        const j = i + Math.floor(random.uniform() * (order.length - i)), item = order[j];
        order[j] = order[i];
        order[i] = item;
        drawn[o * items + item] = 1;
      }
    }
  }
  const arms = new Uint8Array(days * units);
  for (let day = 0; day < days; day++) {
    const row = Math.floor(day / period) * items, turned = day % period;
    for (let unit = 0; unit < units; unit++) arms[day * units + unit] = drawn[row + itemOf[unit]] ^ turned;
  }
  return { arms, drawn, treated };
}
