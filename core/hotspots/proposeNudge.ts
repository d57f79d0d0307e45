// Snaps a hexagon to the best place nearby: the one with most incidents that breaks no spacing rule.

import { InputError } from "../errors.ts";
import { countInside } from "../geo/countInside.ts";
import { normaliseRotation, turnBetween } from "../geo/hexagon.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import type { Hexagon } from "../geo/types.ts";
import type { Hotspot, Plan } from "../plan/plan.ts";
import { hexagonSpans, localRaster, sumSpans } from "./localRaster.ts";
import { clearAbout, isClear, obstaclesOf, obstaclesWithin, type Obstacle } from "./obstacles.ts";

export interface NudgeProposal {
  /** False: nothing better was found and `hexagon` is where it stands. */
  readonly better: boolean;
  readonly hexagon: Hexagon;
  /** Incidents inside the proposal, and where it stands now. */
  readonly inside: number;
  readonly before: number;
  /** Whether the place where it stands, and the proposal, break no spacing rule. */
  readonly clearBefore: boolean;
  readonly clear: boolean;
  /** How far the centre moves, m, and how far it turns, radians anticlockwise in (-π/6, π/6]. */
  readonly moved: number;
  readonly turned: number;
  /** How far it was allowed to move, m. */
  readonly radius: number;
}

export interface NudgeOptions {
  /** m; default 100. */
  readonly radius?: number;
  /** Default true. */
  readonly rotate?: boolean;
}

/** Turns tried over the 60° after which a hexagon looks the same. */
const TURNS = 12;
/** Places tried on the raster, and how many of the best are looked at exactly. */
const PLACES = 5000;
const FINALISTS = 10;

/**
 * All places within the radius are tried on a raster (step about 2.5 m for a 150 m edge, turns of 5°); the best of them,
 * from different blocks, are counted exactly and improved by smaller and smaller steps down to about 0.3 m. So the
 * proposal is the best of thousands, not proven to be the best of all. It is never worse than where the hexagon stands:
 * it breaks no spacing rule, and unless the present place does, it holds more incidents.
 *
 * @throws InputError for a hotspot that is not a hexagon, or a radius that is not above 0 m
 */
export function proposeNudge(plan: Plan, hotspot: Hotspot, index: PointIndex, options: NudgeOptions = {}): NudgeProposal {
  const { radius = 100, rotate = true } = options;
  const start = hotspot.shape;
  if (start.kind !== "hexagon") throw new InputError(`${hotspot.name} is not a hexagon. Select a hexagon to snap.`);
  if (!(radius > 0)) throw new InputError(`The radius is ${radius} m; it must be above 0 m. Enter a positive number.`);
  const obstacles = obstaclesWithin(obstaclesOf(plan, hotspot), start, radius);
  const before = countInside(index, start), clearBefore = isClear(obstacles, start);
  const stay: NudgeProposal = {
    better: false, hexagon: start, inside: before, before, clearBefore, clear: clearBefore, moved: 0, turned: 0, radius,
  };
  if (hotspot.locked) return stay;

  let best: Candidate | null = null;
  for (const finalist of finalists(index, start, obstacles, radius, rotate)) {
    const improved = improve(index, start, obstacles, radius, rotate, finalist);
    if (!best || improved.inside > best.inside || (improved.inside === best.inside && improved.moved < best.moved)) best = improved;
  }
  if (!best || (clearBefore && best.inside <= before)) return stay;
  return { better: true, ...best, before, clearBefore, clear: true, turned: turnBetween(start.rotation, best.hexagon.rotation), radius };
}

interface Candidate {
  readonly hexagon: Hexagon;
  readonly inside: number;
  readonly moved: number;
}

/** The best place of each block of the raster, the best blocks first; all break no spacing rule. */
function finalists(index: PointIndex, start: Hexagon, obstacles: readonly Obstacle[], radius: number, rotate: boolean): Hexagon[] {
  const cell = start.side / 60;
  const raster = localRaster(index, start.centre, cell, Math.ceil((radius + start.side) / cell) + 2);
  const turns = rotate ? TURNS : 1;
  const shapes = Array.from({ length: turns }, (_, k) => {
    const rotation = normaliseRotation(start.rotation + (k * Math.PI) / 3 / turns);
    return { rotation, spans: hexagonSpans(start.side, rotation, cell) };
  });
  const step = Math.max(1, Math.ceil(Math.sqrt((Math.PI * radius * radius) / PLACES) / cell));
  const reach = Math.floor(radius / cell / step) * step;
  const block = 4 * step;
  const leaders = new Map<number, { score: number; moved: number; hexagon: Hexagon }>();
  for (let v = -reach; v <= reach; v += step) {
    for (let u = -reach; u <= reach; u += step) {
      const moved = Math.hypot(u, v) * cell;
      if (moved > radius) continue;
      const centre = { x: start.centre.x + u * cell, y: start.centre.y + v * cell };
      const clear = clearAbout(obstacles, centre, start.side);
      if (clear === "never") continue;
      const key = Math.floor((v + reach) / block) * 10_000 + Math.floor((u + reach) / block);
      for (const { rotation, spans } of shapes) {
        const score = sumSpans(raster, spans, u, v);
        const leader = leaders.get(key);
        if (leader && (score < leader.score || (score === leader.score && moved >= leader.moved))) continue;
        const hexagon: Hexagon = { ...start, centre, rotation };
        if (clear === "always" || isClear(obstacles, hexagon)) leaders.set(key, { score, moved, hexagon });
      }
    }
  }
  return [...leaders.values()]
    .sort((a, b) => b.score - a.score || a.moved - b.moved)
    .slice(0, FINALISTS)
    .map(({ hexagon }) => hexagon);
}

/** Exact from here on: steps in eight directions and turns both ways, halved whenever none of them gains. */
function improve(
  index: PointIndex, start: Hexagon, obstacles: readonly Obstacle[], radius: number, rotate: boolean, from: Hexagon,
): Candidate {
  let hexagon = from, inside = countInside(index, from);
  for (let step = start.side / 60; step > start.side / 600; step /= 2) {
    for (let gained = true; gained; ) {
      gained = false;
      for (const next of neighbours(hexagon, step, rotate)) {
        if (distanceMoved(start, next) > radius) continue;
        const count = countInside(index, next);
        if (count <= inside || !isClear(obstacles, next)) continue;
        hexagon = next;
        inside = count;
        gained = true;
      }
    }
  }
  return { hexagon, inside, moved: distanceMoved(start, hexagon) };
}

function neighbours(hexagon: Hexagon, step: number, rotate: boolean): Hexagon[] {
  const { centre, side, rotation } = hexagon;
  const moved = Array.from({ length: 8 }, (_, k): Hexagon => {
    const angle = (k * Math.PI) / 4;
    return { ...hexagon, centre: { x: centre.x + step * Math.cos(angle), y: centre.y + step * Math.sin(angle) } };
  });
  // Turning by step / side moves each corner by about a step.
  return rotate ? [...moved, ...[1, -1].map((way) => ({ ...hexagon, rotation: normaliseRotation(rotation + (way * step) / side) }))] : moved;
}

const distanceMoved = (from: Hexagon, to: Hexagon): number => Math.hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y);
