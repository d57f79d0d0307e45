// DBSCAN against sklearn.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import { dbscan } from "../../../core/stats/dbscan.ts";
import { haveShared, oracle } from "../../support/shared.ts";
import { labelsOfPoints, samePartition } from "./partitions.ts";

interface DbscanOracle {
  points: [number, number][];
  cases: { eps_m: number; min_samples_including_self: number; labels: number[]; n_clusters: number; ambiguous_border_points: number[] }[];
}

const exists = haveShared("oracle", "public", "dbscan.json");
const { points, cases } = exists ? oracle<DbscanOracle>("dbscan") : { points: [], cases: [] };
const indexOf = (places: readonly (readonly [number, number])[]) =>
  buildPointIndex(Float64Array.from(places, ([x]) => x), Float64Array.from(places, ([, y]) => y));

describe.skipIf(!exists)("DBSCAN against sklearn", () => {
  test.each(cases)("$eps_m m and $min_samples_including_self incidents: the same clusters and the same noise", ({ eps_m, min_samples_including_self, labels, n_clusters, ambiguous_border_points }) => {
    const index = indexOf(points);
    const found = dbscan(index, eps_m, min_samples_including_self);
    expect(found.clusters).toBe(n_clusters);
    const either = new Set(ambiguous_border_points);
    const certain = (values: readonly number[]): number[] => values.filter((_, i) => !either.has(i));
    expect(samePartition(certain(labelsOfPoints(index, found.label, points)), certain(labels))).toBe(true);
  });
});

describe("DBSCAN", () => {
  test("takes several incidents at one place for several", () => {
    const stacked = indexOf([[0, 0], [0, 0], [0, 0], [500, 0], [501, 0]]);
    const found = dbscan(stacked, 10, 3);
    expect(found.clusters).toBe(1);
    expect(labelsOfPoints(stacked, found.label, [[0, 0], [500, 0], [501, 0]])).toEqual([0, -1, -1]);
  });

  test("counts an incident at exactly the radius", () => {
    expect(dbscan(indexOf([[0, 0], [30, 40]]), 50, 2).clusters).toBe(1);
    expect(dbscan(indexOf([[0, 0], [30, 40]]), 49.999, 2).clusters).toBe(0);
  });

  test("does not depend on where the coordinates have their origin", () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 80 }), fc.integer({ min: 2, max: 6 }), (places, least) => {
        const moved = places.map(([x, y]): [number, number] => [x + 4096, y - 8192]);
        const here = indexOf(places), there = indexOf(moved);
        const a = dbscan(here, 35.5, least), b = dbscan(there, 35.5, least);
        expect(b.clusters).toBe(a.clusters);
        const noise = (labels: readonly number[]): boolean[] => labels.map((label) => label < 0);
        expect(noise(labelsOfPoints(there, b.label, moved))).toEqual(noise(labelsOfPoints(here, a.label, places)));
      }),
    );
  });
});
