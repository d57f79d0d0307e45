// Distances along roads: by hand, against Floyd and Warshall on random networks, and on San Francisco's streets.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLayer } from "../../../../core/formats/readLayerJob.ts";
import { roadLinesOf } from "../../../../core/formats/roadLinesOf.ts";
import { choosePlane } from "../../../../core/geo/plane.ts";
import { runJob } from "../../../../core/job.ts";
import type { RoadLines } from "../../../../core/patrol/roads/roadLines.ts";
import { type RoadDistances, roadDistances } from "../../../../core/patrol/roads/roadDistances.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, sharedPath } from "../../../support/shared.ts";

type Vertex = readonly [x: number, y: number];
const measure = (params: unknown): Promise<RoadDistances> => runJob("roadDistances", roadDistances, params, nodeContext);

const roads = (...lines: (readonly Vertex[])[]) => ({
  x: lines.flat().map(([x]) => x),
  y: lines.flat().map(([, y]) => y),
  starts: lines.reduce((starts, line) => [...starts, starts.at(-1)! + line.length], [0]),
});
const places = (...list: Vertex[]) => ({ x: list.map(([x]) => x), y: list.map(([, y]) => y) });

describe("distances along roads", () => {
  test("go straight to the nearest road, then along it, round corners", async () => {
    // An L: 1000 m east, then 500 m north.
    const lines = roads([[0, 0], [1000, 0], [1000, 500]]);
    const { distances, access, network } = await measure({ lines, ...places([200, 30], [950, 400]), sites: places([0, 0]) });
    expect([...distances]).toEqual([30 + 200, 50 + 1000 + 400]);
    expect([...access]).toEqual([30, 50]);
    expect(network).toEqual({ crossings: 2, length: 1500, leftOut: 0 });
  });

  test("between two places of one street follow the street, or go round the block where that is shorter", async () => {
    const block = roads([[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]], [[0, 0], [-50, 0]]);
    const { distances } = await measure({ lines: block, ...places([90, 0], [0, 90]), sites: places([60, 0]) });
    expect([...distances]).toEqual([30, 60 + 90]);
    const ring = roads([[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]]);
    const round = await measure({ lines: ring, ...places([90, 0], [0, 90]), sites: places([60, 0]) });
    expect([...round.distances]).toEqual([30, 150]);
  });

  test("are those of city blocks on a grid of streets", async () => {
    const streets: Vertex[][] = [];
    for (let k = 0; k <= 5; k++) {
      streets.push(Array.from({ length: 6 }, (_, i): Vertex => [100 * i, 100 * k]), Array.from({ length: 6 }, (_, i): Vertex => [100 * k, 100 * i]));
    }
    const at: Vertex[] = [[0, 0], [300, 400], [500, 100]];
    const { distances, network } = await measure({ lines: roads(...streets), ...places(...at) });
    at.forEach(([x, y], i) => at.forEach(([u, v], j) => expect(distances[i * 3 + j]).toBeCloseTo(Math.abs(x - u) + Math.abs(y - v), 9)));
    // The four corners of the town have two streets each and only bend.
    expect(network.crossings).toBe(32);
  });

  test("meet where lines share a vertex or nearly so, not where they cross without one", async () => {
    const from = { ...places([0, 0]), sites: places([100, 100]) };
    const shared = await measure({ lines: roads([[0, 0], [100, 0], [200, 0]], [[100, 0.05], [100, 100]]), ...from });
    expect(shared.distances[0]).toBeCloseTo(200, 9);
    const bridge = await measure({ lines: roads([[0, 0], [200, 0]], [[100, -10], [100, 100]]), ...from });
    // Only the longer of the two networks counts, and the place goes straight to it.
    expect(bridge.network).toMatchObject({ length: 200, leftOut: 110 });
    expect(bridge.distances[0]).toBeCloseTo(100 + 100, 9);
  });

  test("name the places far from any road", async () => {
    const { far, farSites } = await measure({ lines: roads([[0, 0], [100, 0]]), ...places([0, 100], [0, 900]), sites: places([-700, 0], [50, 10]), reach: 500 });
    expect([[...far], [...farSites]]).toEqual([[1], [0]]);
  });

  test("are 0 from a place to itself", async () => {
    expect([...(await measure({ lines: roads([[0, 0], [100, 0]]), ...places([20, 50], [80, 40]) })).distances]).toEqual([0, 150, 150, 0]);
  });

  test("agree with Floyd and Warshall over all vertices on random networks", async () => {
    // Bent rows, so that no vertex lies on a piece between two others.
    const vertex = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })).map(([x, y]): Vertex => [100 * x + 1.37 * y * y, 100 * y + 1.13 * x * x]);
    const line = fc.uniqueArray(vertex, { minLength: 2, maxLength: 5, selector: String });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const { vertices, distance } = floydWarshall(lines);
        const { distances, network } = await measure({ lines: roads(...lines), ...places(...vertices) });
        // The vertices of the largest network: its length tells which one it is, unless two are as long.
        const largest = componentLengths(lines, vertices, distance);
        const best = Math.max(...largest);
        expect(network.length).toBeCloseTo(best, 6);
        if (largest.filter((length, i) => length > best - 1e-6 && distance[i][largest.indexOf(best)] === Infinity).length > 0) return;
        const n = vertices.length;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) if (largest[i] === best && largest[j] === best) expect(distances[i * n + j]).toBeCloseTo(distance[i][j], 6);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  test("say what does not fit", async () => {
    await expect(measure({ lines: { x: [0, 1], y: [0, 1], starts: [0] }, ...places([0, 0]) })).rejects.toThrow(/lines.starts/);
    await expect(measure({ lines: roads([[0, 0], [0, 0]]), ...places([0, 0]) })).rejects.toThrow(/two different vertices/);
  });
});

