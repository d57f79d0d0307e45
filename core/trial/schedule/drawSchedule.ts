// The draw: which unit is on treatment on which day, by digests that anyone can work out again.

import { InputError } from "../../errors.ts";
import type { TrialDraw } from "../protocol.ts";
import { blocks, type Block, type DrawUnit } from "./blocks.ts";
import { imbalanceOf } from "./imbalanceOf.ts";
import { sha256Hex } from "./sha256Hex.ts";

export interface ScheduleDesign extends TrialDraw {
  readonly units: readonly DrawUnit[];
  /** As the schedule's file writes them: dates, or numbers from 1. */
  readonly days: readonly string[];
  /** Arms of days at the start that are not drawn again: they have begun. day × units + unit. */
  readonly kept?: Uint8Array;
}

export interface Drawn {
  /** 1 treatment, 0 control; day × units + unit. */
  readonly arms: Uint8Array<ArrayBuffer>;
  /** From 1: which draw came within the limit. */
  readonly attempt: number;
}

/**
 * In each block every item (a group, or a unit without one) gets SHA-256 of the text `seed|attempt|day|stratum|item`, with the
 * block's first day as the file writes it; the k items whose hexadecimal digests come first in the alphabet are on treatment.
 *
 * Of m items, k = ⌊(o + 1)·m·share + u⌋ − ⌊o·m·share + u⌋ on the block's occasion o = 0, 1, …, so that half of 19 are 9 and 10 in
 * turn and the share is met over the period; u = (n + ½) / 65,536 with n the first four hexadecimal digits of SHA-256 of
 * `seed|stratum` decides which comes first. In a pair of days those not on treatment on the first are on treatment on the second.
 *
 * Attempts 1, 2, … are drawn until the imbalance is at most `redraw.most`.
 * @throws InputError where no attempt comes within the limit, or pairs are asked for another share than one half
 */
export function drawSchedule(design: ScheduleDesign, progress?: (attempt: number) => void): Drawn {
  const { units, days, share, redraw } = design;
  const draw = prepared(design);
  const attempts = redraw?.attempts ?? 1;
  let best = Infinity;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const arms = draw(attempt);
    if (!redraw) return { arms, attempt };
    const { worst } = imbalanceOf(units, days.length, share, arms);
    if (worst <= redraw.most) return { arms, attempt };
    best = Math.min(best, worst);
    progress?.(attempt);
  }
  throw new InputError(`None of ${attempts} draws came within an imbalance of ${redraw?.most}; the best had ${best.toFixed(3)}. Allow more, or draw more often.`);
}

/** One attempt of the draw, whatever its imbalance. @throws InputError as drawSchedule does */
export const drawAttempt = (design: ScheduleDesign, attempt: number): Uint8Array<ArrayBuffer> => prepared(design)(attempt);

function prepared(design: ScheduleDesign): (attempt: number) => Uint8Array<ArrayBuffer> {
  const { units, days, share, block, kept, seed } = design;
  if (block === "pair" && share !== 0.5) throw new InputError(`The share is ${share}; pairs of days need one half, for what is on treatment on the first day is control on the second. Set 0.5, or block by day.`);
  if (kept && (kept.length % units.length !== 0 || kept.length > days.length * units.length)) {
    throw new InputError(`${kept.length} arms were kept, which are not whole days of ${units.length} units within ${days.length} days. Keep whole days.`);
  }
  const plan = blocks(units, days.length, block);
  const starts = new Map([...new Set(units.map(({ stratum }) => stratum))].map((stratum) => [stratum, startOf(seed, stratum)]));
  return (attempt) => {
    const arms = new Uint8Array(days.length * units.length);
    for (const one of plan) drawBlock(one, treatedOn(one, share, starts.get(one.stratum) as number), design, attempt, arms);
    if (kept) arms.set(kept);
    return arms;
  };
}

function drawBlock({ stratum, days: of, items }: Block, k: number, { seed, days, units }: ScheduleDesign, attempt: number, arms: Uint8Array): void {
  const [first, second] = of;
  const keys = items.map(({ name }) => sha256Hex(`${seed}|${attempt}|${days[first]}|${stratum}|${name}`));
  const order = items.map((_, i) => i).sort((a, b) => (keys[a] < keys[b] ? -1 : 1));
  order.forEach((item, rank) => {
    for (const unit of items[item].units) {
      if (rank < k) arms[first * units.length + unit] = 1;
      else if (second !== undefined) arms[second * units.length + unit] = 1;
    }
  });
}

/** k */
const treatedOn = ({ occasion, items }: Block, share: number, start: number): number =>
  Math.floor((occasion + 1) * items.length * share + start) - Math.floor(occasion * items.length * share + start);

/** u: half a step away from whole numbers, so that rounding of the products decides nothing. */
const startOf = (seed: string, stratum: string): number => (Number.parseInt(sha256Hex(`${seed}|${stratum}`).slice(0, 4), 16) + 0.5) / 65_536;
