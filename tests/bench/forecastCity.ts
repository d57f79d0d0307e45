// An invented city for the forecast's benchmark, of the size of the Delhi paper's: 36,263 cells of 200 m, 52 weeks, 40,000 events.

import type { Events } from "../../core/forecast/events.ts";
import { drawNormal } from "../../core/stats/drawNormal.ts";
import { createRandom, type Random } from "../../core/stats/random.ts";

export const CELL = 200; // m
export const COLUMNS = 221;
export const ROWS = 228;
export const CITY_CELLS = 36_263;

export interface City {
  readonly blocks: readonly Events[];
  /** Of the raster, the cells inside the city. */
  readonly cells: Int32Array;
}

/** 25 % anywhere in a star-shaped city, 60 % in 400 clusters with a heavy tail of sizes, 15 % along streets; evening and night peaks. */
export function forecastCity(past: number, latest: number, weeks: number): City {
  const random = createRandom("forecast city");
  const cells = starCells();
  const somewhere = (): { x: number; y: number } => {
    const cell = cells[random.integer(cells.length)];
    return { x: ((cell % COLUMNS) + random.uniform()) * CELL, y: (Math.floor(cell / COLUMNS) + random.uniform()) * CELL };
  };
  const clusters = Array.from({ length: 400 }, () => ({ ...somewhere(), spread: 40 + 300 * random.uniform() ** 2, share: (1 - random.uniform()) ** -0.8, hour: 24 * random.uniform() }));
  const reached = Float64Array.from(clusters, ((sum = 0) => ({ share }: { share: number }) => (sum += share))());
  const streets = Array.from({ length: 60 }, () => ({ ...somewhere(), angle: Math.PI * random.uniform() }));
  const event = (): { x: number; y: number; hour: number } => {
    const kind = random.uniform();
    if (kind < 0.25) return { ...somewhere(), hour: hourOf(random) };
    if (kind < 0.85) {
      const pick = random.uniform() * reached[reached.length - 1];
      const cluster = clusters[reached.findIndex((sum) => sum >= pick)];
      const hour = random.uniform() < 0.5 ? (cluster.hour + 2.5 * drawNormal(random) + 48) % 24 : hourOf(random);
      return { x: cluster.x + cluster.spread * drawNormal(random), y: cluster.y + cluster.spread * drawNormal(random), hour };
    }
    const street = streets[random.integer(streets.length)];
    const along = 4000 * drawNormal(random);
    return { x: street.x + along * Math.cos(street.angle), y: street.y + along * Math.sin(street.angle), hour: hourOf(random) };
  };
  const block = (count: number): Events => {
    const events = Array.from({ length: count }, event);
    return { x: Float64Array.from(events, ({ x }) => x), y: Float64Array.from(events, ({ y }) => y), hours: Float64Array.from(events, ({ hour }) => hour) };
  };
  const each = (i: number): number => Math.floor((past * (i + 1)) / weeks) - Math.floor((past * i) / weeks);
  return { blocks: [...Array.from({ length: weeks }, (_, i) => block(each(i))), block(latest)], cells };
}

const hourOf = (random: Random): number => (random.uniform() < 0.7 ? (20.5 + 3.5 * drawNormal(random) + 48) % 24 : 24 * random.uniform());

/** The cells nearest to the middle in a distance that five arms stretch: exactly as many as the paper's city has. */
function starCells(): Int32Array {
  const distance = Float64Array.from({ length: COLUMNS * ROWS }, (_, cell) => {
    const x = (cell % COLUMNS) - COLUMNS / 2;
    const y = Math.floor(cell / COLUMNS) - ROWS / 2;
    return Math.hypot(x, y) / (1 + 0.18 * Math.cos(5 * Math.atan2(y, x)));
  });
  return Int32Array.from({ length: distance.length }, (_, cell) => cell).sort((a, b) => distance[a] - distance[b]).slice(0, CITY_CELLS).sort();
}
