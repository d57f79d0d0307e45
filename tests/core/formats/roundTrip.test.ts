// The plan goes out in every format and comes back within a centimetre.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geoPackageContentOf } from "../../../core/formats/geoPackageContentOf.ts";
import { planFeatures, type PlanFeatures } from "../../../core/formats/planFeatures.ts";
import { planFromFeatures } from "../../../core/formats/planFromFeatures.ts";
import { readGeoJson } from "../../../core/formats/readGeoJson.ts";
import { readGeoPackageLayers } from "../../../core/formats/readGeoPackageLayers.ts";
import { readKml } from "../../../core/formats/readKml.ts";
import { readWktCsv } from "../../../core/formats/readWktCsv.ts";
import { writeCsv } from "../../../core/formats/writeCsv.ts";
import { writeGeoJson } from "../../../core/formats/writeGeoJson.ts";
import { writeKml } from "../../../core/formats/writeKml.ts";
import type { Plane } from "../../../core/geo/plane.ts";
import { rings } from "../../../core/geo/rings.ts";
import type { Point, Polygon, Shape } from "../../../core/geo/types.ts";
import { EMPTY_PLAN, type Plan } from "../../../core/plan/plan.ts";
import { readGeoPackage } from "../../../electron/geoPackageRead.ts";
import { writeGeoPackage } from "../../../electron/geoPackageWrite.ts";

/** Each goes out and comes back as the application does it. */
const FORMATS: Readonly<Record<string, (features: PlanFeatures) => ReturnType<typeof readGeoJson>[]>> = {
  GeoJSON: (features) => [readGeoJson(writeGeoJson(features))],
  CSV: (features) => [readWktCsv(writeCsv(features))],
  KML: (features) => [readKml(writeKml(features))],
  GeoPackage: (features) => [...readGeoPackageLayers(readGeoPackage(writeGeoPackage(geoPackageContentOf(features))))],
};

const export_ = (plan: Plan, plane: Plane): PlanFeatures =>
  planFeatures({
    plan,
    plane,
    statistics: new Map([["h1", { incidents: 12, shareOfIncidents: 0.25, shareOfArea: 0.01 }]]),
    source: "invented.csv",
    filter: "all offences",
    period: "2012-01-01 to 2012-12-31",
    parameters: { study_area_km2: 121.4 },
    made: "2026-11-22T20:00:00.000Z",
    version: "0.1.0",
  });

const PLANES: Plane[] = [{ kind: "local", lon0: -122.44, lat0: 37.76 }, { kind: "british-national-grid" }, { kind: "local", lon0: 151.2, lat0: -33.87 }];

const plan = fc
  .record({
    plane: fc.constantFrom(...PLANES),
    hexagons: fc.array(
      fc.record({
        x: fc.double({ min: -12_000, max: 12_000, noNaN: true }),
        y: fc.double({ min: -12_000, max: 12_000, noNaN: true }),
        side: fc.double({ min: 20, max: 2000, noNaN: true }),
        rotation: fc.double({ min: 0, max: Math.PI / 3 - 1e-9, noNaN: true }),
        name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => /^[^\p{C}\s](.*[^\p{C}\s])?$/u.test(text) && !/[\p{C}]/u.test(text)),
        locked: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    radii: fc.array(fc.double({ min: 40, max: 900, noNaN: true }), { minLength: 7, maxLength: 12 }),
  })
  .map(({ plane, hexagons, radii }): { plan: Plan; plane: Plane } => {
    const origin = plane.kind === "local" ? { x: 0, y: 0 } : { x: 457_000, y: 339_000 };
    const star = radii.map((radius, i): Point => {
      const angle = (i / radii.length) * 2 * Math.PI;
      return { x: origin.x + radius * Math.cos(angle), y: origin.y + radius * Math.sin(angle) };
    });
    const hole = star.map(({ x, y }) => ({ x: origin.x + (x - origin.x) / 4, y: origin.y + (y - origin.y) / 4 })).toReversed();
    const area: Polygon = { kind: "polygon", rings: [star, hole] };
    return {
      plane,
      plan: {
        ...EMPTY_PLAN,
        hotspots: [
          ...hexagons.map(({ x, y, side, rotation, name, locked }, i) => ({
            id: `h${i + 1}`,
            name,
            shape: { kind: "hexagon" as const, centre: { x: origin.x + x, y: origin.y + y }, side, rotation },
            rank: i === 0 ? null : i,
            note: i === 0 ? "=SUM(A1) <b>&amp;" : "",
            locked,
            ...(locked && { hours: i % 2 === 0 ? [0, 1, 2, 3, 4, 5, 10, 11, 22, 23] : [7] }),
          })),
          { id: "h50", name: "drawn", shape: { kind: "polygon", rings: [star] }, rank: null, note: "", locked: false },
        ],
        patrolAreas: [{ id: "p60", name: "Foot beat, north", hotspot: "h1", shape: area, note: 'said "quiet"' }],
        exclusions: [
          { id: "x61", name: "Lake", reason: "water", shape: area },
          { id: "x62", name: "Ash School", reason: "indoors", shape: area, rule: "Schools: kind is school, 30 m around", overruled: "Closed in 2019, \"sold\"" },
        ],
        buffer: 90,
        next: 63,
      },
    };
  });

const farthest = (a: Shape, b: Shape): number => {
  const from = rings(a), to = rings(b);
  expect(to.map((ring) => ring.length)).toEqual(from.map((ring) => ring.length));
  return Math.max(
    ...from.flatMap((ring, i) => ring.map((corner) => Math.min(...to[i].map((other) => Math.hypot(corner.x - other.x, corner.y - other.y))))),
  );
};

describe.each(Object.keys(FORMATS))("%s", (format) => {
  test("brings every shape back within a centimetre, as the kind it was, with its name, note, rank, lock, hours, rule and what overruled it", () => {
    fc.assert(
      fc.property(plan, ({ plan: before, plane }) => {
        const read = FORMATS[format](export_(before, plane));
        expect(read.flatMap(({ notices }) => notices)).toEqual([]);
        const { plan: after, ignored } = planFromFeatures(read.map(({ data }) => data), plane);
        expect(ignored).toBe(0);
        expect({ buffer: after.buffer, next: after.next }).toEqual({ buffer: 90, next: 63 });
        for (const kind of ["hotspots", "patrolAreas", "exclusions"] as const) {
          const bare = (entities: Plan[typeof kind]) => entities.map(({ shape, ...rest }) => ({ ...rest, kind: shape.kind }));
          expect(bare(after[kind])).toEqual(bare(before[kind]));
          for (const [i, entity] of before[kind].entries()) expect(farthest(entity.shape, after[kind][i].shape)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 40 },
    );
  });
});
