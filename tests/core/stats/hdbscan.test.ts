// HDBSCAN against R's dbscan package, and against its definition carried out by brute force.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import { hdbscan } from "../../../core/stats/hdbscan.ts";
import { mutualReachabilityTree } from "../../../core/stats/mutualReachabilityTree.ts";
import { coreDistances } from "../../../core/stats/coreDistances.ts";
import { haveShared, oracle } from "../../support/shared.ts";
import { labelsOfPoints, samePartition } from "./partitions.ts";
import { HDBSCAN_R } from "./hdbscanR.ts";

type Place = readonly [number, number];

const indexOf = (places: readonly Place[]) =>
  buildPointIndex(Float64Array.from(places, ([x]) => x), Float64Array.from(places, ([, y]) => y));

const exists = haveShared("oracle", "public", "dbscan.json");

describe.skipIf(!exists)("HDBSCAN against R's dbscan::hdbscan", () => {
  test.each(Object.entries(HDBSCAN_R))("%s incidents: the same clusters and the same noise", (least, labels) => {
    const { points } = oracle<{ points: Place[] }>("dbscan");
    const index = indexOf(points);
    const found = hdbscan(index, Number(least), 1e-9);
    const ours = labelsOfPoints(index, found.label, points);
    expect(samePartition(ours, labels.map((label) => label - 1))).toBe(true);
  });
});

// Few distinct distances: ties everywhere, and several incidents at one place.
const onGrid = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 40 });
const scattered = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 })), { minLength: 1, maxLength: 40 });

describe("HDBSCAN", () => {
  test.each([["on a grid", onGrid], ["scattered", scattered]] as const)("is what its definition says of incidents %s, every threshold tried", (_, places) => {
    fc.assert(
      fc.property(places, fc.integer({ min: 2, max: 6 }), fc.constantFrom(0.5, 1.2), (found, least, floor) => {
        const index = indexOf(found);
        const { label } = hdbscan(index, least, floor);
        expect(samePartition(labelsOfPoints(index, label, found), byDefinition(found, least, floor))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("spans the locations with the shortest edges there are", () => {
    fc.assert(
      fc.property(scattered, fc.integer({ min: 1, max: 5 }), (places, least) => {
        const index = indexOf(places);
        const core = coreDistances(index, Math.min(least, index.total));
        const { length } = mutualReachabilityTree(index.x, index.y, core, 1);
        expect(length.reduce((sum, each) => sum + each, 0)).toBeCloseTo(primLength(index.x, index.y, core, 1), 6);
      }),
    );
  });

  test("finds two towns of different density and calls the fields about them noise", () => {
    const ring = (x: number, y: number, spacing: number, n: number): Place[] =>
      Array.from({ length: n * n }, (_, k): Place => [x + spacing * (k % n), y + spacing * Math.floor(k / n)]);
    const fields: Place[] = [[2000, 22000], [2600, 30900], [1400, -23000], [31000, 2500]];
    const places = [...ring(0, 0, 20, 6), ...ring(4000, 0, 90, 6), ...fields];
    const index = indexOf(places);
    const { label, clusters } = hdbscan(index, 8, 10);
    const labels = labelsOfPoints(index, label, places);
    expect(clusters).toBe(2);
    expect(new Set(labels.slice(0, 36)).size).toBe(1);
    expect(new Set(labels.slice(36, 72)).size).toBe(1);
    expect(labels.slice(72)).toEqual([-1, -1, -1, -1]);
  });

  test("calls everything noise where there are fewer incidents than a cluster takes", () => {
    expect(hdbscan(indexOf([[0, 0], [1, 1]]), 3, 10)).toEqual({ label: Int32Array.of(-1, -1), clusters: 0 });
  });
});

/** Campello, Moulavi and Sander (2013), literally: all incidents, all thresholds from the largest, components by search. */
function byDefinition(places: readonly Place[], least: number, floor: number): number[] {
  const n = places.length;
  if (n < least) return places.map(() => -1);
  const apart = (i: number, j: number): number => Math.sqrt((places[i][0] - places[j][0]) ** 2 + (places[i][1] - places[j][1]) ** 2);
  const core = places.map((_, i) => places.map((__, j) => apart(i, j)).sort((a, b) => a - b)[least - 1]);
  const reach = (i: number, j: number): number => Math.max(core[i], core[j], apart(i, j), floor);
  const thresholds = [...new Set(places.flatMap((_, i) => places.map((__, j) => reach(i, j))))].sort((a, b) => b - a);

  interface Cluster { readonly birth: number; mass: number; members: number[]; readonly children: Cluster[]; readonly all: readonly number[] }
  const born = (all: number[], birth: number): Cluster => ({ birth, mass: 0, members: all, children: [], all });
  const whole = born([...places.keys()], 0);
  let living = [whole];
  for (const threshold of thresholds) {
    const next: Cluster[] = [];
    for (const cluster of living) {
      // Edges as long as the threshold are cut; an incident that reaches nobody is there while its own core distance is shorter.
      const heavy = components(cluster.members, (i, j) => reach(i, j) < threshold).filter((part) => part.length >= least);
      const density = 1 / threshold;
      const staying = heavy.length === 1 ? heavy[0].length : 0;
      cluster.mass += (cluster.members.length - staying) * (density - cluster.birth);
      if (heavy.length === 1) {
        cluster.members = heavy[0];
        next.push(cluster);
      } else if (heavy.length > 1) {
        cluster.children.push(...heavy.map((part) => born(part, density)));
        next.push(...cluster.children);
      }
    }
    living = next;
  }
  const labels = places.map(() => -1);
  let count = 0;
  const best = (cluster: Cluster): { readonly mass: number; readonly chosen: readonly Cluster[] } => {
    const below = cluster.children.map(best);
    const mass = below.reduce((sum, each) => sum + each.mass, 0);
    return cluster !== whole && cluster.mass >= mass - 1e-12 ? { mass: cluster.mass, chosen: [cluster] } : { mass, chosen: below.flatMap(({ chosen }) => chosen) };
  };
  for (const { all } of best(whole).chosen) {
    for (const i of all) labels[i] = count;
    count++;
  }
  return labels;
}

function components(members: readonly number[], linked: (i: number, j: number) => boolean): number[][] {
  const rest = new Set(members);
  const found: number[][] = [];
  for (const seed of members) {
    if (!rest.delete(seed)) continue;
    const part = [seed];
    for (const i of part) for (const j of rest) if (linked(i, j)) { rest.delete(j); part.push(j); }
    found.push(part);
  }
  return found;
}

/** Prim's algorithm, every pair looked at. */
function primLength(x: Float64Array, y: Float64Array, core: Float64Array, floor: number): number {
  const rest = new Set(x.keys());
  rest.delete(0);
  const to = Array.from(x, () => Infinity);
  let last = 0, sum = 0;
  while (rest.size > 0) {
    let nearest = -1;
    for (const j of rest) {
      to[j] = Math.min(to[j], Math.max(core[last], core[j], floor, Math.hypot(x[last] - x[j], y[last] - y[j])));
      if (nearest < 0 || to[j] < to[nearest]) nearest = j;
    }
    sum += to[nearest];
    rest.delete(nearest);
    last = nearest;
  }
  return sum;
}
