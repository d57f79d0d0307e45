// The patrols of the trial as officers logged them, with the gaps and slips of real logs, and radio pings of its last fortnight.

import { containsTest } from "../../core/geo/contains.ts";
import type { Point } from "../../core/geo/types.ts";
import { drawNormal } from "../../core/stats/drawNormal.ts";
import { createRandom, type Random } from "../../core/stats/random.ts";
import { shuffle } from "../../core/stats/shuffle.ts";
import { DAY, MINUTE } from "./incidents.ts";
import { SEED } from "./site.ts";
import type { Town } from "./town.ts";
import { TRIAL_FROM, TRIAL_UNTIL, type Trial } from "./trial.ts";

export interface Patrol {
  readonly area: string;
  readonly officer: number;
  readonly start: number;
  readonly end: number;
  readonly from: Point;
  /** Null where the device logged no end position. */
  readonly to: Point | null;
}

export interface Ping {
  readonly officer: number;
  readonly time: number;
  readonly at: Point;
}

const OFFICERS = Array.from({ length: 24 }, (_, i) => 401 + i);
/** One treatment day in twelve goes without a patrol; one control day in twenty sees one all the same. */
const MISSED = 1 / 12, STRAYED = 1 / 20;

export function drawPatrols(town: Town, { hotspots, treated }: Trial): Patrol[] {
  const random = createRandom(SEED).stream("patrols");
  const spots = hotspots.map(({ id, shape }) => {
    const inside = containsTest(shape);
    return { id, at: town.addresses.map((address) => address.at).filter((p) => inside(p.x, p.y)) };
  });
  const patrols = treated.flatMap((ids, day) => {
    const onDuty = shuffle(random, OFFICERS).slice(0, 12);
    return spots.flatMap(({ id, at }) => {
      const visits = ids.has(id)
        ? random.uniform() < MISSED ? 0 : 2 + random.integer(2)
        : random.uniform() < STRAYED ? 1 : 0;
      return Array.from({ length: visits }, () => onePatrol(random, id, at, TRIAL_FROM + day * DAY, onDuty)).flat();
    });
  });
  return patrols.sort((a, b) => a.start - b.start || a.officer - b.officer);
}

/** A quarter of an hour on foot between late morning and midnight; half of the patrols are by two officers. */
function onePatrol(random: Random, area: string, at: readonly Point[], day: number, onDuty: readonly number[]): Patrol[] {
  const start = day + MINUTE * Math.round(11 * 60 + 740 * Math.sqrt(random.uniform()));
  const minutes = Math.max(4, Math.round(15 + 4 * drawNormal(random)));
  // A few log the end before the start, or no end position.
  const end = start + MINUTE * (random.uniform() < 0.002 ? -minutes : minutes);
  const from = at[random.integer(at.length)];
  const to = random.uniform() < 0.006 ? null : at[random.integer(at.length)];
  const crew = shuffle(random, onDuty).slice(0, 1 + random.integer(2));
  return crew.map((officer) => ({ area, officer, start, end, from, to }));
}

/** One a minute along each patrol, some 8 m off. */
export function drawPings(patrols: readonly Patrol[]): Ping[] {
  const random = createRandom(SEED).stream("pings");
  const pings = patrols
    .filter(({ start }) => start >= TRIAL_UNTIL - 14 * DAY)
    .flatMap(({ officer, start, end, from, to }) => {
      const until = to ?? from;
      return Array.from({ length: Math.max(0, (end - start) / MINUTE) }, (_, k) => {
        const t = (k * MINUTE) / (end - start);
        const at = {
          x: from.x + t * (until.x - from.x) + 8 * drawNormal(random),
          y: from.y + t * (until.y - from.y) + 8 * drawNormal(random),
        };
        return { officer, time: start + k * MINUTE + 1000 * random.integer(60), at };
      });
    });
  return pings.sort((a, b) => a.time - b.time || a.officer - b.officer);
}