const ROADS = "sf-roads-tiger2013-shp.zip";

describe.skipIf(!haveShared("data", "layers", ROADS))("distances along San Francisco's roads", () => {
  test("are those of a search over all vertices of the file, one by one", async () => {
    const source = { kind: "file", file: new Blob([readFileSync(sharedPath("data", "layers", ROADS))]) };
    const { layers } = await runJob("readLayer", readLayer, { source, name: ROADS }, nodeContext);
    const lines = roadLinesOf(layers[0].data, choosePlane(-122.52, 37.7, -122.35, 37.84));
    const at = Array.from({ length: 60 }, (_, k) => Math.floor((k * lines.x.length) / 60));
    const points = { x: at.map((k) => lines.x[k]), y: at.map((k) => lines.y[k]) };
    const sites = { x: points.x.slice(20, 22), y: points.y.slice(20, 22) };
    const { distances, network, far } = await measure({ lines, ...points, sites });
    expect(far).toHaveLength(0);
    expect(network.leftOut / network.length).toBeLessThan(0.05);
    [20, 21].forEach((site, j) => {
      const reached = relax(lines, at[site]);
      const compared = at.flatMap((k, i) => (reached(k) < Infinity ? [[distances[2 * i + j], reached(k)]] : []));
      expect(compared.length).toBeGreaterThan(50);
      for (const [found, expected] of compared) expect(Math.abs(found - expected)).toBeLessThan(0.3);
    });
  }, 60_000);
});

/** Shortest paths from a vertex by relaxing pieces until nothing changes (Bellman and Ford, with a queue); vertices by their coordinates. */
function relax({ x, y, starts }: RoadLines, from: number): (vertex: number) => number {
  const key = (k: number): string => `${x[k].toFixed(2)} ${y[k].toFixed(2)}`;
  const near = new Map<string, { to: string; length: number }[]>();
  for (let line = 0; line + 1 < starts.length; line++) {
    for (let k = starts[line] + 1; k < starts[line + 1]; k++) {
      const length = Math.hypot(x[k] - x[k - 1], y[k] - y[k - 1]);
      for (const [a, b] of [[k - 1, k], [k, k - 1]]) near.set(key(a), [...(near.get(key(a)) ?? []), { to: key(b), length }]);
    }
  }
  const distance = new Map([[key(from), 0]]);
  const queue = [key(from)];
  for (let q = 0; q < queue.length; q++) {
    for (const { to, length } of near.get(queue[q]) ?? []) {
      const d = distance.get(queue[q])! + length;
      if (d >= (distance.get(to) ?? Infinity)) continue;
      distance.set(to, d);
      queue.push(to);
    }
  }
  return (vertex) => distance.get(key(vertex)) ?? Infinity;
}

/** All vertices and the shortest paths between them, straight from the definition. */
function floydWarshall(lines: readonly (readonly Vertex[])[]) {
  const vertices = [...new Map(lines.flat().map((vertex) => [String(vertex), vertex])).values()];
  const index = new Map(vertices.map((vertex, i) => [String(vertex), i]));
  const distance = vertices.map((_, i) => vertices.map((__, j) => (i === j ? 0 : Infinity)));
  for (const line of lines) {
    for (let k = 1; k < line.length; k++) {
      const [a, b] = [index.get(String(line[k - 1]))!, index.get(String(line[k]))!];
      const d = Math.hypot(line[k][0] - line[k - 1][0], line[k][1] - line[k - 1][1]);
      distance[a][b] = distance[b][a] = Math.min(distance[a][b], d);
    }
  }
  for (const k of vertices.keys()) for (const i of vertices.keys()) for (const j of vertices.keys()) distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);
  return { vertices, distance };
}

/** For each vertex the length of road that it can reach, each piece once. */
function componentLengths(lines: readonly (readonly Vertex[])[], vertices: readonly Vertex[], distance: readonly (readonly number[])[]): number[] {
  const pieces = new Map<string, { at: string; length: number }>();
  for (const line of lines) {
    for (let k = 1; k < line.length; k++) {
      const ends = [String(line[k - 1]), String(line[k])].sort();
      pieces.set(ends.join(" "), { at: ends[0], length: Math.hypot(line[k][0] - line[k - 1][0], line[k][1] - line[k - 1][1]) });
    }
  }
  const index = new Map(vertices.map((vertex, i) => [String(vertex), i]));
  return vertices.map((_, i) => [...pieces.values()].reduce((sum, { at, length }) => sum + (distance[i][index.get(at)!] < Infinity ? length : 0), 0));
}
