import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { AIRY_1830, transverseMercator, WGS84, type Ellipsoid } from "../../../core/geo/transverseMercator.ts";
import { planeProjection } from "../../../core/geo/plane.ts";

const cases: { name: string; ellipsoid: Ellipsoid; proj: string; lon0: number; lat0: number; scale: number; east: number; north: number }[] = [
  { name: "UTM zone 10", ellipsoid: WGS84, proj: "+ellps=WGS84", lon0: -123, lat0: 0, scale: 0.9996, east: 500000, north: 0 },
  { name: "British National Grid on Airy", ellipsoid: AIRY_1830, proj: "+a=6377563.396 +rf=299.3249646", lon0: -2, lat0: 49, scale: 0.9996012717, east: 400000, north: -100000 },
  { name: "a local plane in the south", ellipsoid: WGS84, proj: "+ellps=WGS84", lon0: 151.21, lat0: -33.87, scale: 1, east: 0, north: 0 },
];

describe("transverseMercator", () => {
  for (const { name, ellipsoid, proj, lon0, lat0, scale, east, north } of cases) {
    it(`agrees with proj4 to a micrometre within 6° of the meridian, and inverts to a tenth of one: ${name}`, () => {
      const ours = transverseMercator({ ellipsoid, lon0, lat0, scale, falseEasting: east, falseNorthing: north });
      const theirs = proj4(`+proj=longlat ${proj}`, `+proj=etmerc +lat_0=${lat0} +lon_0=${lon0} +k=${scale} +x_0=${east} +y_0=${north} ${proj}`);
      for (let i = -6; i <= 6; i += 0.75) {
        for (let j = -20; j <= 20; j += 2.5) {
          const lonLat = [lon0 + i, lat0 + j] as const;
          const point = ours.forward(lonLat);
          const [x, y] = theirs.forward([...lonLat]);
          expect(Math.hypot(point.x - x, point.y - y)).toBeLessThan(1e-6);
          const [lon, lat] = ours.inverse(point);
          expect(Math.abs(lon - lonLat[0])).toBeLessThan(1e-12);
          expect(Math.abs(lat - lonLat[1])).toBeLessThan(1e-12);
        }
      }
    });
  }

  it("comes back from British National Grid within two millimetres: the datum shift drops the height", () => {
    const grid = planeProjection({ kind: "british-national-grid" });
    for (let lon = -8; lon <= 2; lon += 0.5) {
      for (let lat = 49.5; lat <= 61; lat += 0.5) {
        const [backLon, backLat] = grid.inverse(grid.forward([lon, lat]));
        expect(Math.hypot((backLon - lon) * 65000, (backLat - lat) * 111000)).toBeLessThan(2e-3);
      }
    }
  });
});
