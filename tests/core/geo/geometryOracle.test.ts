// Reference values made with PROJ, GeographicLib and shapely (see ../shared/oracle/README.md).

import geodesic from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { area } from "../../../core/geo/area.ts";
import { containsTest } from "../../../core/geo/contains.ts";
import { countInside } from "../../../core/geo/countInside.ts";
import { distance, hexagonPenetration } from "../../../core/geo/distance.ts";
import { hexagonArea, hexagonContains, hexagonDistance, hexagonRing, rotationOfBearing } from "../../../core/geo/hexagon.ts";
import { intersection } from "../../../core/geo/booleans.ts";
import { perimeter } from "../../../core/geo/perimeter.ts";
import { planeProjection } from "../../../core/geo/plane.ts";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import type { Hexagon, LonLat, Point } from "../../../core/geo/types.ts";
import { haveShared, oracle } from "../../support/shared.ts";

interface FlatHexagon { cx: number; cy: number; edge: number; first_bearing: number }
interface Geometry {
  hexagon_area_exact_m2: number;
  hexagons_wgs84: { place: string; lat: number; lon: number; edge_m: number; first_vertex_bearing_deg: number; vertices_lon_lat: [number, number][]; geodesic_area_m2: number }[];
  hexagon_bng: { cases: { centre_E: number; centre_N: number; first_vertex_grid_bearing_deg: number; vertices_EN: [number, number][]; vertices_lon_lat: [number, number][] }[] };
  buffers: { edge_m: number; buffer_m: number; hexagon_area: number; hexagon_perimeter: number; buffered_area_exact: number; buffered_perimeter_exact: number }[];
  gaps: { hex1: FlatHexagon; hex2: FlatHexagon; gap_m: number; hexagons_overlap: boolean; overlap_area_m2: number; buffers_75m_overlap: boolean }[];
  point_in_hexagon: { hexagons: FlatHexagon[]; points: [number, number][]; inside_counts: number[]; in_75m_buffer_ring_only_counts: number[] };
  geodesic_pairs: { columns: string[]; rows: number[][] };
  bng: { rows: { name: string; lat: number; lon: number; E: number; N: number; E_rounded: number; N_rounded: number; lon_from_rounded: number; lat_from_rounded: number }[] };
}

const hexagonOf = ({ cx, cy, edge, first_bearing }: FlatHexagon): Hexagon => ({
  kind: "hexagon", centre: { x: cx, y: cy }, side: edge, rotation: rotationOfBearing(first_bearing),
});
const asPolygon = (hexagon: Hexagon) => ({ kind: "polygon", rings: [hexagonRing(hexagon)] }) as const;
/** Corner k of the oracle has bearing first + 60 k; ours run the other way round. */
const nearest = (corners: readonly Point[], to: Point): number => Math.min(...corners.map(({ x, y }) => Math.hypot(x - to.x, y - to.y)));

