// The invented trial: twenty hotspots, ten of them treated each day by lot, and the true effect that the patrols have.

import { containsTest } from "../../core/geo/contains.ts";
import { createRandom } from "../../core/stats/random.ts";
import { shuffle } from "../../core/stats/shuffle.ts";
import { hotCells, type HotCell } from "./hotCells.ts";
import { DAY, type Incident } from "./incidents.ts";
import { SEED } from "./site.ts";

/** Twenty-six whole weeks, Monday to Sunday; ms of local civil time. */
export const TRIAL_FROM = Date.UTC(2024, 3, 1), TRIAL_UNTIL = Date.UTC(2024, 8, 30);

/** The share of incidents that a treatment day prevents in the hotspot: the truth that an evaluation should find. */
export const TRUE_REDUCTION = 0.15;

const HOTSPOTS = 20;

export interface TrialHotspot extends HotCell {
  readonly id: string;
}

export interface Trial {
  readonly hotspots: readonly TrialHotspot[];
  /** For each day from TRIAL_FROM the ids of the hotspots that are treated. */
  readonly treated: readonly ReadonlySet<string>[];
}

/** Hotspots are chosen from what happened before the trial. */
export function designTrial(incidents: readonly Incident[]): Trial {
  const before = incidents.filter(({ start }) => start < TRIAL_FROM);
  const hotspots = hotCells(before, HOTSPOTS).map((cell, i) => ({ ...cell, id: `T${i + 1}` }));
  const random = createRandom(SEED).stream("trial allocation");
  const treated = Array.from({ length: (TRIAL_UNTIL - TRIAL_FROM) / DAY }, () =>
    new Set(shuffle(random, hotspots).slice(0, HOTSPOTS / 2).map(({ id }) => id)));
  return { hotspots, treated };
}

/**
 * On a treatment day each incident that begins that day within the hotspot is prevented with probability
 * TRUE_REDUCTION, independently; nothing is displaced.
 */
export function withEffect(incidents: readonly Incident[], { hotspots, treated }: Trial): Incident[] {
  const random = createRandom(SEED).stream("trial effect");
  const inside = hotspots.map(({ id, shape }) => ({ id, test: containsTest(shape) }));
  return incidents.filter(({ start, address }) => {
    if (start < TRIAL_FROM || start >= TRIAL_UNTIL) return true;
    const hotspot = inside.find(({ test }) => test(address.at.x, address.at.y));
    if (!hotspot || !treated[Math.floor((start - TRIAL_FROM) / DAY)].has(hotspot.id)) return true;
    return random.uniform() >= TRUE_REDUCTION;
  });
}
