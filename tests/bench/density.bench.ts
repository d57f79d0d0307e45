// Kernel density of a million incidents on 1000 × 1000 cells, two workers, against fast-kde in the same run.

import { density2d } from "fast-kde";
import { createRandom } from "../../core/stats/random.ts";
import { createDensitySlider, densityOnPool } from "../../workers/densityOnPool.ts";
import { createThreadPool } from "../../electron/threadPool.ts";

const INCIDENTS = 1_000_000;
const CELLS = 1000;
const CELL = 45.5; // m: a city 45.5 km across, as 228 cells of 200 m
const BANDWIDTH = 500; // m
const REPETITIONS = 15;
const SIZE = CELLS * CELL;

/** 25 % anywhere, 60 % in 400 clusters with a heavy tail of sizes, 15 % along streets. */
function city(): { x: Float64Array; y: Float64Array } {
  const random = createRandom("density bench");
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
  const somewhere = (): number => SIZE * (0.1 + 0.8 * random.uniform());
  const clusters = Array.from({ length: 400 }, () => ({ x: somewhere(), y: somewhere(), spread: 50 + 350 * random.uniform(), share: (1 - random.uniform()) ** -0.8 }));
  const reached = Float64Array.from(clusters, ((sum = 0) => ({ share }: { share: number }) => (sum += share))());
  const streets = Array.from({ length: 60 }, () => ({ along: random.uniform() < 0.5, at: somewhere() }));
  const x = new Float64Array(INCIDENTS);
  const y = new Float64Array(INCIDENTS);
  for (let i = 0; i < INCIDENTS; i++) {
    const kind = random.uniform();
    if (kind < 0.25) {
      x[i] = SIZE * random.uniform();
      y[i] = SIZE * random.uniform();
    } else if (kind < 0.85) {
      const pick = random.uniform() * reached[reached.length - 1];
      const cluster = clusters[reached.findIndex((sum) => sum >= pick)];
      x[i] = cluster.x + cluster.spread * normal();
      y[i] = cluster.y + cluster.spread * normal();
    } else {
      const street = streets[random.integer(streets.length)];
      const along = SIZE * random.uniform();
      x[i] = street.along ? along : street.at;
      y[i] = street.along ? street.at : along;
    }
  }
  return { x, y };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const least = (values: number[]): number => Math.min(...values);
const ms = (value: number): string => `${value.toFixed(0)} ms`;

const incidents = city();
const grid = { origin: { x: 0, y: 0 }, cell: CELL, columns: CELLS, rows: CELLS };
const request = { ...incidents, grid, bandwidthX: BANDWIDTH, bandwidthY: BANDWIDTH, kernel: "gaussian" } as const;
const pool = createThreadPool(2);

/** The quickest way to ask fast-kde: columns through accessors, cell centres as its nodes. */
function fastKde(): Float64Array {
  const { x, y } = incidents;
  const edge = [CELL / 2, SIZE - CELL / 2];
  return density2d(x, {
    x: (_: number, i: number) => x[i],
    y: (_: number, i: number) => y[i],
    weight: () => 1,
    bins: [CELLS, CELLS],
    bandwidth: BANDWIDTH,
    extent: [edge, edge],
  }).grid();
}

const times = { hexbeat: [] as number[], fastKde: [] as number[], newBandwidth: [] as number[], sweep: [] as number[] };
/** Processor time of all threads: what stays comparable when something else keeps the machine busy. */
const processor = new Map<number[], number[]>(Object.values(times).map((taken) => [taken, []]));
const clock = async (into: number[], work: () => unknown): Promise<void> => {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  into.push(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  processor.get(into)?.push((user + system) / 1000);
};
const slider = createDensitySlider(pool, incidents, grid, { smallestX: 250, smallestY: 250, largestX: 2000, largestY: 2000 });
let surface = await densityOnPool(pool, request);
let peer = fastKde();
await slider.at(BANDWIDTH, BANDWIDTH);
for (let i = 0; i < REPETITIONS; i++) {
  await clock(times.hexbeat, async () => (surface = await densityOnPool(pool, request)));
  await clock(times.fastKde, () => (peer = fastKde()));
  await clock(times.newBandwidth, () => slider.at(BANDWIDTH + i, BANDWIDTH + i));
}
for (const h of [250, 350, 500, 700, 1000, 1400, 2000]) await clock(times.sweep, () => slider.at(h, h));

/** The sum itself at one cell, no cut. */
function exactAt(cell: number): number {
  const cx = ((cell % CELLS) + 0.5) * CELL;
  const cy = (Math.floor(cell / CELLS) + 0.5) * CELL;
  const scale = -0.5 / BANDWIDTH ** 2;
  let sum = 0;
  for (let j = 0; j < INCIDENTS; j++) sum += Math.exp(((incidents.x[j] - cx) ** 2 + (incidents.y[j] - cy) ** 2) * scale);
  return sum / (2 * Math.PI * BANDWIDTH ** 2);
}
const peakCell = surface.values.indexOf(surface.peak);
const pick = createRandom("cells");
const aroundPeak = Array.from({ length: 81 }, (_, i) => peakCell + ((i % 9) - 4) * 5 + (Math.floor(i / 9) - 4) * 5 * CELLS).filter((cell) => cell >= 0 && cell < CELLS * CELLS);
const cells = [...aroundPeak, ...Array.from({ length: 219 }, () => pick.integer(CELLS * CELLS))];
let worst = 0;
let worstPeer = 0;
for (const cell of cells) {
  const exact = exactAt(cell);
  worst = Math.max(worst, Math.abs(surface.values[cell] - exact));
  // fast-kde gives mass per cell.
  worstPeer = Math.max(worstPeer, Math.abs(peer[cell] / CELL ** 2 - exact));
}
pool.dispose();

console.log(`${INCIDENTS.toLocaleString("en")} incidents, ${CELLS} × ${CELLS} cells of ${CELL} m, h = ${BANDWIDTH} m, medians of ${REPETITIONS} interleaved`);
const line = (name: string, taken: number[], note: string): void => console.log(`${name.padEnd(31)}${ms(median(taken))} (least ${ms(least(taken))}), processor ${ms(median(processor.get(taken) ?? []))}   ${note}`);
const against = (taken: number[], peerTimes: number[]): string => `×${(median(taken) / median(peerTimes)).toFixed(2)} (least ×${(least(taken) / least(peerTimes)).toFixed(2)})`;
line("two workers, copies counted", times.hexbeat, `${against(times.hexbeat, times.fastKde)} of fast-kde`);
line("fast-kde 0.2.2", times.fastKde, "");
line("new bandwidth afterwards", times.newBandwidth, `${against(times.newBandwidth, times.hexbeat)} of the first (nodes for 250 to 2000 m)`);
console.log(`sliding 250 … 2000 m          ${times.sweep.map(ms).join(", ")}`);
console.log(`worst error / peak (${cells.length} cells)  ${(worst / surface.peak).toExponential(1)}, bound said ${surface.bound.toExponential(1)}; fast-kde ${(worstPeer / surface.peak).toExponential(1)}`);