describe.skipIf(!haveShared("oracle", "public", "geometry.json"))("geometry against PROJ, GeographicLib and shapely", () => {
  const all = haveShared("oracle", "public", "geometry.json") ? oracle<Geometry>("geometry") : ({} as Geometry);

  it("gives the corners of a hexagon on the ellipsoid within a centimetre, through the local plane", () => {
    for (const { lat, lon, edge_m, first_vertex_bearing_deg, vertices_lon_lat } of all.hexagons_wgs84) {
      const projection = planeProjection({ kind: "local", lon0: lon, lat0: lat });
      const corners = hexagonRing({ kind: "hexagon", centre: projection.forward([lon, lat]), side: edge_m, rotation: rotationOfBearing(first_vertex_bearing_deg) });
      for (const vertex of vertices_lon_lat) expect(nearest(corners, projection.forward(vertex))).toBeLessThan(0.01);
      for (const vertex of vertices_lon_lat) {
        const degrees = Math.min(...corners.map((corner) => {
          const [cornerLon, cornerLat] = projection.inverse(corner);
          return Math.max(Math.abs(cornerLon - vertex[0]), Math.abs(cornerLat - vertex[1]));
        }));
        expect(degrees).toBeLessThan(1e-7);
      }
    }
  });

  it("gives the exact area of the hexagon, and the geodesic one through the plane to a hair", () => {
    expect(hexagonArea(150)).toBeCloseTo(all.hexagon_area_exact_m2, 7);
    for (const { lat, lon, vertices_lon_lat, geodesic_area_m2 } of all.hexagons_wgs84) {
      const projection = planeProjection({ kind: "local", lon0: lon, lat0: lat });
      const flat = area({ kind: "polygon", rings: [vertices_lon_lat.map((vertex) => projection.forward(vertex))] });
      expect(Math.abs(flat / geodesic_area_m2 - 1)).toBeLessThan(1e-7);
    }
  });

  it("gives the hexagon of grid bearings in British National Grid", () => {
    const projection = planeProjection({ kind: "british-national-grid" });
    for (const { centre_E, centre_N, first_vertex_grid_bearing_deg, vertices_EN, vertices_lon_lat } of all.hexagon_bng.cases) {
      const corners = hexagonRing({ kind: "hexagon", centre: { x: centre_E, y: centre_N }, side: 150, rotation: rotationOfBearing(first_vertex_grid_bearing_deg) });
      for (const [x, y] of vertices_EN) expect(nearest(corners, { x, y })).toBeLessThan(1e-8);
      for (const vertex of vertices_lon_lat) expect(nearest(corners, projection.forward(vertex))).toBeLessThan(0.01);
    }
  });

  it("gives eastings and northings within a centimetre and comes back within 1e-7°", () => {
    const projection = planeProjection({ kind: "british-national-grid" });
    for (const row of all.bng.rows) {
      const { x, y } = projection.forward([row.lon, row.lat]);
      expect(Math.hypot(x - row.E, y - row.N)).toBeLessThan(0.01);
      const [lon, lat] = projection.inverse({ x: row.E_rounded, y: row.N_rounded });
      expect(Math.abs(lon - row.lon_from_rounded)).toBeLessThan(1e-7);
      expect(Math.abs(lat - row.lat_from_rounded)).toBeLessThan(1e-7);
    }
  });

  it("agrees on the area within a distance of a hexagon: A + P b + π b²", () => {
    for (const { edge_m, buffer_m, hexagon_area, hexagon_perimeter, buffered_area_exact, buffered_perimeter_exact } of all.buffers) {
      const hexagon: Hexagon = { kind: "hexagon", centre: { x: 0, y: 0 }, side: edge_m, rotation: 0.3 };
      expect(area(hexagon) / hexagon_area).toBeCloseTo(1, 12);
      expect(perimeter(hexagon) / hexagon_perimeter).toBeCloseTo(1, 12);
      expect((area(hexagon) + perimeter(hexagon) * buffer_m + Math.PI * buffer_m ** 2) / buffered_area_exact).toBeCloseTo(1, 12);
      expect((perimeter(hexagon) + 2 * Math.PI * buffer_m) / buffered_perimeter_exact).toBeCloseTo(1, 12);
      // Every point of the buffer is within its distance: counted on a fine grid.
      const reach = edge_m + buffer_m, steps = 400, cell = (2 * reach) / steps;
      let inside = 0;
      for (let i = 0; i < steps; i++) {
        for (let j = 0; j < steps; j++) {
          if (hexagonDistance(hexagon, -reach + (i + 0.5) * cell, -reach + (j + 0.5) * cell) <= buffer_m) inside++;
        }
      }
      expect((inside * cell * cell) / buffered_area_exact).toBeCloseTo(1, 3);
    }
  });

  it("measures the same gaps between hexagons, as hexagons and as polygons", () => {
    for (const { hex1, hex2, gap_m, hexagons_overlap, overlap_area_m2, buffers_75m_overlap } of all.gaps) {
      const a = hexagonOf(hex1), b = hexagonOf(hex2);
      expect(distance(a, b)).toBeCloseTo(gap_m, 6);
      expect(distance(asPolygon(a), b)).toBeCloseTo(gap_m, 6);
      expect(distance(a, asPolygon(b))).toBeCloseTo(gap_m, 6);
      expect(distance(asPolygon(a), asPolygon(b))).toBeCloseTo(gap_m, 6);
      expect(hexagonPenetration(a, b) > 0).toBe(hexagons_overlap);
      expect(distance(a, b) < 150).toBe(buffers_75m_overlap);
      expect(intersection(a, b).reduce((sum, part) => sum + area(part), 0)).toBeCloseTo(overlap_area_m2, 5);
    }
  });

  it("counts the same points in hexagons and in their 75 m buffers", () => {
    const { hexagons, points, inside_counts, in_75m_buffer_ring_only_counts } = all.point_in_hexagon;
    const index = buildPointIndex(Float64Array.from(points, ([x]) => x), Float64Array.from(points, ([, y]) => y));
    hexagons.map(hexagonOf).forEach((hexagon, k) => {
      expect(points.filter(([x, y]) => hexagonContains(hexagon, x, y))).toHaveLength(inside_counts[k]);
      const inPolygon = containsTest(asPolygon(hexagon));
      expect(points.filter(([x, y]) => inPolygon(x, y))).toHaveLength(inside_counts[k]);
      expect(countInside(index, hexagon)).toBe(inside_counts[k]);
      const within = points.filter(([x, y]) => hexagonDistance(hexagon, x, y) <= 75).length;
      expect(within - inside_counts[k]).toBe(in_75m_buffer_ring_only_counts[k]);
    });
  });

  it("keeps distances of up to 50 km within 1 in 2,500 of the geodesic, in a plane about their middle", () => {
    const { columns, rows } = all.geodesic_pairs;
    const [lat1, lon1, lat2, lon2, metres] = ["lat1", "lon1", "lat2", "lon2", "geodesic_m"].map((name) => columns.indexOf(name));
    let checked = 0;
    for (const row of rows) {
      const { s12 } = geodesic.Geodesic.WGS84.Inverse(row[lat1], row[lon1], row[lat2], row[lon2]);
      expect(Math.abs((s12 ?? NaN) - row[metres])).toBeLessThan(1e-6);
      if (row[metres] === 0 || row[metres] > 50_000) continue;
      const middle: LonLat = [(row[lon1] + row[lon2]) / 2, (row[lat1] + row[lat2]) / 2];
      const projection = planeProjection({ kind: "local", lon0: middle[0], lat0: middle[1] });
      const a = projection.forward([row[lon1], row[lat1]]), b = projection.forward([row[lon2], row[lat2]]);
      expect(Math.abs(Math.hypot(a.x - b.x, a.y - b.y) / row[metres] - 1)).toBeLessThan(1 / 2500);
      checked++;
    }
    expect(checked).toBeGreaterThan(5);
  });
});
