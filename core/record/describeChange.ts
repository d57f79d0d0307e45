// What one step did to one hotspot, patrol area, exclusion or expert point, in words and numbers.

import { area } from "../geo/area.ts";
import { bearing, compassPoint } from "../geo/bearing.ts";
import { rigidMotion } from "../geo/rigidMotion.ts";
import type { Shape } from "../geo/types.ts";
import { area as areaInWords } from "../inWords.ts";
import { metres, turnInWords, type Entity } from "../plan/edits/edit.ts";
import { hoursInWords } from "./hoursInWords.ts";

export interface ChangeInWords {
  /** "moved 12 m to the north-east, turned 14° clockwise": all of it, in the order in which it matters. */
  readonly what: string;
  /** m, and degrees clockwise from the plane's north; null where it stayed, or was reshaped. */
  readonly moved: number | null;
  readonly bearing: number | null;
  /** Degrees clockwise; null as above. */
  readonly turned: number | null;
}

/** Less than a tenth of a millimetre is rounding. */
const STILL = 1e-4;

/** @param before, after - null: it was not there. At least one of them is; where both are, it is the same id. */
export function describeChange(before: Entity | null, after: Entity | null): ChangeInWords {
  if (!before || !after) return { what: after ? "added" : "removed", moved: null, bearing: null, turned: null };
  const motion = motionOf(before, after);
  const words = [
    ...(motion.moved !== null ? [`moved ${metres(motion.moved)} to the ${compassPoint(motion.bearing ?? 0)}`] : []),
    ...(motion.turned !== null ? [`turned ${turnInWords((-motion.turned * Math.PI) / 180)}`] : []),
    ...(motion.reshaped ? [`reshaped: ${areaInWords(motion.reshaped[0])} to ${areaInWords(motion.reshaped[1])}`] : []),
    ...wordsAbout(before, after),
  ];
  return { what: words.join(", "), moved: motion.moved, bearing: motion.bearing, turned: motion.turned };
}

interface Motion extends Omit<ChangeInWords, "what"> {
  /** Areas before and after, m². */
  readonly reshaped: readonly [number, number] | null;
}

function motionOf(before: Entity, after: Entity): Motion {
  const still: Motion = { moved: null, bearing: null, turned: null, reshaped: null };
  if ("place" in before && "place" in after) {
    const moved = Math.hypot(after.place.x - before.place.x, after.place.y - before.place.y);
    return moved < STILL ? still : { ...still, moved, bearing: bearing(before.place, after.place) };
  }
  if (!("shape" in before) || !("shape" in after) || before.shape === after.shape) return still;
  const from: Shape = before.shape, to: Shape = after.shape;
  const rigid = rigidMotion(from, to);
  if (!rigid) return { ...still, reshaped: [area(from), area(to)] };
  const moved = Math.hypot(rigid.dx, rigid.dy);
  const hasMoved = moved >= STILL;
  return {
    moved: hasMoved ? moved : null,
    bearing: hasMoved ? bearing({ x: 0, y: 0 }, { x: rigid.dx, y: rigid.dy }) : null,
    turned: rigid.turn === 0 ? null : (-rigid.turn * 180) / Math.PI,
    reshaped: null,
  };
}

function wordsAbout(before: Entity, after: Entity): string[] {
  const words: string[] = [];
  if (before.name !== after.name) words.push(`renamed from ${before.name} to ${after.name}`);
  if ("locked" in before && "locked" in after) {
    if (before.locked !== after.locked) words.push(after.locked ? "locked" : "unlocked");
    const [was, is] = [hoursInWords(before.hours), hoursInWords(after.hours)];
    if (was !== is) words.push(`available ${is}`);
  }
  if ("note" in before && "note" in after && before.note !== after.note) words.push(after.note === "" ? "note taken away" : `note: ${after.note}`);
  if ("hotspot" in before && "hotspot" in after && before.hotspot !== after.hotspot) {
    words.push(after.hotspot === null ? "stands by itself" : "given to another hotspot");
  }
  if ("reason" in before && "reason" in after) {
    if (before.reason !== after.reason) words.push(`reason: ${after.reason}`);
    if (before.rule !== after.rule) words.push(after.rule === undefined ? "no longer of a rule" : `rule: ${after.rule}`);
    if (before.overruled !== after.overruled) words.push(after.overruled === undefined ? "holds again" : `overruled: ${after.overruled}`);
  }
  if ("window" in before && "window" in after && (String(before.window) !== String(after.window) || before.block !== after.block)) words.push("time changed");
  return words;
}
